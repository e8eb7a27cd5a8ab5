import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
} from "graphql";
import { readsOf } from "../../gateway/cache/reads.js";
import { toldFromOf } from "../../gateway/cache/told-from.js";
import { schemaFolder } from "../../gateway/hub.js";
import { subgraphs } from "../../subgraphs/index.js";
import { aHub, type TestHub } from "../harness/hub.js";

const schema = buildSchema(readFileSync(join(schemaFolder, "public.graphql"), "utf8"), {
  assumeValidSDL: true,
});
const toldFrom = toldFromOf(subgraphs);

// A value for each argument that must be given, or without which nothing is found.
const given: Readonly<Record<string, string>> = {
  "Query.establishment.code": '"ciusss-estrie-chus"',
  "Query.qualityIndicator.code": '"IQP-06"',
  "Query.recommendation.code": '"A1"',
  "Query.vintages.campaign": '"2024"',
  "Establishment.observations.campaign": '"2024"',
  "HealthRegion.observations.campaign": '"2024"',
};

const argumentsOf = (parent: string, field: GraphQLField<unknown, unknown>, asOf: string | null): string => {
  const told = field.args.flatMap(({ name }) => {
    const value = given[`${parent}.${field.name}.${name}`] ?? (name === "asOf" && asOf ? `"${asOf}"` : null);
    return value === null ? [] : [`${name}: ${value}`];
  });
  return told.length === 0 ? "" : `(${told.join(", ")})`;
};

/** Everything that can be asked of a type, as deep as it goes. */
function selectionOf(type: GraphQLNamedType, depth: number, asOf: string | null): string {
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const head = `${field.name}${argumentsOf(type.name, field, asOf)}`;
    if (!isCompositeType(inner)) return [head];
    if (depth === 0) return [];
    const below = selectionOf(inner, depth - 1, asOf);
    return below === "" ? [] : [`${head} ${below}`];
  });
  return fields.length === 0 ? "" : `{ ${fields.join(" ")} }`;
}

/** The published tables that statements name. */
const tablesIn = (statements: readonly string[]): string[] => [
  ...new Set(
    statements.flatMap((sql) =>
      [...sql.matchAll(/\b(\w+)_published"?\."?(\w+)/g)].map(([, own, table]) => `${own}.${table}`),
    ),
  ),
];

describe("what the subgraphs declare of each question covers every table that answering it reads", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub("in process");
  }, 60_000);
  afterAll(() => hub?.close());

  const roots = Object.values(schema.getQueryType()!.getFields());
  it.each(roots.flatMap((field) => [null, "2026-05-01"].map((asOf) => ({ name: field.name, field, asOf }))))(
    "Query.$name, as of $asOf",
    async ({ field, asOf }) => {
      const type = getNamedType(field.type);
      let read = 0;
      for (const depth of [1, 2]) {
        const query = `{ ${field.name}${argumentsOf("Query", field, asOf)} ${selectionOf(type, depth, asOf)} }`;
        const before = hub.statements.length;
        const answer = await hub.ask(query);
        // Too costly for the door: the shallower one was asked.
        if (answer.errors?.[0]?.extensions?.family === "TOO_COSTLY") continue;
        const document = parse(query);
        const [operation] = document.definitions;
        if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("an operation expected");
        const { needsWith, isKnown } = readsOf(schema, toldFrom, document, operation);
        const declared = needsWith({}).map(({ schema: own, table }) => `${own}.${table}`);
        const tables = tablesIn(hub.statements.slice(before)).filter(
          (table) => !table.endsWith(".former_row"),
        );
        expect(isKnown).toBe(true);
        expect(declared).toEqual(expect.arrayContaining(tables));
        read += tables.length;
      }
      expect(read).toBeGreaterThan(0);
    },
  );

  it("names only tables and fields that exist", async () => {
    const tables = await hub.database.query<{ name: string }>(
      "SELECT nspname || '.' || relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE relkind = 'r'",
    );
    const existing = new Set(tables.map(({ name }) => name));
    for (const { schemas, published } of subgraphs) {
      for (const [table, told] of Object.entries(published.told)) {
        expect(existing).toContain(`${schemas.published}.${table}`);
        for (const word of told) {
          const [type = "", field] = word.split(".");
          // Some types are of the authenticated schema only.
          const found = schema.getType(type);
          if (field !== undefined) expect(isObjectType(found) && found.getFields()[field]).toBeTruthy();
        }
      }
      expect(Object.keys(published.told)).toEqual(expect.arrayContaining([...(published.byCampaign ?? [])]));
    }
  });
});
