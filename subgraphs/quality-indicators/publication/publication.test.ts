import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReference } from "../../../seeds/planting.js";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { fullAnswers } from "../submission/testing/a-push.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

interface Row {
  indicator: string;
  category: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  numerator: number | null;
  denominator: number | null;
  status: string;
  reason: string | null;
  origin: string;
  contradictions: string[];
}
const provinceOf = (vintage: string): Promise<Row[]> =>
  hub.database.query<Row>(
    "SELECT * FROM quality_indicators_published.observation WHERE vintage = $1 AND level = 'PROVINCE' ORDER BY id",
    [vintage],
  );
const publish = (subject = "steward:publish", reason = "Première publication") =>
  hub.ask<{ publishCampaign: { vintage: string; observations: number; suppressed: number } }>(
    'mutation ($reason: String!) { publishCampaign(campaign: "2025-2026", reason: $reason) { vintage observations suppressed } }',
    { reason },
    aSteward("steward:publish", subject),
  );
const approve = (id: string, subject = "steward:collect") =>
  hub.ask(
    "mutation ($id: ID!) { approveSubmission(id: $id) { state } }",
    { id },
    aSteward("steward:collect", subject),
  );
const preview = (principal = aSteward("steward:publish")) =>
  hub.ask<{
    previewPublication: { vintage: string; offices: number; newlyApproved: number; changes: object[] };
  }>(
    '{ previewPublication(campaign: "2025-2026") { vintage observations suppressed offices newlyApproved changes { indicator level area category before after } } }',
    {},
    principal,
  );
const active = "indicator = 'IQP-06' AND level = 'PROVINCE'";

describe("the demonstration of 2024", () => {
  interface Figure {
    campaign: string | null;
    indicator: string | null;
    category: string | null;
    status: string;
    unit: string;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    low: number | null;
    high: number | null;
    code: string;
  }
  const printed = readReference<Figure[]>("published-figures.json").filter(
    ({ campaign, indicator, status }) => campaign === "2024" && indicator !== null && status === "OBSERVED",
  );

  it("reproduces every count that the portrait prints of an indicator", async () => {
    const rows = await provinceOf("2024.1");
    const find = ({ indicator, category }: Figure) =>
      rows.find((row) => row.indicator === indicator && row.category === category);
    const counts = printed.filter(({ numerator, denominator }) => numerator !== null && denominator !== null);
    // Two sides of a contradiction cannot both be reproduced: the raw results of annex 3 are.
    const otherSide = ["2024.establishments_represented.ffom", "2024.active_share.portrait"];
    const asked = counts.filter(({ code }) => !otherSide.includes(code));
    expect(asked.length).toBeGreaterThan(40);
    for (const figure of asked)
      expect([figure.code, find(figure)]).toEqual([
        figure.code,
        expect.objectContaining({
          numerator: figure.numerator,
          denominator: figure.denominator,
          status: "OBSERVED",
        }),
      ]);
  });

  it("adds up to 1721 partners in the pools and 892 active, each beside its contradiction", async () => {
    const rows = await provinceOf("2024.1");
    const of = (indicator: string) => rows.filter((row) => row.indicator === indicator);
    expect(of("IQP-05")).toEqual([
      expect.objectContaining({ value: 1721, contradictions: ["K3"], origin: "SYNTHETIC" }),
    ]);
    expect(of("IQP-06")).toEqual([expect.objectContaining({ value: 892, contradictions: ["K2"] })]);
    expect(of("IQP-08")).toEqual([expect.objectContaining({ low: 0.4, high: 4 })]);
  });

  it("shows no synthetic figure beside an establishment's name", async () => {
    const rows = await hub.database.query<Row>(
      "SELECT * FROM quality_indicators_published.observation WHERE level = 'ESTABLISHMENT'",
    );
    expect(rows).toHaveLength(28 * 3);
    for (const row of rows)
      expect(row).toMatchObject({
        status: "SUPPRESSED",
        reason: "SYNTHETIC",
        value: null,
        numerator: null,
        denominator: null,
      });
  });
});

