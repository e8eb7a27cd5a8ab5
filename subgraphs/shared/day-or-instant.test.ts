import { expect, it } from "vitest";
import { Kind, parse, visit } from "graphql";
import { DayOrInstant } from "./day-or-instant.js";
import { HubError } from "./errors.js";

const readIn = (query: string): unknown => {
  try {
    visit(parse(query), { Argument: ({ value }) => void DayOrInstant.parseLiteral(value) });
    return null;
  } catch (error) {
    return (error as HubError).extensions;
  }
};

it("reads a day of Toronto, or an instant with its offset", () => {
  for (const value of ["2026-06-30", "2026-06-30T17:00:00-04:00"])
    expect(DayOrInstant.parseLiteral({ kind: Kind.STRING, value })).toBe(value);
  expect(() => DayOrInstant.parseValue("2026-06-30T17:00:00")).toThrow(HubError);
});

it("names the argument that it refuses", () => {
  expect(readIn('{ grant(until: "bientôt") }')).toMatchObject({
    place: "until",
    messages: { fr: expect.stringContaining("L'argument until vaut") },
  });
  expect(readIn("{ grant(until: 12) }")).toMatchObject({
    messages: { en: expect.stringContaining('The argument until is "12"; expected: YYYY-MM-DD') },
  });
});
