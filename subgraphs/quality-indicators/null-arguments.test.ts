import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { hashOf } from "../shared/canonical-json.js";
import type { Principal } from "../shared/principal.js";
import { aSteward } from "../../test/harness/subgraph.js";
import { qualityIndicators } from "./index.js";
import { aCollection, type Collection } from "./submission/testing/collection.js";

let hub: Collection;
let submission: string;
beforeAll(async () => {
  hub = await aCollection();
  submission = (await hub.push()).submission!.id;
});
afterAll(() => hub.database.drop());

const { schema } = qualityIndicators.build();
const given: Record<string, () => string> = {
  campaign: () => '"2024"',
  code: () => '"IQP-06"',
  id: () => JSON.stringify(submission),
  subject: () => JSON.stringify(submission),
  representations: () => '[{ __typename: "Establishment", code: "chum" }]',
};
const whoMay: Record<string, Principal> = {
  previewPublication: aSteward("steward:publish"),
  publicationRegister: aSteward("steward:publish"),
};

type Field = GraphQLField<unknown, unknown>;
const isNullable = ({ type }: Field["args"][number]): boolean => !isNonNullType(type);
/** The arguments of a field in a document: those it must have, and the others as null where asked. */
function argumentsOf(field: Field, areNull: boolean): string {
  const written = field.args.flatMap((argument) => {
    if (isRequiredArgument(argument)) return `${argument.name}: ${given[argument.name]?.() ?? "unknown"}`;
    return areNull && isNullable(argument) ? `${argument.name}: null` : [];
  });
  return written.length === 0 ? "" : `(${written.join(", ")})`;
}
/** Every field without an argument that must be given, two steps down. */
function selectionOf(type: GraphQLOutputType, areNull: boolean, depth = 1): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return "";
  if (!isObjectType(named)) return "{ __typename }";
  const selected = Object.values(named.getFields())
    .filter((field) => field.args.every((argument) => !isRequiredArgument(argument)))
    .filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)))
    .map((field) => field.name + argumentsOf(field, areNull) + selectionOf(field.type, areNull, depth - 1));
  return `{ ${["__typename", ...selected].join(" ")} }`;
}
const queries = Object.values(schema.getQueryType()!.getFields());
/** Expects two queries to be answered alike; told by their hashes, for an answer may be very long. */
async function expectTheSame(
  query: string,
  expected: string,
  principal: Principal = aSteward("steward:collect"),
): Promise<void> {
  hub.hidden.length = 0;
  const [answer, model] = [await hub.ask(query, {}, principal), await hub.ask(expected, {}, principal)];
  expect([answer.errors, model.errors, hub.hidden]).toEqual([undefined, undefined, []]);
  expect(hashOf(answer.data)).toBe(hashOf(model.data));
}

describe("an argument given as null", () => {
  it.each(queries.map(({ name }) => name))("is answered by %s as if it were left out", async (name) => {
    const field = queries.find((candidate) => candidate.name === name)!;
    const write = (areNull: boolean) =>
      `{ ${name}${argumentsOf(field, areNull)} ${selectionOf(field.type, areNull)} }`;
    await expectTheSame(write(true), write(false), whoMay[name]);
  });

  it.each(["Establishment", "HealthRegion"])("is so too by the observations of %s", async (type) => {
    const field = (schema.getType(type) as unknown as { getFields(): Record<string, Field> }).getFields()
      .observations!;
    const write = (
      areNull: boolean,
    ) => `{ _entities(representations: [{ __typename: "${type}", code: "chum" }]) {
      ... on ${type} { observations${argumentsOf(field, areNull)} ${selectionOf(field.type, areNull)} } } }`;
    await expectTheSame(write(true), write(false));
  });

  it("is so too by the approval of a submission", async () => {
    const { data, errors } = await hub.ask(
      `mutation { approveSubmission(id: "${submission}", revision: null) { state approvedRevision } }`,
      {},
      aSteward("steward:collect"),
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ approveSubmission: { state: "APPROVED", approvedRevision: 1 } });
  });

  it("has a test above, whatever the field", () => {
    const holders = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith("__")
        ? Object.values(type.getFields())
            .filter(({ args }) => args.some(isNullable))
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );
    expect(holders.length).toBeGreaterThan(8);
    expect(holders.filter((holder) => !holder.startsWith("Query.")).sort()).toEqual([
      "Establishment.observations",
      "HealthRegion.observations",
      "Mutation.approveSubmission",
      "QualityIndicator.observations",
      "QualityIndicator.trend",
    ]);
  });
});
