import { aDefinition } from "../../subgraphs/quality-indicators/definition/testing/a-definition.js";
import type { TestHub } from "../harness/hub.js";
import { campaign, type OfficeAnswer } from "./public-tables.js";

interface Response {
  readonly question: string;
  readonly number?: number;
}

const change = (
  responses: readonly (readonly Response[])[],
  numbers: Record<string, (old: number) => number>,
) =>
  responses.map((response) =>
    response.map((answer) => {
      const next = numbers[answer.question];
      return next ? { ...answer, number: next(answer.number ?? 0) } : answer;
    }),
  );

/**
 * Makes the campaign of the demonstration one of real answers, in which three offices have three active partners, and
 * one all but two.
 */
export async function declareReal(hub: TestHub): Promise<void> {
  await hub.database.query(`
    UPDATE quality_indicators.submission_revision SET synthetic = false;
    DELETE FROM quality_indicators.seed WHERE name = 'demo'`);
  const sent = await hub.database.query<{ submission: string; revision: number; responses: Response[][] }>(
    `SELECT submission, revision, responses FROM quality_indicators.submission_revision
     JOIN quality_indicators.submission ON id = submission AND revision = approved_revision
     WHERE campaign = $1 ORDER BY office`,
    [campaign],
  );
  for (const [place, { submission, revision, responses }] of sent.entries()) {
    const bank = responses.flat().find(({ question }) => question === "B6")?.number ?? 0;
    const active = place < 3 ? 3 : place === 5 ? bank - 2 : null;
    if (active !== null)
      await hub.database.query(
        "UPDATE quality_indicators.submission_revision SET responses = $3 WHERE submission = $1 AND revision = $2",
        [submission, revision, JSON.stringify(change(responses, { B7: () => active }))],
      );
  }
}

/** An office corrects its bank and its full-time equivalents, and the correction is approved. */
export async function correctAndApprove(hub: TestHub, office: string): Promise<void> {
  const [sent] = await hub.database.query<{ submission: string; responses: Response[][] }>(
    `SELECT submission, responses FROM quality_indicators.submission_revision
     JOIN quality_indicators.submission ON id = submission AND revision = approved_revision
     WHERE campaign = $1 AND office = $2`,
    [campaign, office],
  );
  const corrected = change(sent!.responses, { B6: (bank) => bank + 7, B5b: (staff) => staff + 1 });
  await hub.database.query(
    `INSERT INTO quality_indicators.submission_revision
       (submission, revision, responses, submitted_by, submitted_at, mode, synthetic, payload_hash, content_hash)
     VALUES ($1, 2, $2, 'user:bureau', now(), 'SUBMIT', false, '', '')`,
    [sent!.submission, JSON.stringify(corrected)],
  );
  await hub.database.query(
    `UPDATE quality_indicators.submission SET state = 'APPROVED', current_revision = 2, approved_revision = 2
     WHERE id = $1`,
    [sent!.submission],
  );
}

async function asked(hub: TestHub, query: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await hub.ask<Record<string, unknown>>(query, {
    account: "steward:publish",
    variables,
  });
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}

/** Publishes the campaign as it stands. */
export const publish = (hub: TestHub): Promise<unknown> =>
  asked(
    hub,
    'mutation ($campaign: String!) { publishCampaign(campaign: $campaign, reason: "Publication") { vintage } }',
    {
      campaign,
    },
  );

/** The offices that a filter leaves out: those with the fewest full-time equivalents, fewer than five of them. */
export function shareOfSome(answers: readonly OfficeAnswer[]): { offices: string[]; atLeast: number } {
  const numbers = [...new Set(answers.map(({ staff }) => staff))].sort((left, right) => left - right);
  const atLeast = numbers[1]!;
  return { offices: answers.filter(({ staff }) => staff < atLeast).map(({ office }) => office), atLeast };
}

/** Defines the share of the offices that say yes (C6) among those that have so many full-time equivalents. */
export async function define(hub: TestHub, atLeast: number): Promise<void> {
  const input = aDefinition({
    code: "IQP-27",
    measures: [{ kind: "SHARE", of: { question: "C6", choice: "YES" }, where: { question: "B5b", atLeast } }],
  });
  const told = await asked(
    hub,
    "mutation ($input: DefineIndicatorInput!) { defineIndicator(input: $input) { status issues { code path } } }",
    { input },
  );
  if ((told as { status: string }).status !== "DEFINED") throw new Error(JSON.stringify(told));
}
