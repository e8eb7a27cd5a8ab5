import { describe, expect, it } from "vitest";
import { array, assert, constantFrom, property } from "fast-check";
import { typographic } from "./typography.js";

const french = (text: string): string => typographic(text, "fr");

describe("French words hold together where a line may break", () => {
  it.each([
    { written: "« ainsi »", read: "«\u00a0ainsi\u00a0»", what: "inside guillemets" },
    { written: "Ainsi : oui", read: "Ainsi\u00a0: oui", what: "before a colon" },
    { written: "51,8 %", read: "51,8\u00a0%", what: "before a per cent" },
    { written: "250 $", read: "250\u00a0$", what: "before a dollar" },
    { written: "1 721 partenaires", read: "1\u00a0721 partenaires", what: "within a number" },
    { written: "1 250 000 $", read: "1\u00a0250\u00a0000\u00a0$", what: "within a long number" },
    {
      written: "Vraiment ? Oui ! Non ; si",
      read: "Vraiment\u202f? Oui\u202f! Non\u202f; si",
      what: "thinly, before ; ! ?",
    },
  ])("$what", ({ written, read }) => expect(french(written)).toBe(read));

  it("but not where a space may break: between a year and a count, or after a colon", () => {
    expect(french("en 2024 28 bureaux : trente réponses")).toBe("en 2024 28 bureaux\u00a0: trente réponses");
  });

  it("and English is given back as it came", () => {
    expect(typographic("So: 51.8 % « or » not ?", "en")).toBe("So: 51.8 % « or » not ?");
  });
});

describe("of any French text", () => {
  const anyText = array(
    constantFrom("«", "»", ":", ";", "!", "?", "%", "$", " ", "1", "721", "mot", "é", ","),
  ).map((pieces) => pieces.join(""));

  it("only spaces change, each for one that does not break", () => {
    assert(property(anyText, (text) => void expect(french(text).replace(/[\u00a0\u202f]/g, " ")).toBe(text)));
  });

  it("what was written once is not written otherwise a second time", () => {
    assert(property(anyText, (text) => void expect(french(french(text))).toBe(french(text))));
  });

  it("no sign of two parts stands after a space that breaks; « :: » is none", () => {
    assert(property(anyText, (text) => void expect(french(text)).not.toMatch(/ [»;!?%$]| :(?!:)|« /)));
  });
});
