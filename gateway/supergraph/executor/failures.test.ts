import { afterEach, describe, expect, it } from "vitest";
import { aSupergraph, type GivenSubgraph, type TestSupergraph } from "./testing/a-supergraph.js";

const offices: GivenSubgraph = {
  sdl: `
    type Query { offices: [Office] strict: [Office!]! office: Office }
    type Office @key(fields: "code") { code: ID! kind: Kind region: Region @shareable }
    type Region @shareable { code: ID! }
    enum Kind { CISSS CIUSSS }`,
  resolvers: {
    Query: {
      offices: () => [{ code: "a" }, null, { code: "b" }, { code: "a" }],
      strict: () => [{ code: "a" }, { code: "b" }],
      office: () => ({ code: "a" }),
    },
  },
};

const people = (answer: GivenSubgraph["answer"]): GivenSubgraph => ({
  sdl: `
    type Query { _people: Int }
    type Office @key(fields: "code") { code: ID! head: Person boss: Person! names: [String!] count: Int }
    type Person { name: String! phone: String }`,
  ...(answer ? { answer } : {}),
});

let graph: TestSupergraph;
afterEach(() => graph.close());

const entities = (...given: unknown[]) => ({ data: { _entities: given } });

describe("an error of a subgraph", () => {
  it("is told at every place of the entity that it is about", async () => {
    graph = await aSupergraph({
      offices,
      people: people(() => ({
        ...entities({ head: null }, { head: { name: "B" } }),
        errors: [{ message: "gone", path: ["_entities", 0, "head", "name"], extensions: { code: "GONE" } }],
      })),
    });
    const { data, errors } = await graph.ask("{ offices { head { name } } }");
    expect(data).toEqual({ offices: [{ head: null }, null, { head: { name: "B" } }, { head: null }] });
    expect(errors).toEqual([
      {
        message: "gone",
        path: ["offices", 0, "head", "name"],
        extensions: expect.objectContaining({ code: "GONE" }),
      },
      {
        message: "gone",
        path: ["offices", 3, "head", "name"],
        extensions: expect.objectContaining({ code: "GONE" }),
      },
    ]);
  });

  it("takes no more away than the schema says: a null goes up to the first place that may be null", async () => {
    graph = await aSupergraph({
      offices,
      people: people(() => ({
        ...entities(null, { boss: { name: "B" } }),
        errors: [{ message: "gone", path: ["_entities", 0, "boss"] }],
      })),
    });
    const { data, errors } = await graph.ask("{ offices { code boss { name } } }");
    expect(data).toEqual({ offices: [null, null, { code: "b", boss: { name: "B" } }, null] });
    expect(errors?.map(({ path }) => path)).toEqual([
      ["offices", 0, "boss"],
      ["offices", 3, "boss"],
    ]);
  });

  it("takes the whole answer away where nothing on its way may be null", async () => {
    graph = await aSupergraph({
      offices,
      people: people(() => entities({ boss: null }, { boss: { name: "B" } })),
    });
    const { data, errors } = await graph.ask("{ strict { code boss { name } } }");
    expect(data).toBeNull();
    expect(errors).toEqual([
      { message: "Cannot return null for non-nullable field Office.boss.", path: ["strict", 0, "boss"] },
    ]);
  });

  it("without a place is told once, and explains what it left empty", async () => {
    graph = await aSupergraph({
      offices,
      people: people(() => ({ data: null, errors: [{ message: "no" }] })),
    });
    const { data, errors } = await graph.ask("{ office { code boss { name } } }");
    expect(data).toEqual({ office: null });
    expect(errors).toEqual([expect.objectContaining({ message: "no" })]);
    expect(errors?.[0]).not.toHaveProperty("path");
  });

  it("without a place explains what its own fetch left empty, and nothing else", async () => {
    graph = await aSupergraph({
      offices: { ...offices, answer: () => ({ data: { office: { __typename: "Office", code: null } } }) },
      people: people(() => ({ data: null, errors: [{ message: "no" }] })),
    });
    const { data, errors } = await graph.ask("{ office { code } _people }");
    expect(data).toEqual({ office: null, _people: null });
    expect(errors?.map(({ message, path }) => [message, path])).toEqual([
      ["no", undefined],
      ["Cannot return null for non-nullable field Office.code.", ["office", "code"]],
    ]);
  });

  it("about one entity does not explain why another is missing", async () => {
    graph = await aSupergraph({
      offices,
      people: people(() => ({
        ...entities(null, null),
        errors: [{ message: "gone", path: ["_entities", 0, "boss"] }],
      })),
    });
    const { data, errors } = await graph.ask("{ offices { boss { name } } }");
    expect(data).toEqual({ offices: [null, null, null, null] });
    expect(errors?.map(({ message, path }) => [message, path])).toEqual([
      ["gone", ["offices", 0, "boss"]],
      ["gone", ["offices", 3, "boss"]],
      ["Cannot return null for non-nullable field Office.boss.", ["offices", 2, "boss"]],
    ]);
  });
});

