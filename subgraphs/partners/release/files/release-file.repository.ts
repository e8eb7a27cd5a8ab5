import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { EntityManager } from "typeorm";
import { snakeCase } from "../../../shared/naming.js";
import { type CopiedAs, rowIdColumn } from "./release-file-format.js";
import type { MeasuredFile, ReleaseFile } from "./release-file.js";

const nameInSql = (column: string): string => pg.escapeIdentifier(snakeCase(column));

/** How many records the caller's agreement has in a release: the position of the last one. */
export async function findLastPosition(
  manager: EntityManager,
  { release, agreement }: Pick<ReleaseFile, "release" | "agreement">,
): Promise<number> {
  const [row] = (await manager.query(
    "SELECT max(position) AS last FROM partners_release.record WHERE release = $1 AND agreement = $2",
    [release, agreement],
  )) as { last: number | null }[];
  return row?.last ?? 0;
}

const optionsOf: Readonly<Record<CopiedAs, string>> = {
  CSV: "FORMAT csv, ENCODING 'UTF8'",
  // No character of JSON is one of these two, so that PostgreSQL adds nothing to it.
  JSON: "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02', ENCODING 'UTF8'",
  TEXT: "FORMAT text, ENCODING 'UTF8'",
};

/**
 * The records of a file from one position to another, in the pieces in which PostgreSQL sent them. COPY takes no
 * parameters: the release is told by a setting of the transaction, the agreement is the caller's.
 */
export async function copyRecords(
  manager: EntityManager,
  { release, columns, format }: Pick<ReleaseFile, "release" | "columns" | "format">,
  first: number,
  last: number,
): Promise<Buffer[]> {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last))
    throw new Error("expected positions of records");
  // By the index of positions: the rows come in their order, and nothing is sorted.
  await manager.query(
    "SELECT set_config('hub.release', $1, true), set_config('enable_bitmapscan', 'off', true)",
    [release],
  );
  const told = [rowIdColumn, ...columns].map(
    (column) => `${nameInSql(column)} AS ${pg.escapeIdentifier(column)}`,
  );
  const records = `SELECT ${told.join(", ")} FROM partners_release.record
    WHERE release = current_setting('hub.release') AND agreement = current_setting('hub.agreement')
      AND position BETWEEN ${first} AND ${last} ORDER BY position`;
  const rows = format.copiedAs === "JSON" ? `SELECT row_to_json(line) FROM (${records}) AS line` : records;
  return copied(manager, `COPY (${rows}) TO STDOUT (${optionsOf[format.copiedAs]})`);
}

async function copied(manager: EntityManager, sql: string): Promise<Buffer[]> {
  const client = (await manager.queryRunner?.connect()) as pg.PoolClient;
  // Beside the query builder: it has no word for COPY, and its log of statements is told here.
  manager.dataSource.logger.logQuery(sql);
  const pieces: Buffer[] = [];
  // Its count of rows may come after its last piece.
  for await (const piece of client.query(copyTo(sql))) pieces.push(piece as Buffer);
  return pieces;
}

interface StoredMeasure {
  readonly blockBytes: number[];
  readonly tail: Buffer;
  readonly sha256: Buffer;
}

/** What was measured of a file; null when it never was. */
export async function findMeasure(
  manager: EntityManager,
  { release, agreement, etag, format, columns }: ReleaseFile,
): Promise<MeasuredFile | null> {
  const [stored] = (await manager.query(
    `SELECT block_bytes AS "blockBytes", tail, sha256 FROM partners_release.release_file
     WHERE release = $1 AND agreement = $2 AND etag = $3`,
    [release, agreement, etag],
  )) as StoredMeasure[];
  return stored ? { head: format.head(columns), ...stored } : null;
}

/** Keeps what was measured; who measured the same file at the same time found the same. */
export async function insertMeasure(
  manager: EntityManager,
  { release, agreement, etag, format }: ReleaseFile,
  { blockBytes, tail, sha256 }: MeasuredFile,
): Promise<void> {
  await manager.query(
    `INSERT INTO partners_release.release_file (release, agreement, etag, format, block_bytes, tail, sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [release, agreement, etag, format.ending, blockBytes, tail, sha256],
  );
}
