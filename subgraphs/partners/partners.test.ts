import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GraphQLNamedType, isInputObjectType, isObjectType } from "graphql";
import { readReference } from "../../seeds/planting.js";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import {
  anEstablishmentPrincipal,
  aResearcher,
  type Ask,
  aSteward,
  aSubgraph,
} from "../../test/harness/subgraph.js";
import { partners } from "./index.js";

let database: TestDatabase;
let ask: Ask;

beforeAll(async () => {
  database = await aDatabase("reference");
  ({ ask } = aSubgraph(partners, database));
});
afterAll(() => database.drop());

interface Coded {
  kind: string;
  code: string;
}
const keysOf = (rows: Coded[]): string[] => rows.map(({ kind, code }) => `${kind} ${code}`);

describe("the words of partnership", () => {
  it("answers every concept of the sources, each with its quote and its scheme", async () => {
    const { data, errors } = await ask<{ partnerConcepts: (Coded & { provenance: { quote: string } })[] }>(
      "{ partnerConcepts { kind code label { fr } definition { fr } sourceScheme attributes { code label { fr } value { fr } } provenance { document section quote } } }",
    );
    expect(errors).toBeUndefined();
    expect(keysOf(data!.partnerConcepts)).toEqual(keysOf(readReference<Coded[]>("partner-concepts.json")));
  });

  it("answers one list alone: the four profiles of the white paper", async () => {
    const { data } = await ask<{ partnerConcepts: Coded[] }>(
      "{ partnerConcepts(kind: PROFILE) { kind code } }",
    );
    expect(data!.partnerConcepts.map(({ code }) => code).sort()).toEqual([
      "COACH",
      "RESEARCHER",
      "RESOURCE",
      "TRAINER",
    ]);
  });

  it("answers the whole glossary, and finds a term by words without accents", async () => {
    const { data, errors } = await ask<{ all: Coded[]; found: Coded[] }>(
      '{ all: glossary { kind code term { fr en } plain { fr } provenance { document } } found: glossary(search: "SAVOIR experientiel") { kind code } }',
    );
    expect(errors).toBeUndefined();
    expect(keysOf(data!.all)).toEqual(keysOf(readReference<Coded[]>("glossary.json")));
    expect(data!.found.map(({ code }) => code)).toContain("EXPERIENTIAL_KNOWLEDGE");
    expect(data!.found.length).toBeLessThan(data!.all.length);
  });

  it("takes a condition that is null for a condition that is not given", async () => {
    const { data, errors } = await ask<{ glossary: Coded[]; partnerConcepts: Coded[] }>(
      "{ glossary(search: null) { kind code } partnerConcepts(kind: null) { kind code } }",
    );
    expect(errors).toBeUndefined();
    expect(data!.glossary).toHaveLength(readReference<unknown[]>("glossary.json").length);
    expect(data!.partnerConcepts).toHaveLength(readReference<unknown[]>("partner-concepts.json").length);
  });

  it("answers the printed examples of names of offices with the printed count", async () => {
    const { data } = await ask<{ officeNameExamples: { label: string; printedCount: number | null }[] }>(
      "{ officeNameExamples { label printedCount provenance { quote } } }",
    );
    expect(data!.officeNameExamples[0]).toMatchObject({
      label: "Bureau de partenariat de soins et services",
      printedCount: 3,
    });
    expect(data!.officeNameExamples).toHaveLength(
      readReference<unknown[]>("office-name-examples.json").length,
    );
  });
});

describe("who am I", () => {
  const me = "{ me { audience scopes establishment agreement subject } }";

  it.each([
    [aResearcher("entente-1"), { audience: "researcher", scopes: ["research:read"], agreement: "entente-1" }],
    [aSteward("steward:publish"), { audience: "steward", scopes: ["steward:publish"], agreement: null }],
    [anEstablishmentPrincipal("chum"), { audience: "establishment", establishment: "chum" }],
  ])("tells a caller what its token says", async (principal, expected) => {
    const { data } = await ask<{ me: object }>(me, {}, principal);
    expect(data!.me).toMatchObject(expected);
  });

  it("is not answered to the public", async () => {
    const { errors } = await ask(me);
    expect(errors?.[0]?.extensions?.code).toBe("NOT_ALLOWED");
  });
});

describe("the schema of partners", () => {
  const { schema } = partners.build();
  const fieldsOf = (type: GraphQLNamedType): string[] =>
    isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];

  it("has no field but those of an establishment's own roster that could show one, or the subject of a steward", () => {
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !/^(Partner)?Roster/.test(name));
    const fields = new Set(types.flatMap(fieldsOf));
    expect(fields).toContain("rowId");
    for (const raw of ["localId", "joinedYear", "profiles", "builtBy", "approvedBy"])
      expect(fields).not.toContain(raw);
  });

  it("makes only the words of partnership public", () => {
    const tagged = Object.values(schema.getQueryType()!.getFields())
      .filter(({ astNode }) => astNode?.directives?.some((directive) => directive.name.value === "tag"))
      .map(({ name }) => name);
    expect(tagged.sort()).toEqual(["glossary", "officeNameExamples", "partnerConcepts"]);
  });
});
