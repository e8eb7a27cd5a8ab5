import type { EntityManager } from "typeorm";
import type { ReceiptPlace } from "../audit/receipt.js";
import type { FigureComment } from "./figure-comment.entity.js";
import type { FigureCommentState } from "./figure-comment-state.js";
import type { CommentedFigure } from "./readable-comment.js";

/** One caller's transaction, as services hand it on. */
export type Transaction = EntityManager;

const shownFigures = `
  SELECT 'PROVINCE' AS level, 'QC' AS area, category, NULL AS vintage
  FROM quality_indicators_published.published_figure WHERE indicator = $1 AND campaign = $2
  UNION ALL
  SELECT level, area, category, vintage
  FROM quality_indicators_published.observation WHERE indicator = $1 AND campaign = $2`;

/** What of a figure's name some published figure has, each part together with those before it. */
export interface KnownParts {
  readonly campaign: boolean;
  readonly level: boolean;
  readonly area: boolean;
  readonly category: boolean;
  readonly vintage: boolean;
}

/** How far the name of a figure leads among those that are published. */
export async function findKnownParts(manager: Transaction, figure: CommentedFigure): Promise<KnownParts> {
  const { indicator, campaign, level, area, category, vintage } = figure;
  const [found] = (await manager.query(
    `SELECT count(*) > 0 AS campaign, COALESCE(bool_or(of_level), false) AS level,
       COALESCE(bool_or(of_area), false) AS area, COALESCE(bool_or(of_category), false) AS category,
       COALESCE(bool_or(of_category AND vintage IS NOT DISTINCT FROM $6::text), false) AS vintage
     FROM (${shownFigures}) AS shown,
       LATERAL (SELECT shown.level = $3 AS of_level) AS l,
       LATERAL (SELECT of_level AND shown.area = $4 AS of_area) AS a,
       LATERAL (SELECT of_area AND shown.category IS NOT DISTINCT FROM $5::text AS of_category) AS c`,
    [indicator, campaign, level, area, category, vintage],
  )) as [KnownParts];
  return found;
}

/** Makes what is said of figures by one establishment wait for each other until their transaction ends. */
export async function waitToComment(manager: Transaction, establishment: string): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify(["figure-comment", establishment]),
  ]);
}

/** A comment about to be written, with what only the database keeps. */
export interface NewComment extends CommentedFigure {
  readonly establishment: string;
  readonly text: string;
  readonly language: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly isSynthetic: boolean;
  readonly idempotencyKey: string;
  readonly payloadHash: string;
}

/** Adds a comment and gives its id. */
export async function insertComment(manager: Transaction, comment: NewComment): Promise<string> {
  const { establishment, indicator, campaign, level, area, category, vintage, text, language } = comment;
  const { writtenBy, writtenAt, isSynthetic, idempotencyKey, payloadHash } = comment;
  const [row] = (await manager.query(
    `INSERT INTO quality_indicators.figure_comment (establishment, indicator, campaign, level, area, category, vintage,
       text, language, written_by, written_at, synthetic, idempotency_key, payload_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
    [
      ...[establishment, indicator, campaign, level, area, category, vintage, text, language],
      ...[writtenBy, writtenAt, isSynthetic, idempotencyKey, payloadHash],
    ],
  )) as [{ id: string }];
  return row.id;
}

/** The comment that a key of an establishment was used for, if there is one. */
export async function findKeptComment(
  manager: Transaction,
  establishment: string,
  key: string,
): Promise<{ readonly id: string; readonly payloadHash: string } | null> {
  const [kept] = (await manager.query(
    `SELECT id, payload_hash AS "payloadHash" FROM quality_indicators.figure_comment
     WHERE establishment = $1 AND idempotency_key = $2`,
    [establishment, key],
  )) as { id: string; payloadHash: string }[];
  return kept ?? null;
}

/** Where the audit tells that a comment was written. */
export async function findEntryOf(
  manager: Transaction,
  establishment: string,
  id: string,
): Promise<ReceiptPlace | null> {
  const [entry] = (await manager.query(
    `SELECT chain, sequence, head FROM quality_indicators.audit_entry
     WHERE chain = $1 AND subject = $2 AND event = 'FIGURE_COMMENTED'`,
    [establishment, id],
  )) as ReceiptPlace[];
  return entry ?? null;
}

/** What a comment came to: an answer, or its withdrawal. */
export interface Outcome {
  readonly comment: string;
  readonly establishment: string;
  readonly state: Exclude<FigureCommentState, FigureCommentState.OPEN>;
  /** Given by an answer alone. */
  readonly answer?: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** Adds the outcome of a comment, unless it has one; tells whether it was added. */
export async function insertOutcome(manager: Transaction, outcome: Outcome): Promise<boolean> {
  const { comment, establishment, state, answer, decidedBy, decidedAt } = outcome;
  // An establishment has no right to the column of answers.
  const columns = [
    "comment",
    "establishment",
    "state",
    "decided_by",
    "decided_at",
    ...(answer ? ["answer"] : []),
  ];
  const values = [comment, establishment, state, decidedBy, decidedAt, ...(answer ? [answer] : [])];
  const added = (await manager.query(
    `INSERT INTO quality_indicators.figure_comment_outcome (${columns.join(", ")})
     VALUES (${values.map((_, place) => `$${place + 1}`).join(", ")})
     ON CONFLICT (comment) DO NOTHING RETURNING comment`,
    values,
  )) as unknown[];
  return added.length === 1;
}

const comments = `
  SELECT id, comment.establishment AS "establishmentCode", indicator AS "indicatorCode", campaign, level, area,
    category, vintage, text, language, written_at AS "writtenAt", synthetic AS "isSynthetic",
    COALESCE(state, 'OPEN') AS state, answer, decided_at AS "decidedAt"
  FROM quality_indicators.figure_comment AS comment
  LEFT JOIN quality_indicators.figure_comment_outcome AS outcome ON outcome.comment = comment.id`;

/** A comment that the caller may see, or null. */
export async function findComment(manager: Transaction, id: string): Promise<FigureComment | null> {
  const [found] = (await manager.query(`${comments} WHERE id = $1`, [id])) as FigureComment[];
  return found ?? null;
}

/** What a list of comments is narrowed by. */
export interface CommentFilter {
  readonly state: FigureCommentState | null;
  readonly campaign: string | null;
}

const fitting = "($1::text IS NULL OR COALESCE(state, 'OPEN') = $1) AND ($2::text IS NULL OR campaign = $2)";

/** The comments that the caller may see after one of them, the last written first. */
export const findCommentsAfter = (
  manager: Transaction,
  { state, campaign }: CommentFilter,
  after: string | null,
  first: number,
): Promise<FigureComment[]> =>
  manager.query(
    `${comments} WHERE ${fitting} AND ($3::uuid IS NULL OR (written_at, id) <
       (SELECT last.written_at, last.id FROM quality_indicators.figure_comment AS last WHERE last.id = $3))
     ORDER BY written_at DESC, id DESC LIMIT $4`,
    [state, campaign, after, first],
  );

/** How many comments the caller may see. */
export async function countComments(
  manager: Transaction,
  { state, campaign }: CommentFilter,
): Promise<number> {
  const [counted] = (await manager.query(
    `SELECT count(*)::integer AS count FROM (${comments}) AS all_comments WHERE ($1::text IS NULL OR state = $1)
       AND ($2::text IS NULL OR campaign = $2)`,
    [state, campaign],
  )) as [{ count: number }];
  return counted.count;
}
