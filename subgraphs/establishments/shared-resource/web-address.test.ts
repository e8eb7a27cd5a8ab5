import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { pageOf, webAddress } from "./web-address.js";

describe("the address of a resource", () => {
  it("is kept as browsers write it", () => {
    expect(webAddress(" HTTPS://Exemple.CA/Guide ")).toBe("https://exemple.ca/Guide");
    expect(webAddress("https://santé.québec/outils")).toBe("https://xn--sant-epa.xn--qubec-csa/outils");
  });

  it("is never anything but http or https to a named host, whatever is given", () => {
    const given = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc
        .tuple(fc.constantFrom("javascript:", "data:", "ftp://", "//", "http://"), fc.string())
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(given, (text) => {
        const address = webAddress(text);
        if (address === null) return;
        expect(address).toMatch(/^https?:\/\/[^/@]+\.[^/@]+/);
        expect(webAddress(address)).toBe(address);
      }),
    );
  });

  it("is the same page with or without www, the last slash, the anchor and the s of https", () => {
    const same = ["https://exemple.ca/a", "http://www.exemple.ca/a/", "https://exemple.ca/a#b"].map(pageOf);
    expect(new Set(same).size).toBe(1);
    for (const other of [
      "https://exemple.ca/A",
      "https://exemple.ca/a?b",
      "https://exemple.ca:8443/a",
      "https://autre.ca/a",
    ])
      expect(pageOf(other)).not.toBe(same[0]);
  });
});
