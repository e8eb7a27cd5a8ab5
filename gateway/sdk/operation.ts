import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
// Compiled to dist/gateway/sdk; the documents stay where they are written.
const folder = here.endsWith(join(sep, "dist", "gateway", "sdk"))
  ? join(here, "..", "..", "..", "gateway", "sdk", "operations")
  : join(here, "operations");

/** A document that the hub is asked, with what goes in and what comes out. */
export interface Operation<Data, Variables extends object> {
  readonly file: string;
  readonly text: () => string;
  /** Never set: they carry the types. */
  readonly data?: Data;
  readonly variables?: Variables;
}

/** The document of a file. */
export const operation = <Data, Variables extends object>(file: string): Operation<Data, Variables> => ({
  file,
  text: () => readFileSync(join(folder, file), "utf8"),
});

/** The texts of all documents of the folder. */
export const operationTexts = (): string[] =>
  readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
