import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aSteward } from "../../../test/harness/subgraph.js";
import type { Answer } from "../submission/answer.js";
import { aPush, fullAnswers } from "../submission/testing/a-push.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

const realEstrie = { ...estrie, isDevelopment: false };
let hub: Collection;
// A campaign of real answers: those of the demonstration, declared real.
beforeAll(async () => {
  hub = await aCollection();
  await hub.database.query(`
    UPDATE quality_indicators.submission_revision SET synthetic = false;
    DELETE FROM quality_indicators.seed WHERE name = 'demo'`);
});
afterAll(() => hub.database.drop());

interface Answered {
  publishCampaign: { vintage: string };
  previewPublication: { suppressed: number; changes: { indicator: string; level: string; after: string }[] };
  qualityIndicator: {
    observations: { value: number; status: string; reason: string; explanation: string }[];
  };
}
const ask = async (
  query: string,
  variables = {},
  principal = aSteward("steward:publish"),
): Promise<Answered> => {
  const { data, errors } = await hub.ask<Answered>(query, variables, principal);
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!;
};
const publish = async (): Promise<string> =>
  (await ask('mutation { publishCampaign(campaign: "2025-2026", reason: "Publication") { vintage } }'))
    .publishCampaign.vintage;
const preview = async () =>
  (
    await ask(
      '{ previewPublication(campaign: "2025-2026") { suppressed changes { indicator level after } } }',
    )
  ).previewPublication;
const active = async () => {
  const { qualityIndicator } = await ask(
    '{ qualityIndicator(code: "IQP-06") { observations(campaign: "2025-2026", level: PROVINCE) { value status reason explanation } } }',
  );
  return qualityIndicator.observations;
};
async function sendAndApprove(answers: Answer[], baseRevision: number | null): Promise<void> {
  const { data, errors } = await hub.send(aPush({ answers, baseRevision, reason: "Correction" }), realEstrie);
  expect(errors).toBeUndefined();
  await ask(
    "mutation ($id: ID!) { approveSubmission(id: $id) { state } }",
    { id: data!.submitYearlyFigures.submission!.id },
    aSteward("steward:collect"),
  );
}
/** As many offices that corrected nothing yet correct their active partners, and the correction is approved. */
async function othersCorrect(count: number): Promise<void> {
  const sent = await hub.database.query<{ submission: string; responses: Answer[][] }>(
    `SELECT submission, responses FROM quality_indicators.submission_revision
     JOIN quality_indicators.submission ON id = submission
     WHERE campaign = '2025-2026' AND establishment <> 'ciusss-estrie-chus' AND approved_revision = 1
     ORDER BY office LIMIT $1`,
    [count],
  );
  for (const { submission, responses } of sent) {
    const corrected = responses.map((response) =>
      response.map((answer) =>
        answer.question === "B7" ? { ...answer, number: (answer.number ?? 0) + 1 } : answer,
      ),
    );
    await hub.database.query(
      `INSERT INTO quality_indicators.submission_revision
         (submission, revision, responses, submitted_by, submitted_at, mode, synthetic, payload_hash, content_hash)
       VALUES ($1, 2, $2, 'user:autre', now(), 'SUBMIT', false, '', '')`,
      [submission, JSON.stringify(corrected)],
    );
    await hub.database.query(
      `UPDATE quality_indicators.submission SET state = 'APPROVED', current_revision = 2, approved_revision = 2
       WHERE id = $1`,
      [submission],
    );
  }
}

describe("a campaign of real answers", () => {
  it("shows its sums in the first vintage", async () => {
    await sendAndApprove(fullAnswers({ B7: { number: 40 }, B6: { number: 60 } }), null);
    expect(await publish()).toBe("2025-2026.1");
    expect(await active()).toMatchObject([{ status: "OBSERVED", value: expect.any(Number) }]);
  });

  it("withholds a sum whose difference with the vintage before is one office's, and previews it so", async () => {
    await sendAndApprove(fullAnswers({ B7: { number: 43 }, B6: { number: 60 } }), 1);
    const { changes } = await preview();
    const words = "SUPPRESSED (DIFFERENCE_TOO_SMALL)";
    expect(changes.map(({ indicator, level, after }) => [indicator, level, after])).toEqual([
      ["IQP-06", "PROVINCE", words],
      ["IQP-07", "PROVINCE", words],
      ["IQP-09", "PROVINCE", words],
    ]);
    await publish();
    expect(await active()).toEqual([
      {
        status: "SUPPRESSED",
        reason: "DIFFERENCE_TOO_SMALL",
        value: null,
        explanation:
          "Valeur retenue : comparée à une autre valeur publiée, elle révélerait la réponse de moins de cinq bureaux.",
      },
    ]);
  });

  it("compares with a withdrawn vintage too: its values were seen", async () => {
    await hub.database.query(
      "UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = now() WHERE code = '2025-2026.1'",
    );
    await othersCorrect(3);
    await publish();
    expect(await active()).toMatchObject([{ status: "SUPPRESSED", reason: "DIFFERENCE_TOO_SMALL" }]);
  });

  it("shows the sum again once five offices changed since it was last shown", async () => {
    await othersCorrect(1);
    expect((await preview()).changes.map(({ indicator }) => indicator)).toEqual([
      "IQP-06",
      "IQP-07",
      "IQP-09",
    ]);
    await publish();
    expect(await active()).toMatchObject([{ status: "OBSERVED", value: expect.any(Number) }]);
  });
});
