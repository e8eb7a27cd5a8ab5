import {
  hashedInstant,
  inBatches,
  instantText,
  nobody,
  type Place,
  type Snapshot,
} from "./verification.repository.js";

/** What an entry says of a comment: by whom, when, and the hashes before and after. */
export interface ToldOfComment {
  readonly sequence: number;
  readonly event: string;
  readonly actor: string;
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A comment on a figure as it is kept, with what it came to, and what the audit says of it. */
export interface KeptComment {
  /** What was hashed of it when it was written: the comment as it is read. */
  readonly written: Readonly<Record<string, unknown>> & { readonly writtenAt: string };
  readonly chain: string;
  readonly id: string;
  readonly writtenBy: string;
  /** Null while it is open. */
  readonly outcome: {
    readonly state: string;
    readonly answer: string | null;
    readonly decidedBy: string;
    readonly decidedAt: string;
  } | null;
  readonly told: readonly ToldOfComment[];
}

/** Every comment with its outcome. */
export async function* commentsInOrder(snapshot: Snapshot, batch: number): AsyncGenerator<KeptComment> {
  const kept = inBatches<KeptComment>((after) =>
    snapshot.query(
      `SELECT comment.id, comment.establishment AS chain, written_by AS "writtenBy",
         jsonb_build_object('id', comment.id, 'establishmentCode', comment.establishment, 'indicatorCode', indicator,
           'campaign', campaign, 'level', level, 'area', area, 'category', category, 'vintage', vintage, 'text', text,
           'language', language, 'writtenAt', ${instantText("written_at")}, 'isSynthetic', synthetic) AS written,
         CASE WHEN outcome.comment IS NOT NULL THEN jsonb_build_object('state', state, 'answer', answer,
           'decidedBy', decided_by, 'decidedAt', ${instantText("decided_at")}) END AS outcome,
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('sequence', sequence, 'event', event, 'actor', actor,
            'at', ${instantText("at")}, 'before', before_hash, 'after', after_hash) ORDER BY sequence), '[]')
          FROM quality_indicators.audit_entry AS entry
          WHERE entry.chain = comment.establishment AND entry.subject = comment.id::text
            AND event LIKE 'FIGURE_COMMENT%') AS told
       FROM quality_indicators.figure_comment AS comment
       LEFT JOIN quality_indicators.figure_comment_outcome AS outcome ON outcome.comment = comment.id
       WHERE comment.id > $1 ORDER BY comment.id LIMIT $2`,
      [after?.id ?? nobody, batch],
    ),
  );
  for await (const { written, ...comment } of kept)
    yield { ...comment, written: { ...written, writtenAt: hashedInstant(written.writtenAt) } };
}

/** The entries that tell of a comment, or of what it came to, which is not there. */
export const findEntriesWithoutComment = (
  snapshot: Snapshot,
): Promise<(Place & { readonly comment: string })[]> =>
  snapshot.query(
    `SELECT chain, sequence, subject AS comment FROM quality_indicators.audit_entry AS entry
     WHERE (event LIKE 'FIGURE_COMMENT%' AND NOT EXISTS (
         SELECT FROM quality_indicators.figure_comment AS comment
         WHERE comment.id::text = entry.subject AND comment.establishment = entry.chain))
       OR (event IN ('FIGURE_COMMENT_ANSWERED', 'FIGURE_COMMENT_WITHDRAWN') AND NOT EXISTS (
         SELECT FROM quality_indicators.figure_comment_outcome AS outcome
         WHERE outcome.comment::text = entry.subject AND outcome.establishment = entry.chain))
     ORDER BY chain, sequence`,
  );
