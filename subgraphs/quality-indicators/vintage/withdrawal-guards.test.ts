import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asRole } from "../submission/testing/as-role.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

type Settings = Record<string, string>;
const denied = "42501";
const asSteward = (settings: Settings, sql: string) => asRole(hub.database, "hub_steward", settings, sql);
const steward = (scopes: string, subject = "second"): Settings => ({
  "hub.subject": subject,
  "hub.scopes": scopes,
});
const [publishes, protects] = [steward("steward:publish"), steward("steward:privacy")];

const withdrawal = (changes: Record<string, string> = {}): string => {
  const columns = {
    status: "'WITHDRAWN'",
    withdrawn_at: "now()",
    withdrawn_reason: `'{"fr":"x","en":null,"status":"PROPOSED"}'`,
    ...changes,
  };
  const set = Object.entries(columns).map((column) => column.join(" = "));
  return `UPDATE quality_indicators_published.vintage SET ${set.join(", ")} WHERE code = '2024.1'`;
};
const asking = (by: string, answersForPrivacy: boolean, reason = "Une valeur.") =>
  `INSERT INTO quality_indicators.vintage_withdrawal (vintage, asked_by, asked_at, answers_for_privacy, reason)
   VALUES ('2024.1', '${by}', now(), ${answersForPrivacy}, '${reason}')`;

describe("the asking of a withdrawal, by SQL alone", () => {
  it("is taken from who publishes or answers for privacy, in its own name and scope only", async () => {
    expect(await asSteward(publishes, asking("second", false))).toBe(1);
    expect(await asSteward(protects, asking("second", true))).toBe(1);
    for (const [settings, sql] of [
      [{}, asking("second", false)],
      [steward("steward:collect"), asking("second", false)],
      [{ "hub.scopes": "steward:publish" }, asking("second", false)],
      [publishes, asking("another", false)],
      [publishes, asking("second", true)],
      [protects, asking("second", false)],
    ] as const)
      expect(await asSteward(settings, sql)).toBe(denied);
    expect(await asSteward(publishes, asking("second", false, " "))).toBe("23514");
  });

  it("is one a vintage, changed and removed by nobody, and read by stewards only", async () => {
    expect(await asSteward(publishes, `${asking("second", false)}; ${asking("second", false)}`)).toBe(
      "23505",
    );
    for (const change of [
      "UPDATE quality_indicators.vintage_withdrawal SET asked_by = 'x'",
      "DELETE FROM quality_indicators.vintage_withdrawal",
    ])
      expect(await asSteward(publishes, change)).toBe(denied);
    const read = "SELECT FROM quality_indicators.vintage_withdrawal";
    for (const role of ["hub_public", "hub_researcher", "hub_establishment"] as const)
      expect(await asRole(hub.database, role, publishes, read)).toBe(denied);
    expect(await asSteward(publishes, `${asking("second", false)}; ${read}`)).toBe(1);
    expect(await asSteward({}, read)).toBe(0);
  });
});

describe("a withdrawal, by SQL alone", () => {
  const asked = (by: string, answersForPrivacy: boolean) =>
    hub.database.query(`DELETE FROM quality_indicators.vintage_withdrawal; ${asking(by, answersForPrivacy)}`);
  beforeEach(() => asked("first", false));

  it("takes two people, of whom one answers for privacy", async () => {
    expect(await asSteward(protects, withdrawal())).toBe(1);
    expect(await asSteward(publishes, withdrawal())).toBe(0);
    await asked("first", true);
    expect(await asSteward(publishes, withdrawal())).toBe(1);
    expect(await asSteward(protects, withdrawal())).toBe(1);
  });

  it.each<[string, Settings]>([
    ["by who asked for it", steward("steward:privacy", "first")],
    [
      "by who asked for it, with every scope",
      steward("steward:publish steward:privacy steward:collect", "first"),
    ],
    ["by who collects", steward("steward:collect")],
    ["without a name", { "hub.scopes": "steward:privacy" }],
    ["without a scope", { "hub.subject": "second" }],
  ])("is not done %s", async (_title, settings) => {
    expect(await asSteward(settings, withdrawal())).toBe(0);
  });

  it("is not done by one person alone: nobody asked, or the same person asks and confirms", async () => {
    await hub.database.query("DELETE FROM quality_indicators.vintage_withdrawal");
    for (const scopes of ["steward:privacy", "steward:publish steward:privacy"])
      expect(await asSteward(steward(scopes), withdrawal())).toBe(0);
    const alone = `${asking("second", true)}; ${withdrawal()}`;
    expect(await asSteward(protects, alone)).toBe(0);
  });

  it.each<[string, Record<string, string>]>([
    ["without its instant", { withdrawn_at: "NULL" }],
    ["without its reason", { withdrawn_reason: "NULL" }],
    ["as anything but a withdrawal", { status: "'PUBLISHED'" }],
    ["with another change of the vintage", { campaign: "'x'" }],
  ])("is refused %s", async (_title, changes) => {
    expect(await asSteward(protects, withdrawal(changes))).toBe(denied);
  });

  it("is not taken back or rewritten", async () => {
    for (const changes of [{ status: "'PUBLISHED'" }, { withdrawn_reason: `'{"fr":"y"}'` }])
      expect(await asSteward(protects, `${withdrawal()}; ${withdrawal(changes)}`)).toBe(0);
  });
});
