import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anObservedHub, fields, type Observed, type ObservedHub } from "./testing/observed-hub.js";

let hub: ObservedHub;
beforeAll(async () => {
  hub = await anObservedHub();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

describe("the observations of a place", () => {
  const places = async (type: string, codes: string[], args: string) =>
    hub.ask<{ _entities: { observations: Observed[] | null }[] }>(
      `query ($places: [_Any!]!) { _entities(representations: $places) { ... on ${type} { observations${args} { ${fields} } } } }`,
      { places: codes.map((code) => ({ __typename: type, code })) },
    );

  it("gives an establishment and a region their own values and no other's", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.anObservation();
    await hub.anObservation({ level: "ESTABLISHMENT", area: "chum", value: 12 });
    await hub.anObservation({ level: "ESTABLISHMENT", area: "cusm", value: 13 });
    await hub.anObservation({ level: "HEALTH_REGION", area: "RSS-06", value: 25 });
    const establishment = await places("Establishment", ["chum"], '(campaign: "2024")');
    const region = await places("HealthRegion", ["RSS-06"], '(campaign: "2024", indicator: "IQP-06")');
    const values = ({ data }: Awaited<ReturnType<typeof places>>) =>
      data!._entities.map(({ observations }) => observations?.map(({ value, area }) => [area.code, value]));
    expect(values(establishment)).toEqual([[["chum", 12]]]);
    expect(values(region)).toEqual([[["RSS-06", 25]]]);
  });

  it("says for a place too that a question was not asked", async () => {
    const { data } = await places("Establishment", ["chum"], '(campaign: "2024", indicator: "IQP-22")');
    expect(data!._entities[0]?.observations).toMatchObject([
      { status: "NOT_ASKED", area: { level: "ESTABLISHMENT", code: "chum" } },
    ]);
  });

  it("refuses an indicator or a campaign that does not exist", async () => {
    for (const [args, place] of [
      ['(campaign: "2024", indicator: "IQP-99")', "indicator"],
      ['(campaign: "1999")', "campaign"],
    ] as const) {
      const { errors } = await places("Establishment", ["chum"], args);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "UNKNOWN_CODE", place });
    }
  });

  it("sends as many statements for three places as for one", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    for (const area of ["chum", "cusm", "icm"]) await hub.anObservation({ level: "ESTABLISHMENT", area });
    const before = hub.statements.length;
    await places("Establishment", ["chum"], '(campaign: "2024")');
    const forOne = hub.statements.length - before;
    await places("Establishment", ["chum", "cusm", "icm"], '(campaign: "2024")');
    expect(hub.statements.length - before - forOne).toBe(forOne);
  });
});
