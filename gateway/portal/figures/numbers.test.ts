import { describe, expect, it } from "vitest";
import { assert, integer, property } from "fast-check";
import { dayIn, numberIn } from "./numbers.js";

describe("a figure is written as its readers write it", () => {
  it.each([
    { value: 1721, fr: "1\u00a0721", en: "1,721" },
    { value: 51.8, fr: "51,8", en: "51.8" },
    { value: 0.25, fr: "0,25", en: "0.25" },
    { value: -4, fr: "-4", en: "-4" },
    { value: 1_250_000, fr: "1\u00a0250\u00a0000", en: "1,250,000" },
    { value: 80, fr: "80", en: "80" },
  ])("$value", ({ value, fr, en }) => {
    expect(numberIn("fr", value)).toBe(fr);
    expect(numberIn("en", value)).toBe(en);
  });

  it("with no more decimals than are asked for", () => {
    expect(numberIn("fr", 66.666, 1)).toBe("66,7");
    expect(numberIn("en", 66.666, 0)).toBe("67");
  });

  it("so that every figure of two decimals can be read back as it is", () => {
    const hundredths = integer({ min: -1_000_000_000, max: 1_000_000_000 });
    assert(
      property(hundredths, (count) => {
        const value = count / 100;
        expect(Number(numberIn("fr", value).replace(/\s/g, "").replace(",", "."))).toBe(value);
        expect(Number(numberIn("en", value).replace(/,/g, ""))).toBe(value);
      }),
    );
  });
});

describe("a day is that of Toronto", () => {
  it("written in full, in either language", () => {
    expect(dayIn("fr", "2026-03-31")).toBe("31 mars 2026");
    expect(dayIn("en", "2026-03-31")).toBe("March 31, 2026");
  });

  it("whatever the hour in universal time: the evening of the 31st, in winter and in summer", () => {
    expect(dayIn("fr", "2026-02-01T03:30:00.000Z")).toBe("31 janvier 2026");
    expect(dayIn("fr", "2026-07-01T03:30:00.000Z")).toBe("30 juin 2026");
    expect(dayIn("fr", "2026-07-01T04:00:00.000Z")).toBe("1er juillet 2026");
  });
});
