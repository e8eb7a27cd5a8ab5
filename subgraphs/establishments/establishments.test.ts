import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../test/harness/subgraph.js";
import { establishments } from "./index.js";

let database: TestDatabase;
let ask: Ask;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("reference");
  ({ ask, statements } = aSubgraph(establishments, database));
});
afterAll(() => database.drop());

interface Place {
  code: string;
  type: string;
  inUniverse32: boolean;
  represented2024: string;
  region: { code: string };
}

const allPlaces = async (): Promise<Place[]> => {
  const { data, errors } = await ask<{ establishments: Place[] }>(
    "{ establishments { code type inUniverse32 represented2024 region { code } } }",
  );
  expect(errors).toBeUndefined();
  return data!.establishments;
};
const tally = (values: string[]): Record<string, number> =>
  values.reduce<Record<string, number>>((sum, value) => ({ ...sum, [value]: (sum[value] ?? 0) + 1 }), {});

describe("the register of establishments", () => {
  it("holds the 35 establishments by type, and exactly the 32 options of the questionnaire", async () => {
    const places = await allPlaces();
    expect(tally(places.map((place) => place.type))).toEqual({
      CISSS: 13,
      CIUSSS: 9,
      CHU: 4,
      INSTITUT: 3,
      CRSSS: 1,
      RRSSS: 1,
      CENTRE_DE_SANTE: 2,
      CLSC: 1,
      CONSEIL_CRI: 1,
    });
    expect(places.filter((place) => place.inUniverse32)).toHaveLength(32);
  });

  it("keeps the 26 printed, the 7 not represented and the 2 that neither list names", async () => {
    expect(tally((await allPlaces()).map((place) => place.represented2024))).toEqual({
      YES: 26,
      NO: 7,
      UNSTATED: 2,
    });
  });

  it("places 10 establishments in Montréal and represents 15 of the 18 regions", async () => {
    const { data } = await ask<{
      healthRegions: { code: string; represented2024: boolean; establishments: Place[] }[];
    }>("{ healthRegions { code represented2024 establishments { code } } }");
    const regions = data!.healthRegions;
    const sizes = Object.fromEntries(regions.map((region) => [region.code, region.establishments.length]));
    expect(regions).toHaveLength(18);
    expect(sizes).toMatchObject({
      "RSS-06": 10,
      "RSS-03": 3,
      "RSS-16": 3,
      "RSS-17": 3,
      "RSS-09": 2,
      "RSS-11": 2,
    });
    expect(regions.filter((region) => !region.represented2024).map((region) => region.code)).toEqual([
      "RSS-10",
      "RSS-17",
      "RSS-18",
    ]);
  });

  it("says where every name comes from, and that names from outside lists are unverified", async () => {
    const { data } = await ask<{
      establishments: {
        code: string;
        provenance: { document: string; status: string };
        parents: { code: string; validFrom: string; provenance: { status: string } }[];
      }[];
    }>(
      "{ establishments { code provenance { document status } parents { code validFrom provenance { status } } } }",
    );
    const estrie = data!.establishments.find((place) => place.code === "ciusss-estrie-chus");
    expect(estrie).toMatchObject({
      provenance: { document: "OUTSIDE", status: "UNVERIFIED" },
      parents: [{ code: "sante-quebec", validFrom: "2024-12-01", provenance: { status: "UNVERIFIED" } }],
    });
    expect(data!.establishments.filter((place) => place.parents.length === 0)).toHaveLength(5);
  });

  it("finds an establishment by words without accents and by a printed alias", async () => {
    const { data } = await ask<{ establishments: { code: string }[] }>(
      '{ establishments(search: "montreal ouest") { code } }',
    );
    expect(data!.establishments.map((place) => place.code).sort()).toEqual([
      "ciusss-centre-ouest-montreal",
      "ciusss-ouest-montreal",
    ]);
  });

  it("takes an explicit null for no filter, and refuses a region that does not exist with its place", async () => {
    const { data } = await ask<{ establishments: { code: string }[] }>(
      "{ establishments(region: null, type: null, search: null) { code } }",
    );
    expect(data!.establishments).toHaveLength(35);
    const { errors } = await ask('{ establishments(region: "RSS-99") { code } }');
    expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_CODE", place: "region" } }]);
  });

  it("answers nothing for an unknown code", async () => {
    expect(await ask('{ establishment(code: "hopital-inconnu") { code } }')).toEqual({
      data: { establishment: null },
    });
  });

  it("sends as many statements for 35 establishments as for one", async () => {
    const selection =
      "{ code name { fr } region { name { fr } } partnershipOffice { code status names { label } } }";
    await ask(`{ establishment(code: "chum") ${selection} }`);
    const before = statements.length;
    await ask(`{ establishment(code: "chum") ${selection} }`);
    const forOne = statements.length - before;
    await ask(`{ establishments ${selection} }`);
    expect(statements.length - before - forOne).toBe(forOne);
  });
});
