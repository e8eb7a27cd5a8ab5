import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type FormattedExecutionResult,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { authenticatedSchema, grantsOf, isPublic } from "./access-table.js";
import { AskedDocument, type Reach } from "./asked-document.js";
import { callerNamed, type MatrixCaller, matrixCallers, mayRead } from "./callers.js";
import { type ForeignKey, foreignKeys, ownKey } from "./foreign-keys.js";
import { aMatrixHub, type MatrixHub } from "./matrix-hub.js";
import { type Owner, type PlantedMarks, plantMarks, readableOwners } from "./planted-marks.js";
import { asPlain, everyWay, otherWays, plainField, type Way } from "./ways.js";

type Field = GraphQLField<unknown, unknown>;
type Answer = FormattedExecutionResult<Record<string, unknown>>;

const root = (name: "Query" | "Mutation"): GraphQLObjectType => authenticatedSchema.getType(name) as never;
const doors = Object.values(root("Query").getFields());

let hub: MatrixHub;
let planted: PlantedMarks;
// Everything that a caller was ever answered: its borders are looked for in the whole.
const told = new Map<string, string[]>(matrixCallers.map(({ name }) => [name, []]));
beforeAll(async () => {
  hub = await aMatrixHub();
  planted = await plantMarks(hub);
}, 120_000);
afterAll(() => hub?.close());

const reachOf = (caller: MatrixCaller): Reach => ({
  holds: (coordinate) => mayRead(grantsOf(coordinate), caller),
  depth: 6,
  publicDepth: 2,
  isPublic,
});

async function ask(
  caller: MatrixCaller,
  asked: AskedDocument,
  selection: string,
  operation: "query" | "mutation" = "query",
): Promise<Answer> {
  const answer = await hub.ask(caller.principal, asked.document(operation, selection), asked.variables);
  told.get(caller.name)?.push(JSON.stringify(answer));
  return answer;
}

// The door with everything behind it that the caller may read, as far as the given number of public fields.
function askWhole(caller: MatrixCaller, way: Way, door: Field, publicDepth: number): Promise<Answer> {
  const asked = new AskedDocument(way);
  const reach = { ...reachOf(caller), publicDepth };
  const own = ownKey(planted, caller.name, door.name);
  return ask(caller, asked, asked.field(root("Query"), door, asked.rest(door, reach), own));
}

// Asked once: what another caller is answered must be the same, and need not be searched again.
const everybodysAnswers = new Map<string, string>();

async function askAsEverybody(
  door: Field,
): Promise<{ asked: AskedDocument; selection: string; answer: string }> {
  const everybody = callerNamed("public");
  const asked = new AskedDocument(plainField);
  const selection = asked.field(root("Query"), door, asked.rest(door, { ...reachOf(everybody), depth: 2 }));
  const known = everybodysAnswers.get(door.name);
  const answer = known ?? JSON.stringify((await ask(everybody, asked, selection)).data);
  everybodysAnswers.set(door.name, answer);
  return { asked, selection, answer };
}

const codesOf = ({ errors = [] }: Answer): unknown[] => errors.map(({ extensions }) => extensions?.code);
const isRefused = (answer: Answer): boolean =>
  codesOf(answer).length > 0 && codesOf(answer).every((code) => code === "NOT_ALLOWED");
const namesOnly = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "object" &&
    Object.entries(value).every(([name, inner]) => name === "__typename" || namesOnly(inner)));

/** A chain of fields from a door down to one that the caller may not read, though it may read all that leads there. */
type Chain = readonly { readonly type: GraphQLObjectType; readonly field: Field }[];

function forbiddenBehind(caller: MatrixCaller, door: Field): Chain[] {
  const found: Chain[] = [];
  const seen = new Set<string>();
  const walk = (above: Chain): void => {
    const type = getNamedType(above.at(-1)!.field.type);
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const chain = [...above, { type, field }];
      if (mayRead(grantsOf(`${type.name}.${field.name}`), caller)) walk(chain);
      else found.push(chain);
    }
  };
  walk([{ type: root("Query"), field: door }]);
  return found;
}

function askChain(caller: MatrixCaller, way: Way, chain: Chain): Promise<Answer> {
  const asked = new AskedDocument(way);
  const last = getNamedType(chain.at(-1)!.field.type);
  const selection = [...chain]
    .reverse()
    .reduce(
      (rest, { type, field }) => ` { __typename ${asked.field(type, field, rest)} }`,
      isLeafType(last) ? "" : " { __typename }",
    );
  return ask(caller, asked, selection.trim().slice(1, -1));
}

