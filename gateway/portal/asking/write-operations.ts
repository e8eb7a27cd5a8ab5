import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { manifestFile, writtenManifest } from "./portal-manifest.js";
import { portalFolder } from "./portal-documents.js";
import { writtenOperations } from "./written-operations.js";
import { schemaTypesFile, writtenSchemaTypes } from "./written-schema-types.js";

// npm run operations:build. Nothing of the pages is loaded: they import what is written here.
const schemaFolder = join(portalFolder, "..", "..", "schema");
for (const door of ["public", "authenticated"] as const) {
  const schema = buildSchema(readFileSync(join(schemaFolder, `${door}.graphql`), "utf8"), {
    assumeValidSDL: true,
  });
  writeFileSync(schemaTypesFile(door), await writtenSchemaTypes(door, schema));
  const written = await writtenOperations(door, schema);
  for (const [file, text] of written) writeFileSync(file, text);
}
writeFileSync(manifestFile, `${JSON.stringify(writtenManifest(), null, 2)}\n`);
