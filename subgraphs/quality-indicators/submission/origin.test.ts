import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { campaignFrame } from "../../../seeds/demo/campaign-frame.js";
import { asRow } from "../../../seeds/planting.js";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../../test/harness/subgraph.js";
import { qualityIndicators } from "../index.js";
import { aPush, type PushAnswer, pushMutation } from "./testing/a-push.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

const realEstrie = { ...estrie, isDevelopment: false };
let real: TestDatabase;
let ask: Ask;
let demonstration: Collection;

beforeAll(async () => {
  real = await aDatabase("reference");
  ({ ask } = aSubgraph(qualityIndicators, real));
  demonstration = await aCollection();
});
afterAll(() => Promise.all([real.drop(), demonstration.database.drop()]));

const codeOf = async (input: object): Promise<unknown> =>
  (await ask(pushMutation, { input }, realEstrie)).errors?.[0]?.extensions?.code;
const isSynthetic = async (
  database: TestDatabase,
  answer: { data?: PushAnswer | null },
): Promise<boolean> => {
  const { submission, revision } = answer.data!.submitYearlyFigures;
  const [kept] = await database.query<{ synthetic: boolean }>(
    "SELECT synthetic FROM quality_indicators.submission_revision WHERE submission = $1 AND revision = $2",
    [submission!.id, revision],
  );
  return kept!.synthetic;
};

describe("real facts alone", () => {
  it("hold the form of 2025-2026 and take no figures until a steward opens the campaign", async () => {
    const query = '{ form(campaign: "2025-2026") { questions { code } window { opensAt } } }';
    const { data } = await ask<{ form: { window: object | null } }>(query, {}, realEstrie);
    expect(data!.form).toMatchObject({ window: null, questions: expect.arrayContaining([{ code: "B7" }]) });
    expect(await codeOf(aPush())).toBe("CAMPAIGN_NOT_OPEN");
  });

  it("receive real answers from a real issuer, and synthetic ones from the development issuer", async () => {
    const [office] = campaignFrame("2025-2026").filter(
      ({ establishment }) => establishment === estrie.establishment,
    );
    await real.query(
      "INSERT INTO quality_indicators.campaign_window VALUES ('2025-2026', '2026-05-01', '2026-07-01', NULL)",
    );
    await real.query(
      "INSERT INTO quality_indicators.frame SELECT * FROM jsonb_populate_record(NULL::quality_indicators.frame, $1)",
      [JSON.stringify(asRow(office!))],
    );
    const first = await ask<PushAnswer>(pushMutation, { input: aPush() }, realEstrie);
    expect(await isSynthetic(real, first)).toBe(false);
    const second = await ask<PushAnswer>(pushMutation, { input: aPush({ baseRevision: 1 }) }, estrie);
    expect(await isSynthetic(real, second)).toBe(true);
  });
});

describe("a demonstration database", () => {
  it("takes whatever it receives for synthetic, even from a real issuer", async () => {
    const answer = await demonstration.send(aPush(), realEstrie);
    expect(await isSynthetic(demonstration.database, answer)).toBe(true);
  });
});
