import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedSubgraph } from "../../../seeds/seed.js";
import { testDay } from "../../../test/harness/database.js";
import { aForm } from "../form/testing/a-form.js";
import { qualityIndicators } from "../index.js";
import { anOpeningHub, asWritten, collector, type OpeningHub } from "./testing/opening-hub.js";

let hub: OpeningHub;
beforeAll(async () => {
  hub = await anOpeningHub();
});
afterAll(() => hub.database.drop());

describe("opening a campaign", () => {
  it("is tried first: the offices that it would expect are told, and nothing is written", async () => {
    const tried = await hub.writingNothing(() => hub.open({ dryRun: true }));
    expect(tried).toEqual({
      status: "VALID",
      expectedOffices: 35,
      receipt: null,
      campaign: null,
      issues: [],
    });
  });

  it("writes the campaign, its form, its window and its frame, and shows them at once", async () => {
    const before = await hub.rows();
    const opened = await hub.open();
    expect(opened).toMatchObject({ status: "OPENED", expectedOffices: 35, issues: [] });
    expect(opened.receipt).toMatch(/^HUB\/\d+\/[0-9a-f]{64}$/);
    expect(opened.campaign).toEqual({
      code: "2026-2027",
      instrument: "2025-2026",
      title: { fr: "Données annuelles 2026-2027", en: "2026-2027 yearly figures", status: "PROPOSED" },
      period: { from: "2026-04-01", to: "2027-03-31", label: "2026-2027" },
      stockDate: "2027-03-31",
      basis: "OFFICES",
      base: "OFFICES",
      vintages: [],
    });
    expect((await hub.rows()).map((count, index) => count - before[index]!)).toEqual([1, 1, 1, 35, 1]);
    const { data } = await hub.ask<{ campaigns: { code: string }[] }>("{ campaigns { code } }");
    expect(data!.campaigns.map(({ code }) => code)).toContain("2026-2027");
  });

  it("keeps the version of the form that it takes, with its modules and totals", async () => {
    const form = `version modules { code version origin } totals { kind questions other }
      notice { version } questions { code module choices { code low high alone } }`;
    const read = async (campaign: string) =>
      (await hub.ask(`{ form(campaign: "${campaign}") { ${form} } }`, {}, collector)).data!["form"];
    expect(await read("2026-2027")).toEqual(await read("2025-2026"));
    expect(await read("2026-2027")).toMatchObject({
      version: "1",
      modules: [{ code: "G", version: "1", origin: "PROPOSED_BY_HUB" }],
    });
  });

  it("keeps the document of each question of a new form, as not checked yet", async () => {
    const [question] = (asWritten(aForm()) as { questions: object[] }).questions;
    const provenance = { document: "P", section: "Annexe 2", quote: "2. Titre:" };
    const form = { ...asWritten(aForm({ totals: [] })), questions: [{ ...question, provenance }] };
    expect(await hub.open({ code: "2026-reprise", formOf: null, form })).toMatchObject({ status: "OPENED" });
    const { data } = await hub.ask(
      `{ form(campaign: "2026-reprise") { questions { provenance { document section quote method extractedAt status } } } }`,
      {},
      collector,
    );
    expect(data).toEqual({
      form: {
        questions: [
          {
            provenance: { ...provenance, method: "MANUAL", extractedAt: "2026-05-04", status: "UNVERIFIED" },
          },
        ],
      },
    });
  });

  it("reads days in Toronto: the first from its midnight, the last to its end", async () => {
    const { data } = await hub.ask(
      `{ form(campaign: "2026-2027") { window { opensAt closesAt lockAt embargoUntil } } }`,
      {},
      collector,
    );
    expect(data).toEqual({
      form: {
        window: {
          opensAt: "2026-04-01T04:00:00.000Z",
          closesAt: "2026-07-01T04:00:00.000Z",
          lockAt: "2026-07-16T04:00:00.000Z",
          embargoUntil: "2026-09-01T04:00:00.000Z",
        },
      },
    });
    await hub.open({ code: "2026-hiver", opensAt: "2026-01-05", closesAt: "2026-03-08T17:00:00-04:00" });
    const [winter] = await hub.database.query<{ opens_at: Date; closes_at: Date }>(
      "SELECT opens_at, closes_at FROM quality_indicators.campaign_window WHERE campaign = '2026-hiver'",
    );
    expect(winter).toEqual({
      opens_at: new Date("2026-01-05T05:00:00Z"),
      closes_at: new Date("2026-03-08T21:00:00Z"),
    });
  });

  it("copies the register: each office with its establishment, region, group of regions and peers", async () => {
    const frame = await hub.database.query(
      `SELECT * FROM quality_indicators.frame WHERE campaign = '2026-2027'
       AND office IN ('bureau-ciusss-estrie-chus', 'bureau-clsc-naskapi') ORDER BY office`,
    );
    expect(frame).toEqual([
      expect.objectContaining({
        establishment: "ciusss-estrie-chus",
        region: "RSS-05",
        region_group: "CENTRE_OUEST",
        peer_group: "CIUSSS",
        in_universe_32: true,
        in_universe_35: true,
        names: expect.objectContaining({ region: { fr: "Estrie", en: "Estrie", status: "PROPOSED" } }),
      }),
      expect.objectContaining({ region: "RSS-09", peer_group: null, in_universe_32: false }),
    ]);
  });

  it("is entered in the audit of the hub", async () => {
    const entries = await hub.database.query(
      `SELECT chain, event, subject, actor, at, submission, length(after_hash) AS hash
       FROM quality_indicators.audit_entry WHERE subject = '2026-2027'`,
    );
    expect(entries).toEqual([
      {
        chain: "HUB",
        event: "CAMPAIGN_OPENED",
        subject: "2026-2027",
        actor: "steward:collect",
        at: testDay,
        submission: null,
        hash: 64,
      },
    ]);
  });
});

describe("a campaign that a steward opened", () => {
  it("tells everybody its first day and its last one, and keeps silent on those that the documents do not date", async () => {
    const { data } = await hub.ask<{ campaigns: { code: string }[] }>(
      "{ campaigns { code opensOn closesOn } }",
    );
    const ofCode = (code: string) => data!.campaigns.find((campaign) => campaign.code === code);
    expect(ofCode("2026-2027")).toMatchObject({ opensOn: "2026-04-01", closesOn: "2026-06-30" });
    expect(ofCode("2026-hiver")).toMatchObject({ opensOn: "2026-01-05", closesOn: "2026-03-08" });
    expect(ofCode("2024")).toMatchObject({ opensOn: null, closesOn: null });
  });

  it("stays as it is when the reference data are planted again", async () => {
    const opened = `SELECT campaign.title, instrument.version, instrument.questions
      FROM quality_indicators_published.campaign JOIN quality_indicators_published.instrument USING (code)
      WHERE code = '2026-2027'`;
    const [before] = await hub.database.query(opened);
    await hub.database.query("DELETE FROM quality_indicators.seed WHERE name = 'reference'");
    const sown = await seedSubgraph(qualityIndicators, hub.database.address, "reference", testDay);
    expect(sown).toMatchObject({ planted: true });
    expect(before).toBeDefined();
    expect(await hub.database.query(opened)).toEqual([before]);
  });
});
