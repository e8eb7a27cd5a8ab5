import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSupergraph, type TestSupergraph } from "./testing/a-supergraph.js";

const offices = ["chum", "chus"].map((code) => ({
  code,
  name: `Bureau ${code}`,
  region: { code: "RSS-05" },
}));

let graph: TestSupergraph;
beforeAll(async () => {
  graph = await aSupergraph({
    offices: {
      sdl: `
        type Query { offices: [Office!]! office(code: ID!): Office first: Item items: [Item!]! }
        type Office @key(fields: "code") { code: ID! name: String! region: Region! }
        type Region @key(fields: "code") { code: ID! }
        interface Item { label: String! }
        type Document implements Item { label: String! pages: Int! }
        type Video implements Item @key(fields: "label") { label: String! minutes: Float }
        type Mutation { count: Int! }`,
      resolvers: {
        Query: {
          offices: () => offices,
          office: (_: unknown, { code }: { code: string }) => offices.find((office) => office.code === code),
          first: () => ({ __typename: "Video", label: "v1", minutes: 1.5 }),
          items: () => [
            { __typename: "Document", label: "d1", pages: 3 },
            { __typename: "Video", label: "v1", minutes: null },
          ],
        },
        Mutation: { count: () => (counted += 1) },
      },
    },
    places: {
      sdl: `
        type Query { _places: Int }
        type Region @key(fields: "code") { code: ID! name: String! offices(limit: Int = 2): [String!]! }
        type Office @key(fields: "code") { code: ID! name: String! @external address: String @requires(fields: "name") }
        type Video @key(fields: "label") { label: String! subtitles: [String] }
        type Mutation { double: Int! }`,
      resolvers: {
        Region: {
          __resolveReference: ({ code }: { code: string }) => ({ code, name: `Région ${code}` }),
          offices: (_: unknown, { limit }: { limit: number }) => ["a", "b", "c"].slice(0, limit),
        },
        Office: {
          __resolveReference: (office: object) => office,
          address: ({ name }: { name: string }) => `1, rue du ${name}`,
        },
        Video: { __resolveReference: ({ label }: { label: string }) => ({ label, subtitles: ["fr", null] }) },
        Mutation: { double: () => (counted *= 2) },
      },
    },
  });
});
afterAll(() => graph.close());

let counted = 0;

describe("an operation over several subgraphs", () => {
  it("takes entities from where they are, each asked for once however many times it comes", async () => {
    graph.asked.length = 0;
    const { data, errors } = await graph.ask("{ offices { code region { name code } } }");
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      offices: [
        { code: "chum", region: { name: "Région RSS-05", code: "RSS-05" } },
        { code: "chus", region: { name: "Région RSS-05", code: "RSS-05" } },
      ],
    });
    expect(graph.asked[1]?.variables).toEqual({
      representations: [{ __typename: "Region", code: "RSS-05" }],
    });
  });

  it("gives a subgraph what its fields require of another", async () => {
    const { data } = await graph.ask('{ office(code: "chum") { address } }');
    expect(data).toEqual({ office: { address: "1, rue du Bureau chum" } });
  });

  it("puts fields in the order they were asked in, merged over aliases and fragments", async () => {
    const answer = await graph.executor.execute({
      query: `query ($with: Boolean!) {
        o: office(code: "chum") { ...Rest b: code @include(if: $with) ... on Office { a: name } }
      }
      fragment Rest on Office { region { name } a: name region { code } }`,
      variables: { with: true },
    });
    expect(JSON.stringify(answer.data)).toBe(
      '{"o":{"region":{"name":"Région RSS-05","code":"RSS-05"},"a":"Bureau chum","b":"chum"}}',
    );
  });

  it.each([
    [{ skipped: true }, { office: { code: "chum" } }],
    [{ skipped: false }, { office: { region: { name: "Région RSS-05" }, code: "chum" } }],
    [{}, { office: { code: "chum" } }],
  ])("leaves out what %j says, by default too", async (variables, expected) => {
    const { data } = await graph.ask(
      'query ($skipped: Boolean = true) { office(code: "chum") { region @skip(if: $skipped) { name } code } }',
      variables,
    );
    expect(data).toEqual(expected);
  });

  it("hands variables and their defaults to the subgraph that uses them", async () => {
    const query =
      "query ($limit: Int = 1, $code: ID!) { office(code: $code) { region { offices(limit: $limit) } } }";
    expect((await graph.ask(query, { code: "chus" })).data).toEqual({
      office: { region: { offices: ["a"] } },
    });
    expect((await graph.ask(query, { code: "chus", limit: 3 })).data).toEqual({
      office: { region: { offices: ["a", "b", "c"] } },
    });
  });

  it("takes no variable of the caller for what it hands subgraphs itself", async () => {
    const query =
      "query ($representations: Int!, $representations_: Int = 1) { offices { region { a: offices(limit: $representations) b: offices(limit: $representations_) } } }";
    const { data, errors } = await graph.ask(query, { representations: 2 });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ offices: [{ region: { a: ["a", "b"], b: ["a"] } }, {}] });
  });

  it("tells objects of an interface by their type, alone and in lists, with and without __typename asked", async () => {
    const { data } = await graph.ask(
      "{ items { ... on Video { subtitles } label t: __typename ... on Document { pages } } first { label } __typename }",
    );
    expect(data).toEqual({
      items: [
        { label: "d1", t: "Document", pages: 3 },
        { subtitles: ["fr", null], label: "v1", t: "Video" },
      ],
      first: { label: "v1" },
      __typename: "Query",
    });
  });

  it("carries out mutations one after the other, over subgraphs too", async () => {
    counted = 1;
    const { data } = await graph.ask("mutation { a: count b: double c: count d: double }");
    expect(data).toEqual({ a: 2, b: 4, c: 5, d: 10 });
  });

  it("answers what is asked of the schema beside the data, with variables, fragments and conditions", async () => {
    const { data, errors } = await graph.ask(
      `query ($type: String!, $not: Boolean!) {
        office(code: "chum") { code }
        ...About
        no: __schema @skip(if: $not) { description }
      }
      fragment About on Query { kept: __type(name: $type) { name fields { name } } }`,
      { type: "Region", not: true },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      office: { code: "chum" },
      kept: { name: "Region", fields: [{ name: "code" }, { name: "name" }, { name: "offices" }] },
    });
  });

  it.each([
    ["{ offices { nothing } }", "Cannot query field"],
    ["{ offices { code }", "Syntax Error"],
    ["query A { offices { code } } query B { offices { code } }", "Must provide operation name"],
    ["query ($code: ID!) { office(code: $code) { code } }", 'Variable "$code" of required type'],
  ])("refuses %s without asking anybody", async (query, message) => {
    graph.asked.length = 0;
    const { data, errors } = await graph.ask(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain(message);
    expect(graph.asked).toEqual([]);
  });

  it("answers names that every object has in JavaScript like any other", async () => {
    const { data } = await graph.ask(
      '{ constructor: office(code: "none") { code } __proto__: office(code: "chum") { toString: code } }',
    );
    expect(JSON.stringify(data)).toBe('{"constructor":null,"__proto__":{"toString":"chum"}}');
  });

  it("writes the same text as it gives data", async () => {
    const { parse } = await import("graphql");
    const query =
      "{ items { __typename ... on Video { minutes subtitles } label } offices { name region { name } } }";
    const { data } = await graph.executor.execute({ query });
    const written = await graph.executor.write({ query, document: parse(query) }, undefined);
    expect("dataBytes" in written && written.dataBytes.toString()).toBe(JSON.stringify(data));
  });
});
