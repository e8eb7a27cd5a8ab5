import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isEnumType } from "graphql";
import { schemaFolder } from "../../hub.js";
import { enumWords, unitNoun } from "./words.js";

describe("the words of what the API enumerates", () => {
  const schema = buildSchema(readFileSync(join(schemaFolder, "public.graphql"), "utf8"), {
    assumeValidSDL: true,
  });
  const values = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => type.getValues().map(({ name }) => `${type.name}.${name}`));

  it("are there for every value of the public schema, in both languages", () => {
    expect(values.length).toBeGreaterThan(150);
    const missing = values.filter((key) => !enumWords.texts.fr[key] || !enumWords.texts.en[key]);
    expect(missing).toEqual([]);
  });

  it("agree with the number before them, as each language counts", () => {
    expect([0, 1, 1.5, 2].map((count) => unitNoun("fr", "PERSONS", count))).toEqual([
      "personne",
      "personne",
      "personne",
      "personnes",
    ]);
    expect([0, 1, 1.5, 2].map((count) => unitNoun("en", "OFFICES", count))).toEqual([
      "offices",
      "office",
      "offices",
      "offices",
    ]);
  });
});
