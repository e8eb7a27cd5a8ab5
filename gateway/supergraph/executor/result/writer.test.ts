import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { buildSchema, Kind, parse } from "graphql";
import type { Tree } from "../tree.js";
import { project } from "./projector.js";
import { Page } from "./page.js";
import { writeQuoted } from "./quoted.js";
import { Selection } from "./selection.js";
import { bytesOf } from "./written-bytes.js";
import { writerOf } from "./writer.js";

const schema = buildSchema(`
  type Query { item: Item items: [Item!] grid: [[Int!]]! thing: Thing! }
  interface Item { id: ID! text: String }
  type Book implements Item { id: ID! text: String pages: Int! price: Float }
  type Film implements Item { id: ID! text: String kind: Kind! isLong: Boolean }
  type Thing { any: Any }
  enum Kind { SHORT LONG }
  scalar Any
`);
const [definition] = parse(
  "{ item { ...I } items { ...I __typename } grid thing { any } } fragment I on Item { id text ... on Book { pages price } ... on Film { kind isLong } }",
).definitions;
const fragments = new Map(
  parse(
    "fragment I on Item { id text ... on Book { pages price } ... on Film { kind isLong } }",
  ).definitions.flatMap((fragment) =>
    fragment.kind === Kind.FRAGMENT_DEFINITION ? [[fragment.name.value, fragment] as const] : [],
  ),
);
if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
const selection = new Selection(
  { schema, fragments, flags: {}, responseNames: new Map() },
  schema.getQueryType()!,
  [definition.selectionSet],
);
const write = writerOf(selection);
const page = new Page();
const quoted = (some: string): string => page.copyUntil(writeQuoted(page, 0, some)).toString();
const textOf = (tree: Tree): string | null => bytesOf(write, tree)?.toString() ?? null;

const text = fc.string({ unit: "binary" });
const id = fc.oneof(text, fc.integer());
const book = fc.record({
  __typename: fc.constant("Book"),
  id,
  text: fc.option(text),
  pages: fc.integer({ min: -2147483648, max: 2147483647 }),
  price: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
});
const film = fc.record({
  __typename: fc.constant("Film"),
  id,
  text: fc.option(text, { nil: undefined }),
  kind: fc.constantFrom("SHORT", "LONG"),
  isLong: fc.option(fc.boolean()),
});
const item = fc.oneof(book, film);
const clean = fc.record({
  item: fc.option(item),
  items: fc.option(fc.array(item)),
  grid: fc.array(fc.option(fc.array(fc.integer({ min: -9, max: 9 })))),
  thing: fc.record({ any: fc.jsonValue() }),
});

// What a subgraph must not send, in any of its places.
const nonsense = fc.constantFrom<unknown>(
  null,
  undefined,
  1.5,
  "x",
  true,
  [],
  {},
  { __typename: "Robot" },
  3e9,
);
const spoilt = fc
  .tuple(clean, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), nonsense)
  .map(([tree, steps, value]) => spoil(structuredClone(tree) as Tree, steps, value));

function spoil(tree: Tree, steps: number[], value: unknown): Tree {
  let at: Tree = tree;
  for (const step of steps) {
    const keys = Object.keys(at);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return tree;
    const next = at[key];
    if (typeof next !== "object" || next === null || step === steps.at(-1)) {
      at[key] = value;
      return tree;
    }
    at = next as Tree;
  }
  return tree;
}

/** A page with no more room than it was asked for: what is written beyond it is lost. */
class TightPage extends Page {
  override makeRoom(end: number, more: number): void {
    const tight = Buffer.from(new ArrayBuffer(end + more));
    this.bytes.copy(tight, 0, 0, end);
    this.bytes = tight;
    this.view = new DataView(tight.buffer);
  }
}

const fine = { errors: [], excused: [], unasked: [] };

describe("the text of an answer", () => {
  it("is what JSON.stringify writes of the projected data, for every clean tree", () => {
    fc.assert(
      fc.property(clean, (tree) => {
        const { data, errors } = project(selection, tree as Tree, fine);
        expect(errors).toEqual([]);
        expect(textOf(tree as Tree)).toBe(JSON.stringify(data));
      }),
      { numRuns: 300 },
    );
  });

  it("asks for the room that it takes", () => {
    fc.assert(
      fc.property(clean, (tree) => {
        const tight = new TightPage();
        const { data } = project(selection, tree as Tree, fine);
        expect(tight.copyUntil(write(tree as Tree, tight, 0)).toString()).toBe(JSON.stringify(data));
      }),
      { numRuns: 300 },
    );
  });

  it("is written of no tree that the projector finds an error in, and is the same wherever it finds none", () => {
    let unclean = 0;
    fc.assert(
      fc.property(spoilt, (tree) => {
        const { data, errors } = project(selection, tree, fine);
        if (errors.length > 0) unclean += 1;
        expect(textOf(tree)).toBe(errors.length > 0 ? null : JSON.stringify(data));
      }),
      { numRuns: 500 },
    );
    expect(unclean).toBeGreaterThan(50);
  });

  it("is the same however long it is, and whatever letters it has", () => {
    const items = (count: number): Tree => ({
      item: null,
      items: Array.from({ length: count }, (_, n) => ({
        __typename: "Book",
        ...{ id: n, text: `${"œ’é😀".repeat(n % 90)}${n}`, pages: n, price: n / 7 },
      })),
      grid: [[1, 2], null],
      thing: { any: "\ud83d\ude00".repeat(9_000) },
    });
    for (const count of [0, 1, 40, 3_000, 40_000, 5]) {
      const tree = items(count);
      expect(textOf(tree)).toBe(JSON.stringify(project(selection, tree, fine).data));
      (tree["items"] as Tree[]).push({ __typename: "Book" });
      expect(textOf(tree)).toBeNull();
    }
  });

  it("escapes what JSON escapes, short and long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.boolean(), (some, isLong) => {
        const told = isLong ? some + "é".repeat(40) : some;
        expect(quoted(told)).toBe(JSON.stringify(told));
      }),
    );
    for (const told of [
      "\ud800",
      "a\udfffb",
      '"',
      "\\",
      "\n",
      "\u2028",
      "😀",
      "\u007f",
      `${"a".repeat(40)}"`,
    ])
      expect(quoted(told)).toBe(JSON.stringify(told));
  });
});
