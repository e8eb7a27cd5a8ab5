import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
  previewPublication: {
    suppressed: number;
    unsafe: object[];
    alreadyTold: object[];
    changes: { indicator: string; level: string; after: string }[];
  };
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
      '{ previewPublication(campaign: "2025-2026") { suppressed unsafe { area } alreadyTold { area } changes { indicator level after } } }',
    )
  ).previewPublication;
const ofProvince = async (indicator: string) => {
  const { qualityIndicator } = await ask(
    'query ($code: String!) { qualityIndicator(code: $code) { observations(campaign: "2025-2026", level: PROVINCE) { value status reason explanation } } }',
    { code: indicator },
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
/** As many offices that corrected nothing yet correct their full-time equivalents, and the correction is approved. */
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
        answer.question === "B5b" ? { ...answer, number: (answer.number ?? 0) + 0.25 } : answer,
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
const partners = { B7: { number: 40 }, B6: { number: 60 } };
const withheld = [{ status: "SUPPRESSED", reason: "DIFFERENCE_TOO_SMALL", value: null }];

describe("a campaign of real answers", () => {
  it("shows its sums in the first vintage, and the partners of an establishment beside its name", async () => {
    await sendAndApprove(fullAnswers({ ...partners, B5b: { number: 2 } }), null);
    expect(await publish()).toBe("2025-2026.1");
    for (const indicator of ["IQP-06", "IQP-08", "IQP-09"])
      expect(await ofProvince(indicator)).toMatchObject([{ status: "OBSERVED", value: expect.any(Number) }]);
    const shown = await hub.database.query(
      `SELECT indicator, value, origin FROM quality_indicators_published.observation
       WHERE vintage = '2025-2026.1' AND level = 'ESTABLISHMENT' AND area = 'ciusss-estrie-chus' ORDER BY indicator`,
    );
    expect(shown).toEqual([
      { indicator: "IQP-05", value: 60, origin: "COMPUTED" },
      { indicator: "IQP-06", value: 40, origin: "COMPUTED" },
      { indicator: "IQP-07", value: 66.7, origin: "COMPUTED" },
    ]);
  });

  it("shows a corrected number of partners again: it stands beside the establishment's name anyhow", async () => {
    await sendAndApprove(fullAnswers({ ...partners, B7: { number: 43 }, B5b: { number: 2 } }), 1);
    const { changes, unsafe, alreadyTold } = await preview();
    expect({ unsafe, alreadyTold }).toEqual({ unsafe: [], alreadyTold: [] });
    expect(changes.map(({ indicator, level }) => `${indicator} ${level}`)).toEqual(
      expect.arrayContaining(["IQP-06 PROVINCE", "IQP-06 ESTABLISHMENT"]),
    );
    await publish();
    expect(await ofProvince("IQP-06")).toMatchObject([{ status: "OBSERVED" }]);
  });

  it("withholds what an office answered of itself when its correction alone makes the difference, and previews it so", async () => {
    await sendAndApprove(fullAnswers({ ...partners, B7: { number: 43 }, B5b: { number: 3 } }), 2);
    const { changes } = await preview();
    const words = "SUPPRESSED (DIFFERENCE_TOO_SMALL)";
    const below = changes.filter(({ level }) => level === "PROVINCE");
    expect(below.map(({ indicator, after }) => [indicator, after])).toEqual([
      ["IQP-08", words],
      ["IQP-09", words],
    ]);
    await publish();
    expect(await ofProvince("IQP-09")).toEqual([
      {
        ...withheld[0],
        explanation:
          "Valeur retenue : comparée à une autre valeur publiée, elle révélerait la réponse de moins de cinq bureaux.",
      },
    ]);
  });

  it("compares with a withdrawn vintage too: its values were seen", async () => {
    for (const [scope, subject] of [
      ["steward:publish", "steward:publish"],
      ["steward:privacy", "steward:privacy"],
    ] as const)
      await ask(
        'mutation { withdrawVintage(vintage: "2025-2026.1", reason: "Révèle une réponse") { isWithdrawn } }',
        {},
        aSteward(scope, subject),
      );
    await othersCorrect(3);
    await publish();
    expect(await ofProvince("IQP-08")).toMatchObject(withheld);
  });

  it("shows the sum again once five offices changed since it was last shown", async () => {
    await othersCorrect(1);
    const again = (await preview()).changes.filter(({ level }) => level === "PROVINCE");
    expect(again.map(({ indicator }) => indicator)).toEqual(["IQP-08", "IQP-09"]);
    await publish();
    expect(await ofProvince("IQP-08")).toMatchObject([{ status: "OBSERVED", value: expect.any(Number) }]);
  });
});
