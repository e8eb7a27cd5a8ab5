import { describe, expect, it } from "vitest";
import type { SubgraphContext } from "./context.js";
import { loadAll, oneByKey } from "./loader.js";

const context = { loaders: new Map() } as unknown as SubgraphContext;

describe("loading several keys", () => {
  it("keeps the order of the keys, leaves out what does not exist, and reads once", async () => {
    const reads: (readonly string[])[] = [];
    const letters = oneByKey<string, { code: string }>(
      async (_, codes) => {
        reads.push(codes);
        return ["a", "b", "c"].filter((code) => codes.includes(code)).map((code) => ({ code }));
      },
      ({ code }) => code,
    );
    expect(await loadAll(letters(context), ["c", "z", "a"])).toEqual([{ code: "c" }, { code: "a" }]);
    expect(reads).toEqual([["c", "z", "a"]]);
  });
});
