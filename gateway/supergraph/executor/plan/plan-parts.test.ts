import { describe, expect, it } from "vitest";
import { buildSchema } from "graphql";
import type { Path, Tree } from "../tree.js";
import { typeConditionsOf } from "../type-conditions.js";
import { fetchedKeysOf } from "./empty-places.js";
import { flattenPathOf } from "./flatten-path.js";
import { mergeInto } from "./merge.js";
import { representationOf } from "./representation.js";
import { renamedKeys, rewriteOf } from "./rewrites.js";

const conditions = typeConditionsOf(
  buildSchema(`
    type Query { media: Media }
    interface Media { id: ID! }
    type Book implements Media { id: ID! }
    type Film implements Media { id: ID! }
  `),
);

describe("an answer merged into the tree", () => {
  it.each<[string, Tree, Tree, Tree]>([
    ["fills what is empty", { a: null }, { a: { b: 1 }, c: [1] }, { a: { b: 1 }, c: [1] }],
    ["goes into objects", { a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
    [
      "goes into lists of one length",
      { a: [{ b: 1 }, null] },
      { a: [{ c: 2 }, { c: 3 }] },
      { a: [{ b: 1, c: 2 }, { c: 3 }] },
    ],
    ["replaces a list of another length", { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ["replaces by a null", { a: { b: 1 } }, { a: null }, { a: null }],
    ["leaves out what is undefined", { a: 1 }, { a: undefined }, { a: 1 }],
  ])("%s", (_, target, source, expected) => {
    mergeInto(target, source);
    expect(target).toEqual(expected);
  });

  it("sets no prototype by a key of that name", () => {
    const target: Tree = {};
    mergeInto(target, JSON.parse('{"__proto__":{"polluted":true}}') as Tree);
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(({} as Tree)["polluted"]).toBeUndefined();
    expect(JSON.stringify(target)).toBe('{"__proto__":{"polluted":true}}');
  });
});

describe("the way of a flatten node", () => {
  const book = { __typename: "Book", id: "b" };
  const film = { __typename: "Film", id: "f" };
  const root = { all: [[book, null], [film]], one: { media: film }, none: null };
  const located = (path: Path): [Tree, Path[]][] => {
    const found = new Map<Tree, Path[]>();
    flattenPathOf(path, conditions).locate(root, [], found);
    return [...found];
  };

  it("leads through lists, past nulls, and tells where each object is", () => {
    expect(flattenPathOf(["all", "@", "@"], conditions).collect([root])).toEqual([book, film]);
    expect(located(["all", "@", "@"])).toEqual([
      [book, [["all", 0, 0]]],
      [film, [["all", 1, 0]]],
    ]);
    expect(flattenPathOf(["none", "x"], conditions).collect([root])).toEqual([]);
  });

  it("goes on with objects of some types only, where it says so", () => {
    expect(flattenPathOf(["all", "@", "@|[Film]"], conditions).collect([root])).toEqual([film]);
    expect(flattenPathOf(["one", "media|[Media]"], conditions).collect([root])).toEqual([film]);
    expect(located(["one", "media|[Book]"])).toEqual([]);
  });
});

describe("what a subgraph is told of an object", () => {
  const typename = { kind: "Field", name: "__typename" } as const;
  const represent = representationOf(
    [
      {
        kind: "InlineFragment",
        typeCondition: "Media",
        selections: [
          typename,
          { kind: "Field", name: "id" },
          { kind: "Field", name: "by", selections: [{ kind: "Field", name: "name" }] },
        ],
      },
    ],
    conditions,
  );

  it("is its type and what the fetch requires, and nothing else", () => {
    expect(represent({ __typename: "Book", id: "1", by: [{ name: "A", age: 3 }, null], more: 1 })).toEqual({
      __typename: "Book",
      id: "1",
      by: [{ name: "A" }, null],
    });
  });

  it.each([
    ["lacks a field", { __typename: "Book", id: "1" }],
    ["is of another type", { __typename: "Query", id: "1", by: null }],
    ["has no type", { id: "1", by: null }],
  ])("is nothing when the object %s", (_, object) => {
    expect(represent(object)).toBeNull();
  });
});

describe("a rewrite of the planner's", () => {
  it("sets a value, and gives aliases their names back, by type", () => {
    const rewrites = [
      { kind: "ValueSetter", path: ["... on Book", "__typename"], setValueTo: "Media" },
      { kind: "KeyRenamer", path: ["... on Media", "id__alias_0"], renameKeyTo: "id" },
    ] as const;
    const book: Tree = { __typename: "Book", id__alias_0: null };
    rewriteOf(
      rewrites.map((rewrite) => ({ ...rewrite, path: [...rewrite.path] })),
      conditions,
    )?.(book);
    expect(JSON.parse(JSON.stringify(book))).toEqual({ __typename: "Media", id: null });
    expect([...renamedKeys(rewrites.map((rewrite) => ({ ...rewrite, path: [...rewrite.path] })))]).toEqual([
      ["id__alias_0", "id"],
    ]);
  });
});

describe("the keys that a fetch would have filled", () => {
  const keys = fetchedKeysOf(
    "query($r:[_Any!]!){_entities(representations:$r){...on Book{a:x __typename b}...on Film{c}...F}}fragment F on Media{d}",
    new Map([["a", "told"]]),
    conditions,
  );

  it("are those of the object's type, by the caller's names", () => {
    expect(keys.ofEntity("Book")).toEqual(["told", "b", "d"]);
    expect(keys.ofEntity("Film")).toEqual(["c", "d"]);
    expect(keys.ofRoot()).toEqual(["_entities"]);
  });
});
