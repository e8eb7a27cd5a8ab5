import "reflect-metadata";
import { describe, expect, it } from "vitest";
import { EnglishStatus } from "./localized-text.js";
import { publicText, publicTexts, readableText } from "./public-text.js";

const asked = { argument: "title", mostCharacters: 20 };
const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (refusal) {
    return (refusal as { extensions: Record<string, unknown> }).extensions;
  }
};

describe("a text that everybody will read", () => {
  it("is kept without the blanks at its ends, up to the longest allowed", () => {
    expect(publicText("  Guide d'accueil \n", asked)).toBe("Guide d'accueil");
    expect(publicText("x".repeat(20), asked)).toBe("x".repeat(20));
  });

  it.each([
    ["blank", "   "],
    ["too long", "x".repeat(21)],
    ["with half a character", "a\uD800b"],
    ["with a NUL", "a\0b"],
  ])("is refused with its place when it is %s", (_kind, text) => {
    expect(refusalOf(() => readableText(text, asked))).toMatchObject({
      code: "INVALID_ARGUMENT",
      place: "title",
    });
  });

  it.each([
    ["a person", "Voir Mme Roy."],
    ["an email address", "a.roy@exemple.ca"],
    ["a telephone number", "514 555-0199"],
    ["a postal code", "Au H2X 1Y4"],
    ["a health insurance number", "ROYA 1234 5678"],
  ])("is refused when it holds %s, which the refusal does not repeat", (_kind, text) => {
    const refusal = refusalOf(() => publicText(text, asked));
    expect(refusal).toMatchObject({ code: "PERSONAL_DATA", place: "title" });
    expect(JSON.stringify(refusal)).not.toContain(text);
    expect(readableText(text, asked)).toBe(text);
  });

  it("tells in which language the fault is, and where its English comes from", () => {
    const { SOURCE, PROPOSED } = EnglishStatus;
    expect(publicTexts({ fr: "Oui", en: "Yes", status: SOURCE }, asked)).toEqual({
      fr: "Oui",
      en: "Yes",
      status: SOURCE,
    });
    expect(publicTexts({ fr: "Oui", status: SOURCE }, asked)).toEqual({
      fr: "Oui",
      en: null,
      status: PROPOSED,
    });
    expect(refusalOf(() => publicTexts({ fr: "Oui", en: "" }, asked))).toMatchObject({ place: "title.en" });
  });
});
