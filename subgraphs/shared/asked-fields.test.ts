import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "graphql";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import { Establishment } from "../establishments/establishment/establishment.entity.js";
import { establishments } from "../establishments/index.js";
import { askedFieldsOf } from "./asked-fields.js";
import type { SubgraphDatabase } from "./database.js";
import { runSubgraph, type RunningSubgraph } from "./execute.js";
import { publicPrincipal } from "./principal.js";
import { mappingOf } from "./row-mapping.js";

const { schema } = establishments.build();
const askedOf = (query: string): ReturnType<typeof askedFieldsOf> => askedFieldsOf(schema, parse(query));

let database: TestDatabase;
let subgraph: RunningSubgraph;
const read: { text: string; rows: unknown[][] }[] = [];
beforeAll(async () => {
  database = await aDatabase("reference");
  const pools = database.of(establishments);
  const readRows = pools.readPublishedRows.bind(pools);
  pools.readPublishedRows = (async (reader, text, values) => {
    const rows = await readRows(reader, text, values);
    read.push({ text, rows });
    return rows;
  }) satisfies SubgraphDatabase["readPublishedRows"];
  subgraph = runSubgraph(establishments.build(), pools, (error) => {
    throw error;
  });
});
afterAll(() => database.drop());

async function ask(query: string): Promise<{ text: string; sent: number }> {
  read.length = 0;
  const { errors } = await subgraph.execute({ query, principal: publicPrincipal, requestId: "test" });
  expect(errors).toBeUndefined();
  const [{ text, rows }] = read as [(typeof read)[number]];
  return { text, sent: JSON.stringify(rows).length };
}

describe("what an operation names", () => {
  it("is found in fragments, under conditions, and for each type that a union may be", () => {
    const asked = askedOf(`
      query ($no: Boolean!) { establishment(code: "x") { ...Named parents @include(if: $no) { code } } }
      fragment Named on Establishment { name { fr } }`);
    expect(asked.get("Establishment")).toEqual(new Set(["name", "parents"]));
    expect(asked.get("LocalizedText")).toEqual(new Set(["fr"]));
    const ofUnion = askedOf("{ _entities(representations: []) { __typename } }");
    expect(ofUnion.get("HealthRegion")).toEqual(new Set(["__typename"]));
    expect(ofUnion.get("Establishment")).toEqual(new Set(["__typename"]));
  });

  it("alone is sent by PostgreSQL, by a statement that stays the same", async () => {
    const short = await ask("{ establishments { code } }");
    const long = await ask(
      "{ establishments { code aliases { label } parents { code } provenance { quote } } }",
    );
    expect(short.text).toBe(long.text);
    expect(short.sent).toBeLessThan(long.sent / 3);
    expect((await ask("{ establishments { code provenance { quote } } }")).sent).toBeLessThan(long.sent);
  });

  it("is all that can be read: what was left out throws rather than pass for empty", () => {
    const { reading, columns } = mappingOf(Establishment);
    const values = columns("$1").map((_, index) => index);
    const partial = new (reading(askedOf("{ establishments { aliases { label } } }")).RowOf)(values);
    expect(partial).toBeInstanceOf(Establishment);
    expect((partial as Establishment).aliases).not.toBeUndefined();
    expect(() => (partial as Establishment).provenance).toThrow(/Establishment\.provenance/);
    const whole = new (reading(undefined).RowOf)(values) as Establishment;
    expect(Object.keys(whole)).toHaveLength(values.length);
    expect(whole.provenance).not.toBeUndefined();
  });
});