describe.each(matrixCallers.map((caller) => [caller.name, caller] as const))(
  "asked by %s",
  (name, caller) => {
    it("the doors that the table keeps shut are refused in every way to write them", async () => {
      const wrong: string[] = [];
      const shut = doors.filter((door) => !mayRead(grantsOf(`Query.${door.name}`), caller));
      for (const door of shut)
        for (const way of everyWay) {
          const asked = new AskedDocument(way);
          const rest = isLeafType(getNamedType(door.type)) ? "" : " { __typename }";
          const answer = await ask(caller, asked, asked.field(root("Query"), door, rest));
          if (!isRefused(answer) || !namesOnly(answer.data ?? null))
            wrong.push(`${door.name} (${way.name}): ${JSON.stringify(answer)}`);
        }
      expect(wrong).toEqual([]);
    }, 120_000);

    it("the doors that the table opens answer with all that lies behind, alike in every way", async () => {
      const wrong: string[] = [];
      const open = doors.filter(
        (door) => mayRead(grantsOf(`Query.${door.name}`), caller) && !isPublic(`Query.${door.name}`),
      );
      for (const door of open) {
        const { errors } = await askWhole(caller, plainField, door, 2);
        if (errors) wrong.push(`${door.name}: ${JSON.stringify(errors)}`);
        const plain = await askWhole(caller, plainField, door, 0);
        for (const way of otherWays) {
          const answer = await askWhole(caller, way, door, 0);
          if (JSON.stringify(asPlain(answer.data)) !== JSON.stringify(asPlain(plain.data)))
            wrong.push(`${door.name} (${way.name}): ${JSON.stringify(answer).slice(0, 500)}`);
        }
      }
      expect(wrong).toEqual([]);
    }, 120_000);

    it("what lies shut behind an open door is refused by itself, beside what is answered", async () => {
      const wrong: string[] = [];
      const chains = doors
        .filter((door) => mayRead(grantsOf(`Query.${door.name}`), caller))
        .flatMap((door) => forbiddenBehind(caller, door));
      for (const chain of chains)
        for (const way of everyWay) {
          const answer = await askChain(caller, way, chain);
          const where = `${chain.map(({ field }) => field.name).join(".")} (${way.name})`;
          const hasRows = !JSON.stringify(answer.data).includes("[]") || codesOf(answer).length > 0;
          if (hasRows && (!isRefused(answer) || !namesOnly(answer.data)))
            wrong.push(`${where}: ${JSON.stringify(answer)}`);
          if (!isNonNullType(chain.at(-1)!.field.type) && !answer.data)
            wrong.push(`${where}: nothing beside`);
        }
      expect(wrong).toEqual([]);
    }, 120_000);

    it("the public doors answer as they answer everybody", async () => {
      for (const door of doors.filter(({ name }) => isPublic(`Query.${name}`))) {
        const { asked, selection, answer } = await askAsEverybody(door);
        const { data, errors } = await hub.ask(
          caller.principal,
          asked.document("query", selection),
          asked.variables,
        );
        expect({ door: door.name, errors, isAlike: JSON.stringify(data) === answer }).toEqual({
          door: door.name,
          errors: undefined,
          isAlike: true,
        });
      }
    }, 120_000);
  },
);

describe("the rows of others", () => {
  const own = ["Query", "Mutation"].flatMap((type) =>
    Object.keys(root(type as "Query").getFields())
      .map((field) => `${type}.${field}`)
      .filter((coordinate) => grantsOf(coordinate).some(({ isOwn }) => isOwn)),
  );

  it("are tried at every door where the table says « own »", () => {
    expect(Object.keys(foreignKeys(planted)).sort()).toEqual([...own].sort());
  });

  it("answer an id of another's byte for byte as one of nobody's, in as many statements", async () => {
    const wrong: string[] = [];
    const tries = Object.entries(foreignKeys(planted)).flatMap(([coordinate, keys]) =>
      typeof keys === "string" ? [] : keys.map((key) => [coordinate, key] as const),
    );
    for (const [coordinate, key] of tries) {
      const [foreign, unknown] = [
        await tryKey(coordinate, key, key.foreign),
        await tryKey(coordinate, key, key.unknown),
      ];
      if (foreign.text !== unknown.text) wrong.push(`${coordinate}: ${foreign.text} / ${unknown.text}`);
      if (foreign.statements !== unknown.statements)
        wrong.push(`${coordinate}: ${foreign.statements} / ${unknown.statements} statements`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it("are in no answer, and one's own are in some", () => {
    const owners = Object.keys(planted.marks) as Owner[];
    for (const [name, answers] of told) {
      const words = new Set(answers.flatMap((answer) => answer.match(/[\p{L}\d-]{8,}/gu) ?? []));
      const read = owners.filter((owner) => planted.marks[owner].some((mark) => words.has(mark)));
      expect({ name, read }).toEqual({ name, read: readableOwners[name] ?? [] });
    }
  });
});

async function tryKey(
  coordinate: string,
  { caller, argument, beside }: ForeignKey,
  value: string,
): Promise<{ text: string; statements: number }> {
  const [type = "", name = ""] = coordinate.split(".");
  const parent = root(type as "Query");
  const field = parent.getFields()[name] as Field;
  const asked = new AskedDocument(plainField);
  const who = callerNamed(caller);
  const selection = asked.field(parent, field, asked.rest(field, reachOf(who)), {
    [argument]: value,
    ...beside,
  });
  const before = hub.statements.length;
  const answer = await hub.ask(
    who.principal,
    asked.document(type === "Query" ? "query" : "mutation", selection),
    asked.variables,
  );
  const text = JSON.stringify(answer);
  return { text: text.replaceAll(value, "…"), statements: hub.statements.length - before };
}
