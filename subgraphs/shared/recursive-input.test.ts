import { describe, expect, it } from "vitest";
import { buildSchema, parse } from "graphql";
import { takesRecursiveInput } from "./recursive-input.js";

const schema = buildSchema(`
  input Filter { all: [Filter!], question: String }
  input Measure { kind: String, where: Filter }
  input Definition { code: String!, measures: [Measure!]! }
  input Plain { code: String!, other: Other }
  input Other { code: String }
  type Query { define(input: Definition, plain: [Plain!], code: String): String }
`);

describe("an operation that takes a recursive input", () => {
  it.each([
    ["query ($input: Definition!) { define(input: $input) }", true],
    ["query ($plain: [Plain!]!) { define(plain: $plain) }", false],
    ["query ($code: String) { define(code: $code) }", false],
    ["{ define }", false],
  ])("is told from others: %s", (query, isRecursive) => {
    expect(takesRecursiveInput(schema, parse(query))).toBe(isRecursive);
  });
});
