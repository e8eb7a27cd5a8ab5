import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../submission/testing/as-role.js";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { disclosurePolicy } from "../disclosure/disclosure-policy.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

interface Entry {
  vintage: string;
  kind: string;
  campaign: string;
  by: string;
  reason: string;
  method: string | null;
  parameters: object | null;
  risk: {
    observations: number;
    withheld: { reason: string; count: number }[];
    narrowest: number | null;
  } | null;
  reassessOn: string | null;
  replaces: string | null;
}
const query = `query ($campaign: String) { publicationRegister(campaign: $campaign) {
  vintage kind campaign at by purpose { fr en } reason method reassessOn replaces
  parameters { threshold sensitiveThreshold width dominancePercent smallestGroup totalsExempt }
  risk { observations withheld { reason count } judged insiders narrowest alreadyTold } } }`;
const register = async (campaign: string | null = null, principal = aSteward("steward:privacy")) => {
  const { data, errors } = await hub.ask<{ publicationRegister: Entry[] }>(query, { campaign }, principal);
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.publicationRegister;
};

describe("the register of publications", () => {
  it("holds the published demonstration, with its method, its policy and its measured risk", async () => {
    expect(await register()).toEqual([
      expect.objectContaining({
        vintage: "2024.1",
        kind: "PUBLISHED",
        method: "JOINT_SUPPRESSION_1",
        parameters: disclosurePolicy,
        replaces: null,
        reassessOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        risk: expect.objectContaining({
          withheld: [{ reason: "SYNTHETIC", count: 84 }],
          insiders: 28,
          alreadyTold: 0,
        }),
      }),
    ]);
  });

  it("gets an entry with each publication, and one with its withdrawal", async () => {
    const { data, errors } = await hub.ask<{ publishCampaign: { observations: number; suppressed: number } }>(
      'mutation { publishCampaign(campaign: "2025-2026", reason: "Première publication") { observations suppressed } }',
      {},
      aSteward("steward:publish"),
    );
    expect(errors).toBeUndefined();
    const [entry] = await register("2025-2026", aSteward("steward:publish"));
    expect(entry).toMatchObject({
      vintage: "2025-2026.1",
      by: "steward:publish",
      reason: "Première publication",
    });
    const { observations, withheld, narrowest } = entry!.risk!;
    expect(observations).toBe(data!.publishCampaign.observations);
    expect(withheld.reduce((sum, { count }) => sum + count, 0)).toBe(data!.publishCampaign.suppressed);
    expect(narrowest).toBeGreaterThanOrEqual(1);
    for (const scope of ["steward:publish", "steward:privacy"] as const)
      await hub.ask(
        'mutation { withdrawVintage(vintage: "2025-2026.1", reason: "Essai de retrait") { isWithdrawn } }',
        {},
        aSteward(scope),
      );
    const [withdrawn, ...others] = await register("2025-2026");
    expect(withdrawn).toMatchObject({
      kind: "WITHDRAWN",
      vintage: "2025-2026.1",
      by: "steward:privacy",
      reason: "Essai de retrait",
      method: null,
      risk: null,
    });
    expect(others).toEqual([entry]);
  }, 60_000);

  it("is read by who publishes and who answers for privacy, and by nobody else", async () => {
    for (const principal of [aSteward("steward:collect"), estrie, aResearcher(null)]) {
      const { errors } = await hub.ask(query, {}, principal);
      expect(errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
    }
  });

  it("is never rewritten, nor added to in the name of another, also by SQL", async () => {
    const as = (scopes: string, sql: string, subject = "steward:publish") =>
      asRole(hub.database, "hub_steward", { "hub.scopes": scopes, "hub.subject": subject }, sql);
    for (const sql of [
      "UPDATE quality_indicators.publication_register SET reason = 'x'",
      "DELETE FROM quality_indicators.publication_register",
    ])
      expect(await as("steward:publish steward:privacy", sql)).toBe("42501");
    const insert = (kind: string, vintage: string) => `INSERT INTO quality_indicators.publication_register
      (vintage, kind, campaign, at, by, purpose, reason) VALUES ('${vintage}', '${kind}', '2024', now(), 'steward:publish', '{}', 'x')`;
    expect(await as("steward:publish", insert("WITHDRAWN", "2024.1"), "steward:other")).toBe("42501");
    expect(await as("steward:collect", insert("WITHDRAWN", "2024.1"))).toBe("42501");
    expect(await as("steward:publish", insert("WITHDRAWN", "2025-2026.1"))).toBe("42501");
    expect(await as("steward:publish", insert("WITHDRAWN", "2024.1"))).toBe(1);
    const read = "SELECT FROM quality_indicators.publication_register";
    expect(await as("steward:collect", read)).toBe(0);
    expect(await as("steward:privacy", read)).toBeGreaterThan(0);
  });
});
