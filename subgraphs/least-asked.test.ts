import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { aDatabase, type TestDatabase } from "../test/harness/database.js";
import { type Ask, aSubgraph } from "../test/harness/subgraph.js";
import { subgraphs } from "./index.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
}, 60_000);
afterAll(() => database.drop());

const given: Record<string, string> = {
  campaign: '"2024"',
  code: '"IQP-06"',
  source: '"P"',
  campaigns: '["2019", "2024"]',
  representations:
    '[{ __typename: "Establishment", code: "chum" }, { __typename: "HealthRegion", code: "RSS-05" }]',
};

type Field = GraphQLField<unknown, unknown>;
function written(field: Field, isDated: boolean): string {
  const values = field.args.flatMap(({ name, ...argument }) => {
    if (name === "asOf" && isDated) return 'asOf: "2027-01-01"';
    return isRequiredArgument({ name, ...argument }) ? `${name}: ${given[name] ?? '"none"'}` : [];
  });
  return field.name + (values.length > 0 ? `(${values.join(", ")})` : "");
}

const isPublic = ({ astNode }: Field): boolean =>
  astNode?.directives?.some(({ name }) => name.value === "tag") ?? true;

/** Questions that name one field each, and of what it leads to nothing but the type: two steps down from every door. */
function leastQuestions(schema: GraphQLSchema): string[] {
  return Object.values(schema.getQueryType()!.getFields())
    .filter((door) => door.name !== "_service" && isPublic(door))
    .flatMap((door) =>
      [false, true].flatMap((isDated) => {
        const type = getNamedType(door.type);
        const fields =
          door.name === "_entities"
            ? ["Establishment", "HealthRegion"].flatMap((name) => below(schema, name, isDated))
            : isObjectType(type)
              ? below(schema, type.name, isDated).map((selected) => selected.replace(/^\.\.\. on \w+ /, ""))
              : [];
        return fields.map((selected) => `{ ${written(door, isDated)} ${selected} }`);
      }),
    );
}

function below(schema: GraphQLSchema, name: string, isDated: boolean): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter(isPublic)
    .map((field) => {
      const rest = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
      return `... on ${name} { ${written(field, isDated)}${rest} }`;
    });
}

describe("the least that can be asked", () => {
  it.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
    "of %s is answered: nothing needs a column that was not asked for",
    async (_, subgraph) => {
      const { ask, hidden }: { ask: Ask; hidden: unknown[] } = aSubgraph(subgraph, database);
      const questions = leastQuestions(subgraph.build().schema);
      expect(questions.length).toBeGreaterThan(20);
      for (const question of questions) {
        const { errors } = await ask(question);
        const failures = (errors ?? []).filter(({ extensions }) => extensions?.code === "INTERNAL");
        expect([question, failures, hidden]).toEqual([question, [], []]);
      }
    },
    60_000,
  );
});
