import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { establishmentsReference } from "../../seeds/reference/establishments.seed.js";
import { aDatabase, type TestDatabase } from "../harness/database.js";
import { changing, renamed, replant } from "../harness/replant.js";
import { everySubgraph, type Told } from "../harness/subgraph.js";

let database: TestDatabase;
let told: Told;
beforeAll(async () => {
  database = await aDatabase("demo");
  told = everySubgraph(database);
});
afterAll(() => database.drop());

describe("the register", () => {
  const places = "establishments_published.establishment";
  const regions = "establishments_published.health_region";

  it("counts an establishment on the days on which it is valid, its first and last ones included", async () => {
    await replant(
      database,
      establishmentsReference(),
      places,
      changing("chum", { valid_from: "2015-04-01", valid_to: "2026-12-31" }),
      new Date("2026-05-10T15:00:00Z"),
    );
    const isThere = async (asOf: string): Promise<[boolean, boolean, boolean]> => {
      const one = await told<object | null>(
        "establishments",
        'query ($d: Date) { establishment(code: "chum", asOf: $d) { code } }',
        { d: asOf },
      );
      const all = await told<{ code: string }[]>(
        "establishments",
        "query ($d: Date) { establishments(asOf: $d) { code } }",
        { d: asOf },
      );
      const byRegion = await told<{ establishments: { code: string }[] }[]>(
        "establishments",
        "query ($d: Date) { healthRegions(asOf: $d) { establishments { code } } }",
        { d: asOf },
      );
      const has = (found: { code: string }[]): boolean => found.some(({ code }) => code === "chum");
      return [one !== null, has(all), has(byRegion.flatMap(({ establishments }) => establishments))];
    };
    expect(await isThere("2026-12-31")).toEqual([true, true, true]);
    expect(await isThere("2027-01-01")).toEqual([false, false, false]);
    // Before the hub knew of any limit it told none: what it said then is what it answers.
    expect(await isThere("2010-01-01")).toEqual([true, true, true]);
    // The latest read shows what is known, with its days.
    expect(await told("establishments", '{ establishment(code: "chum") { validTo } }')).toEqual({
      validTo: "2026-12-31",
    });
  });

  it("counts a region whose validity begins later only from that day on", async () => {
    await replant(
      database,
      establishmentsReference(),
      regions,
      changing("RSS-18", { valid_from: "2027-01-01" }),
      new Date("2026-05-11T15:00:00Z"),
    );
    const count = async (asOf: string) =>
      (
        await told<object[]>("establishments", "query ($d: Date) { healthRegions(asOf: $d) { code } }", {
          d: asOf,
        })
      ).length;
    expect([await count("2026-12-31"), await count("2027-01-01")]).toEqual([17, 18]);
  });

  it("keeps the day for what stands below in the same question", async () => {
    await replant(
      database,
      establishmentsReference(),
      regions,
      changing("RSS-06", { name: renamed("Île de Montréal") }),
      new Date("2026-05-12T15:00:00Z"),
    );
    const regionOf = (asOf: string | null) =>
      told<{ region: { name: { fr: string }; establishments: { region: { name: { fr: string } } }[] } }>(
        "establishments",
        'query ($d: Date) { establishment(code: "ciusss-ouest-montreal", asOf: $d) { region { name { fr } establishments { region { name { fr } } } } } }',
        { d: asOf },
      );
    const [now, then] = [await regionOf(null), await regionOf("2026-05-11")];
    expect(now.region.name.fr).toBe("Île de Montréal");
    expect(then.region.name.fr).not.toBe("Île de Montréal");
    expect(new Set(then.region.establishments.map(({ region }) => region.name.fr))).toEqual(
      new Set([then.region.name.fr]),
    );
  });
});
