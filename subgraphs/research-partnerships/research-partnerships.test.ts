import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedSubgraph } from "../../seeds/seed.js";
import { aDatabase, testDay, type TestDatabase } from "../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../test/harness/subgraph.js";
import { researchPartnerships } from "./index.js";

let database: TestDatabase;
let ask: Ask;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("demo");
  ({ ask, statements } = aSubgraph(researchPartnerships, database));
});
afterAll(() => database.drop());

interface Partnership {
  id: string;
  title: { fr: string; en: string; status: string };
  kind: string;
  establishments: { code: string }[];
  unit: { code: string; establishment: { code: string } | null } | null;
  stages: string[];
  profile: string;
  degree: string;
  leadership: string;
  coLead: boolean;
  ethicsReference: string | null;
  startedOn: string;
  endedOn: string | null;
  outputs: object[];
  origin: string;
  provenance: { document: string; section: string; quote: string | null };
}

async function answered<Answer>(query: string, variables?: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await ask<{ answer: Answer }>(query, variables);
  expect(errors).toBeUndefined();
  return data!.answer;
}
const wholeRow = `id title { fr en status } kind establishments { code } unit { code establishment { code } }
  stages profile degree leadership coLead ethicsReference startedOn endedOn outputs { fr }
  origin provenance { document section quote }`;
const allPartnerships = async (): Promise<Partnership[]> => {
  const { edges } = await answered<{ edges: { node: Partnership }[] }>(
    `{ answer: researchPartnerships(first: 100) { edges { node { ${wholeRow} } } } }`,
  );
  return edges.map(({ node }) => node);
};

describe("the research units", () => {
  it("lists the seven units that the sources name, each with document, section and quote", async () => {
    const units = await answered<
      { code: string; foundedOn: string | null; provenance: Partnership["provenance"] }[]
    >("{ answer: researchUnits { code foundedOn provenance { document section quote } } }");
    expect(units.map(({ code }) => code)).toEqual([
      "unite-soutien-ssa-quebec",
      "ceppp",
      "chaire-evaluation-technologies",
      "crchus-comite-strategique",
      "chusj-bureau-partenariat-recherche",
      "experiences",
      "cdp",
    ]);
    for (const { provenance } of units) {
      expect(provenance.document).toMatch(/^[FPTW]$/);
      expect(provenance.section).not.toBe("");
      expect(provenance.quote).not.toBeNull();
    }
    // The sources contradict each other on the year of the community of practice: none is kept.
    expect(
      units.filter(({ foundedOn }) => foundedOn).map(({ code, foundedOn }) => [code, foundedOn]),
    ).toEqual([["experiences", "2017"]]);
  });

  it("names the establishment of a unit only when the source does", async () => {
    const units = await answered<{ code: string; establishment: { code: string } | null }[]>(
      "{ answer: researchUnits { code establishment { code } } }",
    );
    expect(
      units.flatMap(({ code, establishment }) => (establishment ? [[code, establishment.code]] : [])),
    ).toEqual([
      ["chaire-evaluation-technologies", "chum"],
      ["crchus-comite-strategique", "ciusss-estrie-chus"],
      ["chusj-bureau-partenariat-recherche", "chu-sainte-justine"],
    ]);
  });

  it("gives each unit its own partnerships", async () => {
    const units = await answered<{ code: string; partnerships: { id: string }[] }[]>(
      "{ answer: researchUnits { code partnerships { id } } }",
    );
    const expected = (await allPartnerships()).filter(({ unit }) => unit !== null);
    expect(expected.length).toBeGreaterThan(30);
    for (const { code, partnerships } of units)
      expect(partnerships.map(({ id }) => id)).toEqual(
        expected.filter(({ unit }) => unit?.code === code).map(({ id }) => id),
      );
  });
});

