import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { act, publisher, refused } from "../submission/testing/an-act.js";
import { asRole } from "../submission/testing/as-role.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";
import { isHeld } from "./embargo.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

// The server's own clock is not the tests': an embargo of long ago has passed for both, one of 2099 for neither.
const passed = "2020-01-15T13:00:00Z";
const toCome = "2099-01-15T13:00:00Z";
const setEmbargo = (until: string | null) =>
  hub.database.query(
    "UPDATE quality_indicators.campaign_window SET embargo_until = $1 WHERE campaign = '2025-2026'",
    [until],
  );
beforeEach(() => setEmbargo(toCome));

const publication = 'publishCampaign(campaign: "2025-2026", reason: "Première") { vintage }';
const preview = async (): Promise<object> => {
  const { data } = await hub.ask<{ previewPublication: object }>(
    '{ previewPublication(campaign: "2025-2026") { vintage embargoUntil isEmbargoed } }',
    {},
    publisher,
  );
  return data!.previewPublication;
};

describe("an embargo", () => {
  it("ends at its instant, once both the hub's clock and the server's have come to it", () => {
    const until = new Date("2026-09-15T10:00:00Z");
    const [before, after] = [new Date("2026-09-15T09:59:59.999Z"), until];
    expect(isHeld({ until, serverNow: after }, after)).toBe(false);
    expect(isHeld({ until, serverNow: after }, before)).toBe(true);
    expect(isHeld({ until, serverNow: before }, after)).toBe(true);
    expect(isHeld({ until: null, serverNow: before }, before)).toBe(false);
  });

  it("keeps a campaign from being published before its end, told in Toronto time", async () => {
    expect(await refused(hub, publication, publisher)).toEqual({ code: "EMBARGOED", place: "campaign" });
    const { errors } = await hub.ask(`mutation { ${publication} }`, {}, publisher);
    expect(errors![0]!.message).toContain("2099-01-15 08:00 (heure de Toronto)");
  });

  it("is not lifted by a hub whose clock runs ahead", async () => {
    hub.setClock(new Date("2100-01-01T00:00:00Z"));
    expect(await refused(hub, publication, publisher)).toEqual({ code: "EMBARGOED", place: "campaign" });
    await hub.forget();
  });

  it("is told by the preview, which writes nothing and is never held back", async () => {
    const told = { vintage: "2025-2026.1", embargoUntil: new Date(toCome).toISOString(), isEmbargoed: true };
    expect(await hub.writingNothing(preview)).toEqual(told);
    await setEmbargo(null);
    expect(await preview()).toEqual({ ...told, embargoUntil: null, isEmbargoed: false });
  });

  it("holds nothing back once it has passed", async () => {
    await setEmbargo(passed);
    expect(await preview()).toMatchObject({
      embargoUntil: new Date(passed).toISOString(),
      isEmbargoed: false,
    });
    expect(await act(hub, publication, publisher)).toEqual({ vintage: "2025-2026.1" });
  });
});

describe("a vintage under embargo, by SQL alone", () => {
  const publishes = {
    "hub.subject": "somebody",
    "hub.scopes": "steward:publish",
    "hub.now": "2100-01-01T00:00:00Z",
  };
  const insert = (campaign: string) =>
    `INSERT INTO quality_indicators_published.vintage (code, campaign, number, published_at, reason)
     VALUES ('${campaign}.9', '${campaign}', 9, '2100-01-01', '{}')`;

  it("is refused by the server's own clock, whatever the caller says of the time", async () => {
    const asSteward = (campaign: string) => asRole(hub.database, "hub_steward", publishes, insert(campaign));
    expect(await asSteward("2025-2026")).toBe("42501");
    expect(await asSteward("2024")).toBe(1);
    await setEmbargo(passed);
    expect(await asSteward("2025-2026")).toBe(1);
  });

  it("is not let through under the name of another campaign", async () => {
    await setEmbargo(toCome);
    const row = (campaign: string) =>
      `${insert("2024")}; INSERT INTO quality_indicators_published.observation (vintage, indicator, indicator_version,
         campaign, level, area, unit, basis, status, origin, provenance, period)
       VALUES ('2024.9', 'IQP-06', 1, '${campaign}', 'PROVINCE', 'QC', 'PERSONS', 'OFFICES', 'OBSERVED', 'COMPUTED', '{}', '{}')`;
    const asSteward = (campaign: string) => asRole(hub.database, "hub_steward", publishes, row(campaign));
    expect(await asSteward("2024")).toBe(1);
    expect(await asSteward("2025-2026")).toBe("42501");
  });

  it("is not let through by a change of the embargo", async () => {
    const lift = "UPDATE quality_indicators.campaign_window SET embargo_until = NULL";
    for (const scope of ["steward:publish", "steward:collect", "steward:privacy"])
      expect(await asRole(hub.database, "hub_steward", { ...publishes, "hub.scopes": scope }, lift)).toBe(
        "42501",
      );
  });
});