describe("from a push to a published figure", () => {
  it("previews what would change, and writes nothing", async () => {
    const { data } = await hub.writingNothing(() => preview());
    expect(data!.previewPublication).toMatchObject({
      vintage: "2025-2026.1",
      offices: 20,
      newlyApproved: 20,
    });
    expect(data!.previewPublication.changes).toContainEqual(
      expect.objectContaining({ indicator: "IQP-06", level: "PROVINCE", before: null }),
    );
  });

  it("counts a figure once it is sent, approved and published, by three different people: the sum of its offices (V27)", async () => {
    const { id } = (await hub.push({ answers: fullAnswers({ B7: { number: 37 }, B6: { number: 60 } }) }))
      .submission!;
    expect((await preview()).data!.previewPublication.offices).toBe(20);
    await approve(id);
    const same = await hub.writingNothing(() => publish("steward:collect"));
    expect(same.errors![0]!.extensions).toMatchObject({ code: "SAME_PERSON", place: "campaign" });
    const [others] = await hub.database.query<{ sum: number }>(
      `SELECT sum((answer->>'number')::integer)::integer AS sum FROM quality_indicators.submission
       JOIN quality_indicators.submission_revision ON submission = id, jsonb_path_query(responses, '$[*][*] ? (@.question == "B7")') AS answer
       WHERE campaign = '2025-2026' AND office <> 'bureau-ciusss-estrie-chus' AND establishment <> 'ciusss-estrie-chus'`,
    );
    const { data, errors } = await publish();
    expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
    const rows = await provinceOf("2025-2026.1");
    const groups = await hub.database.query<Row>(
      `SELECT * FROM quality_indicators_published.observation
       WHERE vintage = '2025-2026.1' AND level NOT IN ('PROVINCE', 'ESTABLISHMENT')`,
    );
    expect(groups.length).toBeGreaterThan(1_000);
    expect(data!.publishCampaign).toEqual({
      vintage: "2025-2026.1",
      observations: rows.length + groups.length + 21 * 3,
      suppressed: groups.filter(({ status }) => status === "SUPPRESSED").length + 21 * 3,
    });
    expect(rows.find(({ indicator }) => indicator === "IQP-06")).toMatchObject({
      value: others!.sum + 37,
      status: "OBSERVED",
      origin: "SYNTHETIC",
    });
    const [completeness] = rows.filter(({ indicator }) => indicator === "IQP-23");
    expect(completeness).toMatchObject({ value: 60, numerator: 21, denominator: 35 });
    const { data: own } = await hub.ask<{
      submission: { state: string; audit: { event: string; vintage: string }[] };
    }>(
      "query ($id: ID!) { submission(id: $id) { state publishedRevision audit { event vintage actor } } }",
      { id },
      estrie,
    );
    expect(own!.submission).toMatchObject({ state: "PUBLISHED", publishedRevision: 1 });
    expect(own!.submission.audit.at(-1)).toEqual({
      event: "PUBLISHED",
      vintage: "2025-2026.1",
      actor: "steward:publish",
    });
  });

  it("answers the published figure to the public, and the one before stays in its own vintage", async () => {
    const [before] = await hub.database.query<Row>(
      `SELECT * FROM quality_indicators_published.observation WHERE vintage = '2025-2026.1' AND ${active}`,
    );
    const { id } = (
      await hub.push({
        baseRevision: 1,
        reason: "Trois de plus.",
        answers: fullAnswers({ B7: { number: 40 }, B6: { number: 60 } }),
      })
    ).submission!;
    const early = await hub.writingNothing(() => publish("steward:publish", "Trop tôt"));
    expect(early.errors![0]!.extensions).toMatchObject({ code: "NOTHING_TO_PUBLISH", place: "campaign" });
    await approve(id);
    const changes = (await preview()).data!.previewPublication.changes as {
      indicator: string;
      level: string;
    }[];
    const changed = changes.map(({ indicator, level }) => `${indicator} ${level}`);
    expect(changed).toEqual(
      expect.arrayContaining(["IQP-06", "IQP-07", "IQP-09"].map((indicator) => `${indicator} PROVINCE`)),
    );
    // A group may be protected; no other indicator counts the active partners.
    expect(new Set(changes.map(({ indicator }) => indicator))).toEqual(
      new Set(["IQP-06", "IQP-07", "IQP-09"]),
    );
    expect((await publish("steward:publish", "Correction de l'Estrie")).data!.publishCampaign.vintage).toBe(
      "2025-2026.2",
    );
    const { data } = await hub.ask<{
      qualityIndicator: { observations: { value: number; vintage: string | null; origin: string }[] };
    }>(
      '{ qualityIndicator(code: "IQP-06") { observations(campaign: "2025-2026", level: PROVINCE) { value vintage origin } } }',
    );
    expect(data!.qualityIndicator.observations).toEqual([
      { value: before!.value! + 3, vintage: "2025-2026.2", origin: "SYNTHETIC" },
    ]);
    const again = await hub.database.query<Row>(
      `SELECT * FROM quality_indicators_published.observation WHERE vintage = '2025-2026.1' AND ${active}`,
    );
    expect(again).toEqual([before]);
  });

  it("refuses to publish without a reason, without the scope, and an unknown campaign", async () => {
    const blank = await hub.writingNothing(() => publish("steward:publish", " "));
    expect(blank.errors![0]!.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "reason" });
    for (const principal of [
      aSteward("steward:collect"),
      aSteward("steward:privacy"),
      estrie,
      aResearcher(null),
    ]) {
      const { errors } = await hub.writingNothing(() =>
        hub.ask(
          'mutation { publishCampaign(campaign: "2025-2026", reason: "x") { vintage } }',
          {},
          principal,
        ),
      );
      expect(errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
      expect((await preview(principal)).errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
    }
    const unknown = await hub.ask(
      'mutation { publishCampaign(campaign: "1999", reason: "x") { vintage } }',
      {},
      aSteward("steward:publish"),
    );
    expect(unknown.errors![0]!.extensions).toMatchObject({ code: "UNKNOWN_CODE", place: "campaign" });
  });
});

describe("a campaign with fewer than five answers", () => {
  it("is published with every figure protected, and no number in the table", async () => {
    await hub.database.query(`
      DELETE FROM quality_indicators.vintage_revision WHERE vintage LIKE '2025-2026.%';
      DELETE FROM quality_indicators.publication_register WHERE campaign = '2025-2026';
      DELETE FROM quality_indicators_published.observation WHERE campaign = '2025-2026';
      DELETE FROM quality_indicators_published.vintage WHERE campaign = '2025-2026';
      UPDATE quality_indicators.submission SET published_revision = NULL, approved_revision = NULL, approved_by = NULL, approved_at = NULL, state = 'SUBMITTED' WHERE campaign = '2025-2026';
      UPDATE quality_indicators.submission SET approved_revision = 1, approved_by = 'steward:collect', approved_at = now(), state = 'APPROVED'
        WHERE id IN (SELECT id FROM quality_indicators.submission WHERE campaign = '2025-2026' ORDER BY office LIMIT 4)`);
    const { data, errors } = await publish();
    expect(errors).toBeUndefined();
    const rows = await provinceOf("2025-2026.1");
    expect(rows.length).toBeGreaterThan(40);
    const ofRegisters = rows.filter(({ indicator }) => ["IQP-25", "IQP-26"].includes(indicator));
    expect(data!.publishCampaign.observations - data!.publishCampaign.suppressed).toBe(ofRegisters.length);
    for (const row of rows.filter((found) => !ofRegisters.includes(found)))
      expect(row).toMatchObject({
        status: "SUPPRESSED",
        reason: "SMALL_GROUP",
        value: null,
        low: null,
        high: null,
        text: null,
        numerator: null,
        denominator: null,
      });
  });
});
