import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FormattedExecutionResult, getNamedType, type GraphQLObjectType, isLeafType } from "graphql";
import { subgraphs } from "../../../subgraphs/index.js";
import { aDatabase, type TestDatabase } from "../../harness/database.js";
import { grantsOf } from "./access-table.js";
import { AskedDocument } from "./asked-document.js";
import { callerNamed, type MatrixCaller, matrixCallers, mayRead } from "./callers.js";
import { probe } from "./probe.js";
import { everyWay, plainField, type Way } from "./ways.js";

interface Cell {
  readonly alias: string;
  readonly coordinate: string;
  readonly way: string;
}
interface Sheet {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly cells: readonly Cell[];
}

// One document for a type and a way: each of its fields, of one row and of the rows of a list, beside the others.
function sheetOf(type: GraphQLObjectType, way: Way): Sheet {
  const asked = new AskedDocument(way);
  const cells: Cell[] = [];
  const selections = Object.values(type.getFields()).flatMap((field) =>
    (way === plainField ? ["one", "many"] : ["one"]).map((door) => {
      const alias = `cell${cells.length}`;
      cells.push({ alias, coordinate: `${type.name}.${field.name}`, way: `${way.name}, ${door}` });
      const rest = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
      return `${alias}: ${door}${type.name} { ${asked.field(type, field, rest)} }`;
    }),
  );
  return { query: asked.document("query", selections.join(" ")), variables: asked.variables, cells };
}

// What is public has no rule that could tell callers apart: nobody and one token are enough.
const callersFor = (cells: readonly Cell[]): readonly MatrixCaller[] =>
  cells.every(({ coordinate }) => grantsOf(coordinate).some(({ role }) => role === "public"))
    ? [callerNamed("public"), callerNamed("estrie")]
    : matrixCallers;

const isRefused = ({ errors = [] }: FormattedExecutionResult, { alias }: Cell): boolean =>
  errors.some(({ path, extensions }) => path?.[0] === alias && extensions?.code === "NOT_ALLOWED");

// A refused field is null, or nulls what holds it; a name of a type beside it says nothing.
function tellsNothing(cell: unknown): boolean {
  if (cell === null || cell === undefined) return true;
  if (Array.isArray(cell)) return cell.every(tellsNothing);
  return Object.entries(cell).every(([name, value]) => name === "__typename" || value === null);
}

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("reference");
}, 60_000);
afterAll(() => database?.drop());

describe.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
  "every field of every type of %s, in every way to write it",
  (_name, subgraph) => {
    it("is refused to whom the table does not list, answers nothing then, and is refused to nobody else", async () => {
      const { types, running } = probe(subgraph, database.of(subgraph));
      const wrong: string[] = [];
      for (const { query, variables, cells } of types.flatMap((type) =>
        everyWay.map((way) => sheetOf(type, way)),
      )) {
        for (const caller of callersFor(cells)) {
          const answer = await running.execute({
            query,
            variables,
            principal: caller.principal,
            requestId: "matrix",
          });
          if (!answer.data) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
          for (const cell of cells) {
            const refused = isRefused(answer, cell);
            const where = `${cell.coordinate} (${cell.way}) for ${caller.name}`;
            if (refused === mayRead(grantsOf(cell.coordinate), caller))
              wrong.push(`${where}: ${refused ? "refused" : "not refused"}`);
            if (refused && !tellsNothing(answer.data?.[cell.alias])) wrong.push(`${where}: told beside`);
          }
        }
      }
      expect(wrong).toEqual([]);
    }, 60_000);
  },
);