describe("an entity that is lost on the way to another subgraph", () => {
  const lost = async (answer: unknown): Promise<void> => {
    graph = await aSupergraph({
      offices: {
        sdl: 'type Query { office: Office } type Office @key(fields: "code") { code: ID! }',
        resolvers: { Query: { office: () => ({ code: "a" }) } },
      },
      people: {
        sdl: 'type Query { _people: Int } type Office @key(fields: "code") @key(fields: "number") { code: ID! number: Int! head: String! }',
        answer: () => answer,
      },
      phones: {
        sdl: 'type Query { _phones: Int } type Office @key(fields: "number") { number: Int! phone: String! }',
      },
    });
  };
  const asked = "{ office { phone head } }";

  it("is told of once, where it was lost", async () => {
    await lost({ ...entities(null), errors: [{ message: "gone", path: ["_entities", 0, "head"] }] });
    const { data, errors } = await graph.ask(asked);
    expect(data).toEqual({ office: null });
    expect(errors?.map(({ message, path }) => [message, path])).toEqual([["gone", ["office", "head"]]]);
  });

  it("is told of at the first field that is missing, where nobody said why", async () => {
    await lost(entities(null));
    const { data, errors } = await graph.ask(asked);
    expect(data).toEqual({ office: null });
    expect(errors?.map(({ path }) => path)).toEqual([["office", "phone"]]);
  });
});

describe("a subgraph that does not answer", () => {
  it("costs its own fields: one error at each place that stays empty", async () => {
    graph = await aSupergraph({ offices, people: people(undefined) });
    await graph.stop("people");
    const { data, errors } = await graph.ask("{ offices { code h: head { name } count } }");
    const empty = (code: string) => ({ code, h: null, count: null });
    expect(data).toEqual({ offices: [empty("a"), null, empty("b"), empty("a")] });
    expect(errors?.map(({ path }) => path?.join("."))).toEqual([
      "offices.0.h",
      "offices.0.count",
      "offices.3.h",
      "offices.3.count",
      "offices.2.h",
      "offices.2.count",
    ]);
    expect(new Set(errors?.map(({ extensions }) => extensions?.["code"]))).toEqual(
      new Set(["SUBGRAPH_UNAVAILABLE"]),
    );
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN/);
  });

  it("is told at root fields by their aliases, those left out not", async () => {
    graph = await aSupergraph({ offices, people: people(undefined) });
    await graph.stop("offices");
    const { data, errors } = await graph.ask(
      "query ($no: Boolean = false) { a: office { code } offices @include(if: $no) { code } _people }",
    );
    expect(data).toEqual({ a: null, _people: null });
    expect(errors).toEqual([expect.objectContaining({ path: ["a"] })]);
  });
});

describe("a subgraph that answers nonsense", () => {
  const asked = "{ office { code head { name phone } names count } }";
  it.each<[string, unknown, unknown, string[]]>([
    ["a text for a list", { names: "x" }, { head: null, names: null, count: null }, ["office.names"]],
    ["a list for an object", { head: [] }, { head: null, names: null, count: null }, ["office.head"]],
    ["a number for an object", { head: 1 }, { head: null, names: null, count: null }, ["office.head"]],
    ["a text for a number", { count: "7" }, { head: null, names: null, count: null }, ["office.count"]],
    [
      "a null in a list of texts",
      { names: ["a", null] },
      { head: null, names: null, count: null },
      ["office.names.1"],
    ],
    [
      "an object that lacks a field",
      { head: { phone: "1" } },
      { head: null, names: null, count: null },
      ["office.head.name"],
    ],
    [
      "an object of a type there is not",
      { head: { __typename: "Robot", name: "x" } },
      { head: null, names: null, count: null },
      ["office.head"],
    ],
    [
      "an entity that is a text",
      "office",
      { head: null, names: null, count: null },
      ["office.head", "office.names", "office.count"],
    ],
  ])("%s: a field error, and the rest", async (_, entity, expected, paths) => {
    graph = await aSupergraph({ offices, people: people(() => entities(entity)) });
    const { data, errors } = await graph.ask(asked);
    expect(data).toEqual({ office: { code: "a", ...(expected as object) } });
    expect(errors?.map(({ path }) => path?.join("."))).toEqual(paths);
  });

  it.each([
    ["fewer entities than asked for", { data: { _entities: [] } }],
    ["no list of entities", { data: { _entities: {} } }],
    ["no data", { data: {} }],
    ["errors that are none", { data: null, errors: ["x"] }],
  ])("%s: each place tells it", async (_, answer) => {
    graph = await aSupergraph({ offices, people: people(() => answer) });
    const { data, errors } = await graph.ask("{ office { code count } }");
    expect(data).toEqual({ office: { code: "a", count: null } });
    expect(errors).toEqual([expect.objectContaining({ path: ["office", "count"] })]);
  });

  it("a value of an enum that the schema does not have: null with an error", async () => {
    const answer = () => ({ data: { office: { __typename: "Office", code: "a", kind: "CLSC" } } });
    graph = await aSupergraph({ offices: { ...offices, answer }, people: people(undefined) });
    const { data, errors } = await graph.ask("{ office { code kind } }");
    expect(data).toEqual({ office: { code: "a", kind: null } });
    expect(errors).toEqual([expect.objectContaining({ path: ["office", "kind"] })]);
  });
});
