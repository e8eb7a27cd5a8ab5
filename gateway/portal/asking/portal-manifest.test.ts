import { describe, expect, it } from "vitest";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { guardOf } from "../../guard/guard.js";
import { schemaFolder } from "../../hub.js";
import { manifestFile, readManifest, writtenManifest } from "./portal-manifest.js";

describe("the manifest of the portal's operations", () => {
  const schema = buildSchema(readFileSync(join(schemaFolder, "public.graphql"), "utf8"), {
    assumeValidSDL: true,
  });
  const manifest = writtenManifest();

  it("is committed as it is written from the documents (npm run operations:build)", () => {
    expect(JSON.parse(readFileSync(manifestFile, "utf8"))).toEqual(manifest);
  });

  it.each(manifest.operations.map(({ name, body }) => ({ name, body })))(
    "$name has a name of its own, follows the public schema and stays within the guard",
    ({ name, body }) => {
      expect(name).not.toBe("");
      expect(manifest.operations.filter((operation) => operation.name === name)).toHaveLength(1);
      expect(validate(schema, parse(body))).toEqual([]);
      const looked = guardOf("public", schema)({ method: "POST", url: "/graphql", body: { query: body } });
      expect(looked).not.toHaveProperty("error");
    },
  );

  it("is refused when a document was changed under its hash", () => {
    const file = join(mkdtempSync(join(tmpdir(), "carrefour-")), "manifest.json");
    const [first, ...others] = manifest.operations;
    const operations = [{ ...first, body: "{ sources { code } }" }, ...others];
    writeFileSync(file, JSON.stringify({ ...manifest, operations }));
    expect(() => readManifest(file)).toThrow("another hash");
  });
});
