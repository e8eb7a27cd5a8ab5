import type { EntityManager } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import type { ReadQuestion } from "./read-question.entity.js";
import type { ReadWay, ReleaseRead, RowRange } from "./release-read.entity.js";

/** Rows of a release that are about to be given to the caller. */
export interface RowsRead {
  readonly release: string;
  readonly agreement: string;
  readonly way: ReadWay;
  /** Their ranks in the order of the agreement. */
  readonly rows: readonly RowRange[];
  /** What was asked beside the rows; null when they are neither filtered, sorted nor counted. */
  readonly question: ReadQuestion | null;
}

/**
 * Keeps that the caller reads rows of a release. To be called in the transaction that reads them, and waited for
 * before they are given: what cannot be accounted for is not read.
 */
export async function recordRead(
  manager: EntityManager,
  { principal, clock, requestId }: Pick<SubgraphContext, "principal" | "clock" | "requestId">,
  { release, agreement, way, rows, question }: RowsRead,
): Promise<void> {
  await manager.query(
    `INSERT INTO partners_release.release_read
       (release, agreement, subject, client, at, request_id, way, question, positions)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, COALESCE(range_agg(int4range(first, last, '[]')), '{}')
     FROM unnest($9::integer[], $10::integer[]) AS rows (first, last)`,
    [
      release,
      agreement,
      principal.subject,
      principal.client,
      clock(),
      requestId,
      way,
      question === null ? null : JSON.stringify(question),
      rows.map(({ from }) => from),
      rows.map(({ to }) => to),
    ],
  );
}

/** What a list of reads is narrowed by; null for all. */
export interface ReadFilter {
  readonly release: string | null;
  readonly agreement: string | null;
  readonly subject: string | null;
  /** A record that was among those read. */
  readonly rowId: string | null;
  /** First instant. */
  readonly since: Date | null;
}

/** At most `limit` reads before a number, the newest first, in one statement. */
export const findReadsBefore = (
  manager: EntityManager,
  { release, agreement, subject, rowId, since }: ReadFilter,
  before: string | null,
  limit: number,
): Promise<ReleaseRead[]> =>
  manager.query(
    `SELECT id, release, agreement, subject, client, at, request_id AS "requestId", way, question,
       (SELECT COALESCE(sum(upper(range) - lower(range)), 0)::integer FROM unnest(positions) AS range) AS "rowCount",
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('from', lower(range), 'to', upper(range) - 1) ORDER BY range), '[]')
          FROM unnest(positions) AS range) AS rows
     FROM partners_release.release_read AS read
     WHERE ($1::text IS NULL OR release = $1) AND ($2::text IS NULL OR agreement = $2)
       AND ($3::text IS NULL OR subject = $3) AND ($5::timestamptz IS NULL OR at >= $5)
       AND ($4::uuid IS NULL OR EXISTS (
         SELECT FROM partners_release.record WHERE row_id = $4
           AND (record.release, record.agreement) = (read.release, read.agreement)
           AND read.positions @> record.position))
       AND ($6::bigint IS NULL OR id < $6)
     ORDER BY id DESC LIMIT $7`,
    [release, agreement, subject, rowId, since, before, limit],
  );
