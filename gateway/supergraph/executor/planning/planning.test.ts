import { describe, expect, it } from "vitest";
import { buildSchema, parse, print } from "graphql";
import { forPlanning } from "./for-planning.js";
import { joinRounds } from "./join-rounds.js";
import { namesApart } from "./names-apart.js";
import { neededFields } from "./needed-fields.js";
import { documentsByRound, roundsOf } from "./rounds.js";

const supergraph = parse(`
  type Product
    @join__type(graph: A, key: "upc")
    @join__type(graph: B, key: "upc")
    @join__type(graph: B, key: "serial { maker number }", resolvable: false)
    @join__type(graph: C, key: "upc", resolvable: false) {
    upc: ID!
    price(currency: String!): Int @join__field(graph: B) @join__field(graph: A, external: true)
    weight: Int
    name: String
    estimateUSD: Int @join__field(graph: A, requires: "price(currency: \\"USD\\") weight")
    estimateEUR: Int @join__field(graph: A, requires: "weight price(currency: \\"EUR\\")")
    similar: [Product]
  }
`);
const needed = neededFields(supergraph);
const schema = buildSchema(`
  type Query { products: [Product] }
  type Product { upc: ID! price(currency: String!): Int weight: Int name: String estimateUSD: Int estimateEUR: Int similar: [Product] }
`);
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
const apart = (query: string): string =>
  oneLine(print(namesApart(parse(query), schema, needed.names).document));
const rounds = roundsOf(needed.requiring);
const byRound = (query: string): string[] =>
  documentsByRound(parse(query), schema, rounds).map((document) => oneLine(print(document)));

describe("a supergraph given to its planner", () => {
  it("keeps of a subgraph's keys those that it resolves, and all where it resolves none", () => {
    const text = print(forPlanning(supergraph));
    expect(text).not.toContain("serial");
    expect(text).toContain('@join__type(graph: B, key: "upc")');
    expect(text).toContain('@join__type(graph: C, key: "upc", resolvable: false)');
  });
});

describe("a name of the caller's that the planner needs itself", () => {
  it("is another one in the plan when it means another field, or other arguments", () => {
    expect(apart('{ products { upc: name price(currency: "CAD") estimateUSD } }')).toBe(
      '{ products { upc__0: name price__1: price(currency: "CAD") estimateUSD } }',
    );
  });

  it("stays when it means the same", () => {
    const query = '{ products { upc weight other: price(currency: "CAD") } }';
    expect(apart(query)).toBe(oneLine(print(parse(query))));
  });

  it("is the same one in every fragment, and none that the caller has", () => {
    const query = `{ products { ...F upc: name upc__0: weight } } fragment F on Product { upc: name }`;
    expect(apart(query)).toBe(
      "{ products { ...F upc__1: name upc__0: weight } } fragment F on Product { upc__1: name }",
    );
    expect([...namesApart(parse(query), schema, needed.names).responseNames]).toEqual([["upc__1", "upc"]]);
  });
});

describe("fields that need one name with different arguments", () => {
  it("are asked in rounds of their own, each with the way to it and nothing else", () => {
    expect(byRound("{ products { upc estimateUSD estimateEUR similar { name estimateEUR } } }")).toEqual([
      "{ products { upc estimateUSD similar { name } } }",
      "{ products { estimateEUR similar { estimateEUR } } }",
    ]);
  });

  it("leave nothing empty behind, in fragments neither", () => {
    expect(byRound("{ products { ...E upc } } fragment E on Product { similar { estimateEUR } }")).toEqual([
      "{ products { upc } }",
      "{ products { ...E } } fragment E on Product { similar { estimateEUR } }",
    ]);
  });

  it("make no round of an operation that asks for none of them", () => {
    expect(byRound("{ products { upc estimateUSD } }")).toHaveLength(1);
  });
});

const nothing: ReadonlySet<string> = new Set();

describe("the answers of two rounds", () => {
  it("may differ in what each needed with arguments of its own", () => {
    const first = { upc: "1", price: 1 };
    expect(joinRounds(first, { upc: "1", price: 2, estimateEUR: 3 }, needed.manyValued)).toEqual([]);
    expect(first).toEqual({ upc: "1", price: 1, estimateEUR: 3 });
  });

  it("become one, place by place", () => {
    const first = { products: [{ upc: "1", a: 1 }, { upc: "2" }] };
    expect(joinRounds(first, { products: [{ upc: "1", b: 2 }, { b: 3 }] }, nothing)).toEqual([]);
    expect(first).toEqual({
      products: [
        { upc: "1", a: 1, b: 2 },
        { upc: "2", b: 3 },
      ],
    });
  });

  it("are not mixed where they speak of different things", () => {
    const first = { products: [{ upc: "1" }, { upc: "2" }], list: [1] };
    const later = {
      products: [
        { upc: "1", b: 2 },
        { upc: "3", b: 3 },
      ],
    };
    const differing = joinRounds(first, later, nothing);
    expect(differing).toEqual([["products", 1]]);
    expect(first.products).toEqual([{ upc: "1", b: 2 }, { upc: "2" }]);
    expect(joinRounds({ list: [1] }, { list: [1, 2], other: 1 }, nothing)).toEqual([[]]);
  });
});
