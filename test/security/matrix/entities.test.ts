import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  getNamedType,
  type GraphQLObjectType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  isUnionType,
} from "graphql";
import { subgraphs } from "../../../subgraphs/index.js";
import { authenticatedSchema, grantsOf } from "./access-table.js";
import { AskedDocument } from "./asked-document.js";
import { matrixCallers, mayRead } from "./callers.js";
import { nobodysId } from "./example-arguments.js";
import { aMatrixHub, type MatrixHub } from "./matrix-hub.js";
import { type PlantedMarks, plantMarks } from "./planted-marks.js";
import { everyWay } from "./ways.js";

let hub: MatrixHub;
let planted: PlantedMarks;
beforeAll(async () => {
  hub = await aMatrixHub();
  planted = await plantMarks(hub);
}, 120_000);
afterAll(() => hub?.close());

const keys: Readonly<Record<string, object>> = {
  Establishment: { code: "chum" },
  HealthRegion: { code: "RSS-05" },
  QualityIndicator: { code: "IQP-06" },
  ResearchPartnership: { id: nobodysId },
  UserCommittee: { id: nobodysId },
};

it("the schema has no interface and no union: a field is reached through its own type only", () => {
  const abstract = Object.values(authenticatedSchema.getTypeMap()).filter(
    (type) => isInterfaceType(type) || isUnionType(type),
  );
  expect(abstract).toEqual([]);
});

describe.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
  "%s, asked for entities without the gateway",
  (name, subgraph) => {
    const types = Object.values(subgraph.build().schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .filter((type) => !isIntrospectionType(type) && !type.name.startsWith("_"))
      .filter((type) => type.name !== "Query" && type.name !== "Mutation");
    const union = subgraph.build().schema.getType("_Entity");
    const entities = isUnionType(union) ? union.getTypes() : [];
    const ask = async (caller: (typeof matrixCallers)[number], query: string, variables: object) =>
      hub
        .lone(name)
        .execute({ query, variables: { ...variables }, principal: caller.principal, requestId: "matrix" });

    it("tells of each what the table opens, in every way to write it", async () => {
      const wrong: string[] = [];
      for (const type of entities)
        for (const way of everyWay)
          for (const caller of matrixCallers) {
            const key = keys[type.name];
            if (!key)
              throw new Error(`${type.name}: no key; add one to test/security/matrix/entities.test.ts`);
            const asked = new AskedDocument(way);
            const { query, variables } = whole(asked, type, { __typename: type.name, ...key });
            const { errors = [] } = await ask(caller, query, variables);
            const refused = errors.filter(({ extensions }) => extensions?.code === "NOT_ALLOWED");
            const shut = Object.keys(type.getFields()).filter(
              (field) => !mayRead(grantsOf(`${type.name}.${field}`), caller),
            );
            if (refused.length !== shut.length)
              wrong.push(`${type.name} (${way.name}) for ${caller.name}: ${JSON.stringify(errors)}`);
          }
      expect(wrong).toEqual([]);
    }, 120_000);

    it("gives nothing for a type that is no entity, by whatever key", async () => {
      const isEntity = (type: GraphQLObjectType): boolean =>
        entities.some((entity) => entity.name === type.name);
      for (const type of types.filter((candidate) => !isEntity(candidate)))
        for (const caller of matrixCallers) {
          const answer = await ask(
            caller,
            "query ($asked: [_Any!]!) { _entities(representations: $asked) { __typename } }",
            {
              asked: [
                {
                  __typename: type.name,
                  id: planted.chum.submission,
                  code: planted.chum.resource,
                  answers: [],
                },
              ],
            },
          );
          expect([undefined, null, '{"_entities":[null]}']).toContain(
            answer.data && JSON.stringify(answer.data),
          );
          expect(answer.errors?.length).toBeGreaterThan(0);
        }
    }, 120_000);
  },
);

function whole(
  asked: AskedDocument,
  type: GraphQLObjectType,
  representation: object,
): { query: string; variables: Record<string, unknown> } {
  const fields = Object.values(type.getFields()).map((field) =>
    asked.field(type, field, isLeafType(getNamedType(field.type)) ? "" : " { __typename }"),
  );
  const selection = `_entities(representations: $asked) { ... on ${type.name} { __typename ${fields.join(" ")} } }`;
  const variables = { ...asked.variables, asked: [representation] };
  return { query: asked.document("query", selection, ["$asked: [_Any!]!"]), variables };
}
