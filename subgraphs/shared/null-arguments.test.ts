import { graphqlSync, GraphQLString, GraphQLObjectType, GraphQLSchema, __Type } from "graphql";
import { describe, expect, it } from "vitest";
import { leaveOutNullArguments } from "./null-arguments.js";

const aSchema = (): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: {
        told: {
          type: GraphQLString,
          args: { word: { type: GraphQLString, defaultValue: "default" }, other: { type: GraphQLString } },
          resolve: (_, given: Record<string, unknown>) => JSON.stringify(given),
        },
      },
    }),
  });

describe("an argument given as null", () => {
  it("is one left out, and has its default", () => {
    const schema = aSchema();
    leaveOutNullArguments(schema);
    const { data } = graphqlSync({ schema, source: "{ told(word: null, other: null) }" });
    expect(data?.told).toBe('{"word":"default"}');
  });

  it("leaves introspection as the library made it, which every schema of the process shares", () => {
    const { resolve } = __Type.getFields().fields!;
    leaveOutNullArguments(aSchema());
    expect(__Type.getFields().fields!.resolve).toBe(resolve);
  });
});
