import { readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
// Compiled to dist/subgraphs/shared; the reference files stay where they are written.
const root = here.endsWith(join(sep, "dist", "subgraphs", "shared"))
  ? join(here, "..", "..", "..")
  : join(here, "..", "..");

/** Reads one file of the reference data that the hub is shipped with; needs neither a hub nor a database. */
export const readReferenceFile = <Content>(file: string): Content =>
  JSON.parse(readFileSync(join(root, "seeds", "reference", file), "utf8")) as Content;
