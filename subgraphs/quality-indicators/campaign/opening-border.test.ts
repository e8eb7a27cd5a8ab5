import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../submission/testing/as-role.js";
import { anOpeningHub, type OpeningHub } from "./testing/opening-hub.js";

let hub: OpeningHub;
beforeAll(async () => {
  hub = await anOpeningHub();
  await hub.open();
});
afterAll(() => hub.database.drop());

describe("the border that the hub.database keeps", () => {
  const office = "SELECT * FROM quality_indicators.frame WHERE campaign = '2026-2027' LIMIT 1";
  const collects = { "hub.subject": "steward:collect", "hub.scopes": "steward:collect" };
  const publishes = { "hub.subject": "steward:publish", "hub.scopes": "steward:publish" };
  const newCampaign = (code: string, planted = false): string =>
    `INSERT INTO quality_indicators_published.campaign (code, title, period, basis, base, note, planted)
     VALUES ('${code}', '{}', '{}', 'OFFICES', 'OFFICES', '{}', ${planted})`;

  it.each([
    ["a campaign by who does not collect", publishes, newCampaign("2040"), "42501"],
    ["a campaign by nobody", {}, newCampaign("2040"), "42501"],
    ["a campaign that the seeds would take back", collects, newCampaign("2040", true), "42501"],
    [
      "a window by who does not collect",
      publishes,
      "INSERT INTO quality_indicators.campaign_window (campaign) VALUES ('2040')",
      "42501",
    ],
    [
      "an office added to a frame that is frozen",
      collects,
      `INSERT INTO quality_indicators.frame SELECT campaign, 'bureau-x', establishment, region, region_group,
         peer_group, in_universe_32, in_universe_35, names FROM (${office}) AS known`,
      "42501",
    ],
    ["an office moved", collects, "UPDATE quality_indicators.frame SET region = 'RSS-06'", "42501"],
    ["an office taken out", collects, "DELETE FROM quality_indicators.frame", "42501"],
    ["a window moved", collects, "UPDATE quality_indicators.campaign_window SET lock_at = now()", "42501"],
    ["a form changed", collects, "UPDATE quality_indicators_published.instrument SET version = '9'", "42501"],
    ["a campaign changed", collects, "UPDATE quality_indicators_published.campaign SET base = 'X'", "42501"],
  ])("refuses %s", async (_title, settings, sql, code) => {
    expect(await asRole(hub.database, "hub_steward", settings, sql)).toBe(code);
  });

  it("lets who collects write a new campaign, with its window", async () => {
    expect(await asRole(hub.database, "hub_steward", collects, newCampaign("2040"))).toBe(1);
  });
});
