import type { Highs } from "highs";

/** Starts an instance of HiGHS (MIT), the solver of linear and whole-number problems, compiled to WebAssembly. */
export async function loadHighs(): Promise<Highs> {
  // Loaded here: most commands of the terminal have nothing to solve.
  const loaded = await import("highs");
  // The package's declarations are those of its CommonJS form, whose default is one step further in.
  const load = loaded.default as unknown as typeof loaded.default.default;
  return load({ print: () => undefined, printErr: () => undefined });
}
