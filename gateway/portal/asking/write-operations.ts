import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifestFile, writtenManifest } from "./portal-manifest.js";
import { portalFolder } from "./portal-documents.js";
import { writtenOperations } from "./written-operations.js";

// npm run operations:build. Nothing of the pages is loaded: they import what is written here.
const schemaFolder = join(portalFolder, "..", "..", "schema");
for (const door of ["public", "authenticated"] as const) {
  const written = await writtenOperations(door, readFileSync(join(schemaFolder, `${door}.graphql`), "utf8"));
  for (const [file, text] of written) writeFileSync(file, text);
}
writeFileSync(manifestFile, `${JSON.stringify(writtenManifest(), null, 2)}\n`);
