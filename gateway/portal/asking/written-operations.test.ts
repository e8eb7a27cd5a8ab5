import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { format, resolveConfig } from "prettier";
import { schemaFolder } from "../../hub.js";
import { writtenOperations } from "./written-operations.js";
import { schemaTypesFile, writtenSchemaTypes } from "./written-schema-types.js";

describe.each(["public", "authenticated"] as const)("the typed documents of the %s schema", (door) => {
  const schema = buildSchema(readFileSync(join(schemaFolder, `${door}.graphql`), "utf8"), {
    assumeValidSDL: true,
  });

  it("are committed as they are written from the schema and the documents (npm run operations:build)", async () => {
    const written = new Map([
      [schemaTypesFile(door), await writtenSchemaTypes(door, schema)],
      ...(await writtenOperations(door, schema)),
    ]);
    const style = await resolveConfig(schemaTypesFile(door));
    const drifted: string[] = [];
    for (const [filepath, text] of written)
      if ((await format(text, { ...style, filepath })) !== readFileSync(filepath, "utf8"))
        drifted.push(filepath);
    expect(drifted).toEqual([]);
  }, 90_000);
});
