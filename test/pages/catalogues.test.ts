import { beforeAll, describe, expect, it } from "vitest";
import { everyCatalogue, type FoundCatalogue, placesOf } from "./catalogues.js";
import { sameInBoth } from "./same-in-both.js";

let catalogues: readonly FoundCatalogue[];
beforeAll(async () => {
  catalogues = await everyCatalogue();
});

/** What is wrong with the messages of any catalogue, one line each. */
const faults = (look: (key: string, french: string, english: string) => string | null): string[] =>
  catalogues.flatMap(({ name, texts }) =>
    Object.keys(texts.fr).flatMap((key) => {
      const fault = look(key, texts.fr[key] ?? "", texts.en[key] ?? "");
      return fault === null ? [] : [`${name} ${key}: ${fault}`];
    }),
  );

describe("the portal speaks French and English alike", () => {
  it("in catalogues that every room has", () => expect(catalogues.length).toBeGreaterThan(1));

  it("with the same messages in both", () => {
    for (const { name, texts } of catalogues)
      expect([name, Object.keys(texts.en).sort()]).toEqual([name, Object.keys(texts.fr).sort()]);
  });

  it("none of them empty", () =>
    expect(faults((_, french, english) => (french.trim() && english.trim() ? null : "empty"))).toEqual([]));

  it("with the same places to fill in", () =>
    expect(
      faults((_, french, english) => {
        const [fr, en] = [placesOf(french).join(" "), placesOf(english).join(" ")];
        return fr === en ? null : `« ${fr} » in French, « ${en} » in English`;
      }),
    ).toEqual([]));

  it("each translated, but for those that both languages have", () =>
    expect(
      faults((_, french, english) => {
        const hasWords = /\p{L}{2}/u.test(french.replace(/\{[^{}]*\}/g, ""));
        return hasWords && french === english && !sameInBoth.has(french.toLowerCase())
          ? `« ${french} » in both`
          : null;
      }),
    ).toEqual([]));

  it("the list of those is no longer than it must be", () => {
    const said = new Set(
      catalogues.flatMap(({ texts }) => Object.values(texts.fr).map((text) => text.toLowerCase())),
    );
    expect([...sameInBoth].filter((text) => !said.has(text))).toEqual([]);
  });

  it("in French with guillemets, in English with curly marks of quotation", () => {
    expect(faults((_, french) => (/"|“|”/.test(french) ? french : null))).toEqual([]);
    expect(faults((_, __, english) => (/"/.test(english) ? english : null))).toEqual([]);
  });
});
