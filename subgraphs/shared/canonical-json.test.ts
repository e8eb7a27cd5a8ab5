import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { canonicalJson, hashOf } from "./canonical-json.js";

describe("canonical JSON (RFC 8785)", () => {
  it("writes the example of section 3.2.3 in the order of UTF-16 code units", () => {
    const example = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(example)) as object).sort()).toHaveLength(7);
    expect(canonicalJson(example)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it("writes numbers as section 3.2.2 does", () => {
    // eslint-disable-next-line no-loss-of-precision -- the RFC's own example of a number that loses digits
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
      "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
    );
  });

  it("gives the same text whatever the order of the members, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });

  it("tells a changed figure by another hash", () => {
    expect(hashOf({ question: "B7", number: 42 })).toBe(hashOf({ number: 42, question: "B7" }));
    expect(hashOf({ question: "B7", number: 42 })).not.toBe(hashOf({ question: "B7", number: 43 }));
  });

  it("refuses what JSON cannot hold", () => {
    expect(() => canonicalJson({ figure: Number.NaN })).toThrow("expected a finite number, got NaN");
    expect(() => canonicalJson(10n)).toThrow("expected a JSON value, got bigint");
  });
});
