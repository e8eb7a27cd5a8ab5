import { parseArgs } from "node:util";

/** What the run was asked for. */
export interface Options {
  /** True of what was named, and of everything when nothing was. */
  asks(name: string): boolean;
  /** True when the pictures of the gallery are to be written anew. */
  readonly isGallery: boolean;
  /** A hub that runs already. */
  readonly hub: string | null;
}

/** Reads the words of the command line. */
export function readOptions(words: readonly string[]): Options {
  const { values, positionals: names } = parseArgs({
    args: [...words],
    options: { gallery: { type: "boolean" }, hub: { type: "string" } },
    allowPositionals: true,
  });
  return {
    asks: (name) => names.length === 0 || names.includes(name),
    isGallery: values.gallery ?? false,
    hub: values.hub ?? null,
  };
}
