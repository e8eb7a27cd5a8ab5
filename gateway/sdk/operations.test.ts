import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildSchema, parse, validate } from "graphql";
import { operations } from "./operations.js";

describe("the documents that our clients send", () => {
  const schema = buildSchema(readFileSync("schema/authenticated.graphql", "utf8"));

  it.each(operations.map((operation) => [operation.file, operation] as const))(
    "%s asks only what the promised schema has",
    (_file, operation) => {
      expect(validate(schema, parse(operation.text()))).toEqual([]);
    },
  );
});
