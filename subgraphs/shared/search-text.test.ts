import { expect, it } from "vitest";
import { searchPatterns } from "./search-text.js";

it("looks for every word of a search once, however often it is repeated, and for no sign as a wildcard", () => {
  expect(searchPatterns("Comité  des usagers, COMITE des_usagers %")).toEqual([
    "%comite%",
    "%des%",
    "%usagers%",
  ]);
  expect(searchPatterns("a ".repeat(2_400))).toEqual(["%a%"]);
  expect(searchPatterns(" % _ ")).toEqual([]);
});
