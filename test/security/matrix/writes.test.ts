import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getNamedType, type GraphQLObjectType, isLeafType } from "graphql";
import { authenticatedSchema, grantsOf } from "./access-table.js";
import { AskedDocument } from "./asked-document.js";
import { matrixCallers, mayRead } from "./callers.js";
import { aMatrixHub, type MatrixHub } from "./matrix-hub.js";
import { everyWay, plainField } from "./ways.js";

let hub: MatrixHub;
beforeAll(async () => {
  hub = await aMatrixHub();
}, 120_000);
afterAll(() => hub?.close());

const mutation = authenticatedSchema.getMutationType() as GraphQLObjectType;

/** The rows of every table of the hub, as one fingerprint a table. */
async function rowsOfHub(): Promise<Record<string, string>> {
  const tables = await hub.database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const [rows] = await hub.database.query<Record<string, string>>(
    `SELECT ${tables
      .map(
        ({ name }, place) =>
          `(SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM ${name} AS t) AS t${place}`,
      )
      .join(", ")}`,
  );
  return Object.fromEntries(tables.map(({ name }, place) => [name, rows?.[`t${place}`] ?? ""]));
}

describe.each(matrixCallers.map((caller) => [caller.name, caller] as const))(
  "asked by %s",
  (_name, caller) => {
    it("every mutation is refused in every way when the table keeps it shut, and writes nothing for a trial", async () => {
      const wrong: string[] = [];
      const before = await rowsOfHub();
      for (const field of Object.values(mutation.getFields())) {
        const isOpen = mayRead(grantsOf(`Mutation.${field.name}`), caller);
        for (const way of isOpen ? [plainField] : everyWay) {
          const asked = new AskedDocument(way);
          const rest = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
          const document = asked.document("mutation", asked.field(mutation, field, rest));
          const answer = await hub.ask(caller.principal, document, asked.variables);
          // A service that refuses what an argument names tells its place; a rule knows of no argument.
          const told = (answer.errors ?? []).map(({ extensions }) =>
            extensions?.code === "NOT_ALLOWED" && extensions.place ? "OF_A_PLACE" : String(extensions?.code),
          );
          const isWrong = isOpen
            ? told.some((code) => ["NOT_ALLOWED", "INTERNAL", "GRAPHQL_VALIDATION_FAILED"].includes(code))
            : told.length === 0 || told.some((code) => code !== "NOT_ALLOWED");
          if (isWrong) wrong.push(`${field.name} (${way.name}): ${JSON.stringify(answer)}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(await rowsOfHub()).toEqual(before);
    }, 120_000);
  },
);

it("sees a row that is written: the fingerprint of its table changes", async () => {
  const before = await rowsOfHub();
  await hub.database.query(
    `UPDATE partners.access_agreement SET purpose = purpose || '{"fr": "Autre"}' WHERE code = 'entente-demo-1'`,
  );
  const after = await rowsOfHub();
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(changed).toContain("partners.access_agreement");
});
