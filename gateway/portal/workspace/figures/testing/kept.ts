import type { TestHub } from "../../../../../test/harness/hub.js";
import { campaign } from "./an-office.js";

/** A revision as the database keeps it. */
export interface KeptRevision {
  readonly state: string;
  readonly revision: number;
  readonly hash: string;
  readonly responses: readonly (readonly {
    readonly question: string;
    readonly number?: number;
    readonly comment?: string;
  }[])[];
  readonly mode: string;
  readonly sender: string;
  readonly notice: string | null;
}

/** The revisions of an establishment in the open campaign, the first one first: not through the API. */
export const kept = async ({ database }: TestHub, establishment: string): Promise<readonly KeptRevision[]> =>
  (await database.query(
    `SELECT submission.state, submission.current_revision AS revision, revision.content_hash AS hash,
            revision.responses, revision.mode, revision.submitted_by AS sender, revision.notice_version AS notice
     FROM quality_indicators.submission JOIN quality_indicators.submission_revision AS revision
       ON revision.submission = submission.id
     WHERE submission.campaign = '${campaign}' AND submission.establishment = '${establishment}'
     ORDER BY revision.revision`,
  )) as KeptRevision[];

/** What the last revision answers to a question. */
export const lastAnswer = (rows: readonly KeptRevision[], question: string) =>
  rows.at(-1)?.responses[0]?.find((answer) => answer.question === question);

/**
 * Establishments that the open campaign expects and that have sent nothing yet, each given once: first those without
 * any earlier figures, which a push would be compared with.
 */
export async function silentEstablishments({ database }: TestHub): Promise<() => string> {
  const rows = (await database.query(
    `SELECT frame.establishment FROM quality_indicators.frame
     WHERE campaign = '${campaign}' AND NOT EXISTS (
       SELECT FROM quality_indicators.submission
       WHERE submission.campaign = frame.campaign AND submission.establishment = frame.establishment)
     ORDER BY EXISTS (SELECT FROM quality_indicators.submission
                      WHERE submission.establishment = frame.establishment), frame.establishment`,
  )) as { establishment: string }[];
  const silent = rows.map(({ establishment }) => establishment);
  return () => {
    const code = silent.shift();
    if (!code) throw new Error("no establishment left");
    return code;
  };
}
