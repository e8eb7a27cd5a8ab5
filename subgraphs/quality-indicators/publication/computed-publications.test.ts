import { describe, expect, it } from "vitest";
import type { ProtectedPublication } from "./compute-publication.js";
import { ComputedPublications } from "./computed-publications.js";
import type { PublicationInput } from "./publication-input.js";
import { aPublication } from "./testing/a-publication.js";

const made: ProtectedPublication = {
  rows: [],
  unsafe: [],
  alreadyTold: [],
  judged: 0,
  insiders: 0,
  narrowest: null,
};
/** The days of publication that were computed, in their order. */
const counting = (most: number, answer = () => Promise.resolve(made)) => {
  const computed: string[] = [];
  const compute = (input: PublicationInput) => {
    computed.push(input.publishedOn);
    return answer();
  };
  return { computed, kept: new ComputedPublications(compute, most) };
};
const on = (publishedOn: string): PublicationInput => ({ ...aPublication(), publishedOn });

describe("the publications that were computed", () => {
  it("are computed once for the same input, also when two ask at once, and anew when anything of it differs", async () => {
    const { computed, kept } = counting(3);
    const input = on("2026-05-04");
    await Promise.all([kept.of(input), kept.of(structuredClone(input))]);
    expect(computed).toHaveLength(1);
    const [first, ...others] = input.submissions;
    const { synthetic } = first!;
    for (const differing of [
      { ...input, submissions: [{ ...first!, synthetic: !synthetic }, ...others] },
      { ...input, indicators: input.indicators.map((one) => ({ ...one, version: one.version + 1 })) },
      { ...input, earlier: [{ vintage: "2025-2026.1", indicators: [], submissions: [] }] },
    ]) {
      const before = computed.length;
      await kept.of(differing);
      await kept.of(structuredClone(differing));
      expect(computed).toHaveLength(before + 1);
    }
  });

  it("are kept up to a bound, those used last", async () => {
    const { computed, kept } = counting(2);
    for (const day of ["1", "2", "1", "3", "1", "2"]) await kept.of(on(day));
    expect(computed).toEqual(["1", "2", "3", "2"]);
  });

  it("keep no failure", async () => {
    const { computed, kept } = counting(2, () => Promise.reject(new Error("its thread ended")));
    for (const _ of [1, 2]) await expect(kept.of(on("1"))).rejects.toThrow("its thread ended");
    expect(computed).toEqual(["1", "1"]);
  });
});
