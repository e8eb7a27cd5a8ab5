import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { asRole } from "../submission/testing/as-role.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";
import { aDefinition, type DefineAnswer, defineMutation } from "./testing/a-definition.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

const publisher = aSteward("steward:publish");
const send = (changes: Record<string, unknown> = {}, principal = publisher) =>
  hub.ask<DefineAnswer>(defineMutation, { input: aDefinition(changes) }, principal);
const define = async (changes: Record<string, unknown> = {}) => {
  const { data, errors } = await send(changes);
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.defineIndicator;
};
const indicators = () =>
  hub.database.query<{ code: string; version: number; planted: boolean }>(
    "SELECT code, version, planted FROM quality_indicators_published.indicator ORDER BY code",
  );
const events = () =>
  hub.database.query<{ subject: string; actor: string; chain: string }>(
    "SELECT subject, actor, chain FROM quality_indicators.audit_entry WHERE event = 'INDICATOR_DEFINED' ORDER BY sequence",
  );

describe("the definition of an indicator", () => {
  it("tells in a dry run what it would give by the rules of publication, and writes nothing", async () => {
    const before = await indicators();
    const tried = await hub.writingNothing(() => define({ dryRun: true }));
    expect(tried).toMatchObject({ status: "VALID", version: 1, indicator: null, issues: [], receipt: null });
    expect(tried.figures).toMatchObject([
      {
        campaign: "2025-2026",
        basis: "OFFICES",
        denominator: 20,
        status: "OBSERVED",
        value: expect.any(Number),
      },
    ]);
    const few = await define({
      dryRun: true,
      unit: "FTE",
      valueType: "MEAN",
      measures: [{ kind: "MEAN", question: "B5b", where: { region: "RSS-03" } }],
    });
    expect(few.figures).toMatchObject([{ status: "SUPPRESSED", reason: "SMALL_GROUP", value: null }]);
    expect(await indicators()).toEqual(before);
  });

  it("adds a new one, version 1, proposed by the hub, with an entry in the audit", async () => {
    const defined = await define();
    expect(defined).toMatchObject({
      status: "DEFINED",
      version: 1,
      indicator: {
        code: "IQP-27",
        name: { en: "Offices that train professionals", status: "PROPOSED" },
        origin: "PROPOSED_BY_HUB",
        levels: ["PROVINCE"],
        questions: ["C5"],
      },
      receipt: expect.stringMatching(/^HUB\/\d+\//),
    });
    expect(await events()).toEqual([{ subject: "IQP-27", actor: "steward:publish", chain: "HUB" }]);
    const found = await hub.ask<{ qualityIndicators: { code: string }[] }>(
      '{ qualityIndicators(search: "forment professionnels") { code } }',
    );
    expect(found.data!.qualityIndicators).toEqual([{ code: "IQP-27" }]);
  });

  it("makes no further version of what is kept already, word for word", async () => {
    const before = [await indicators(), await events()];
    expect(await hub.writingNothing(() => define())).toMatchObject({
      status: "UNCHANGED",
      version: 1,
      indicator: { code: "IQP-27", version: 1 },
      receipt: null,
    });
    expect([await indicators(), await events()]).toEqual(before);
  });

  it("raises the version of a known one, and what was published keeps its version", async () => {
    const versions = () =>
      hub.database.query(
        "SELECT DISTINCT indicator_version FROM quality_indicators_published.observation WHERE indicator = 'IQP-04'",
      );
    const before = await versions();
    const defined = await define({
      code: "IQP-04",
      askedIn: ["2024", "2025-2026"],
      measures: [
        {
          kind: "SHARE",
          of: {
            any: [
              { question: "B3", choice: "GT5" },
              { question: "B3", choice: "Y3_5" },
            ],
          },
        },
      ],
    });
    expect(defined).toMatchObject({
      status: "DEFINED",
      version: 2,
      indicator: { version: 2, origin: "SOURCE" },
    });
    expect(await versions()).toEqual(before);
    const rows = await indicators();
    expect(rows.find(({ code }) => code === "IQP-04")).toEqual({
      code: "IQP-04",
      version: 2,
      planted: false,
    });
    expect(rows.find(({ code }) => code === "IQP-05")).toEqual({ code: "IQP-05", version: 1, planted: true });
  });

  it("keeps the labels of the choices of a form as categories", async () => {
    const defined = await define({
      code: "IQP-28",
      measures: [{ kind: "SHARE_BY_CHOICE", question: "C4", where: { question: "B7", atLeast: 1 } }],
    });
    expect(defined.indicator).toMatchObject({
      categories: ["STRATEGIC", "TACTICAL", "CLINICAL", "DOES_NOT_KNOW"].map((code) => ({ code })),
      questions: ["C4", "B7"],
    });
  });

  it("is left to those who publish", async () => {
    for (const principal of [
      aSteward("steward:collect"),
      aSteward("steward:privacy"),
      estrie,
      aResearcher(null),
    ]) {
      const { errors } = await hub.writingNothing(() => send({ code: "IQP-40" }, principal));
      expect(errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
    }
  });
});

describe("the table of indicators", () => {
  const settings = { "hub.subject": "steward:publish", "hub.scopes": "steward:publish" };
  const raise =
    "UPDATE quality_indicators_published.indicator SET version = version + 1, planted = false WHERE code = 'IQP-05'";

  it("takes the next version of a definition from a publisher, and nothing else from anyone", async () => {
    const as = (sql: string, given: Record<string, string> = settings) =>
      asRole(hub.database, "hub_steward", given, sql);
    expect(await as(raise)).toBe(1);
    expect(await as(raise, { "hub.subject": "x", "hub.scopes": "steward:collect" })).toBe(0);
    for (const change of [
      raise.replace("version + 1", "version"),
      raise.replace("version + 1", "version + 2"),
      raise.replace("planted = false", "planted = true"),
      raise.replace("planted = false", "planted = false, origin = 'PROPOSED_BY_HUB'"),
      "DELETE FROM quality_indicators_published.indicator",
    ])
      expect(await as(change)).toBe("42501");
    for (const role of ["hub_public", "hub_researcher", "hub_establishment"] as const)
      expect(await asRole(hub.database, role, settings, raise)).toBe("42501");
  });
});