describe("the partnerships of the demonstration", () => {
  it("says of every partnership that it is synthetic, and that its English is a proposal", async () => {
    const partnerships = await allPartnerships();
    expect(partnerships).toHaveLength(60);
    for (const { origin, provenance, title } of partnerships) {
      expect(origin).toBe("SYNTHETIC");
      expect(provenance).toEqual({
        document: "HUB",
        section: "Données de démonstration synthétiques",
        quote: null,
      });
      expect(title.status).toBe("PROPOSED");
    }
    expect(new Set(partnerships.map(({ title }) => title.fr)).size).toBe(60);
  });

  it("spreads over most establishments, one to three a partnership, and starts with the unit's host", async () => {
    const partnerships = await allPartnerships();
    const sizes = new Set(partnerships.map(({ establishments }) => establishments.length));
    expect(sizes).toEqual(new Set([1, 2, 3]));
    for (const { establishments, unit } of partnerships) {
      expect(new Set(establishments.map(({ code }) => code)).size).toBe(establishments.length);
      if (unit?.establishment) expect(establishments[0]).toEqual(unit.establishment);
    }
    const places = new Set(
      partnerships.flatMap(({ establishments }) => establishments.map(({ code }) => code)),
    );
    expect(places.size).toBeGreaterThan(25);
  });

  it("calls partnership only what is led together, and ends no study before it starts", async () => {
    for (const study of await allPartnerships()) {
      expect(study.coLead).toBe(study.leadership === "CO_LED");
      expect(study.coLead).toBe(study.degree === "PARTNERSHIP");
      expect(study.profile).toBe("RESEARCHER");
      expect(study.stages.length).toBeGreaterThan(0);
      expect(study.startedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect((study.endedOn ?? "9999") > study.startedOn).toBe(true);
      expect(study.outputs.length > 0).toBe(study.endedOn !== null);
      expect(study.ethicsReference ?? "DEMO-0000-000").toMatch(/^DEMO-\d{4}-\d{3}$/);
    }
  });

  it("lists the units but no partnership where only real facts are planted", async () => {
    const factsOnly = await aDatabase("reference");
    try {
      const { data } = await aSubgraph(researchPartnerships, factsOnly).ask<{ researchUnits: object[] }>(
        "{ researchUnits { code } researchPartnerships { edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }",
      );
      expect(data!.researchUnits).toHaveLength(7);
      expect(data).toMatchObject({
        researchPartnerships: { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 },
      });
    } finally {
      await factsOnly.drop();
    }
  });

  it("keeps the demonstration when a fact is corrected in the files", async () => {
    const before = await allPartnerships();
    await database.query(
      "UPDATE research_partnerships.seed SET fingerprint = 'older' WHERE name = 'reference'",
    );
    expect(await seedSubgraph(researchPartnerships, database.address, "demo", testDay)).toMatchObject({
      planted: true,
    });
    expect(await allPartnerships()).toEqual(before);
  });
});

describe("looking a partnership up", () => {
  const entities = <Answer>(selection: string, representations: object[]): Promise<Answer> =>
    answered(`query ($keys: [_Any!]!) { answer: _entities(representations: $keys) { ${selection} } }`, {
      keys: representations,
    });
  const place = (code: string): object => ({ __typename: "Establishment", code });

  it("adds to an establishment every partnership that it takes part in, and none to an unknown one", async () => {
    const partnerships = await allPartnerships();
    const codes = ["chum", "hopital-inconnu", "ciusss-estrie-chus", "clsc-naskapi"];
    const idsOf = (code: string): { id: string }[] =>
      partnerships
        .filter(({ establishments }) => establishments.some((one) => one.code === code))
        .map(({ id }) => ({ id }));
    expect(idsOf("chum").length).toBeGreaterThan(1);
    expect(
      await entities("... on Establishment { code researchPartnerships { id } }", codes.map(place)),
    ).toEqual(codes.map((code) => ({ code, researchPartnerships: idsOf(code) })));
  });

  it("makes up no research about the establishments of Indigenous communities", async () => {
    const codes = [
      "clsc-naskapi",
      "rrsss-nunavik",
      "cs-inuulitsivik",
      "cs-tulattavik",
      "conseil-cri-baie-james",
    ];
    expect(await entities("... on Establishment { researchPartnerships { id } }", codes.map(place))).toEqual(
      codes.map(() => ({ researchPartnerships: [] })),
    );
  });

  it("finds a partnership by its identifier for another subgraph, and nothing for an unknown one", async () => {
    expect(
      await entities("... on ResearchPartnership { id origin }", [
        { __typename: "ResearchPartnership", id: "demo-research-007" },
        { __typename: "ResearchPartnership", id: "demo-research-999" },
      ]),
    ).toEqual([{ id: "demo-research-007", origin: "SYNTHETIC" }, null]);
  });

  it("reads the partnerships of any number of establishments in one statement", async () => {
    const places = [
      ...new Set(
        (await allPartnerships()).flatMap(({ establishments }) => establishments.map(({ code }) => code)),
      ),
    ];
    const sent = async (codes: string[]): Promise<number> => {
      const before = statements.length;
      await entities("... on Establishment { researchPartnerships { id } }", codes.map(place));
      return statements.length - before;
    };
    expect(await sent(["chum"])).toBe(1);
    expect(await sent(places)).toBe(1);
  });
});
