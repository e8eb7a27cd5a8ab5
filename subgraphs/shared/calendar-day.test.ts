import { describe, expect, it } from "vitest";
import { type GraphQLError, Kind, parseValue } from "graphql";
import { CalendarDay } from "./calendar-day.js";

const refusalOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (refusal) {
    return (refusal as GraphQLError).extensions;
  }
};

describe("a calendar day", () => {
  it.each(["1900-01-01", "2024-02-29", "2999-12-31"])("takes %s", (day) => {
    expect(CalendarDay.parseValue(day)).toBe(day);
    expect(CalendarDay.parseLiteral({ kind: Kind.STRING, value: day })).toBe(day);
  });

  it.each(["0000-01-01", "1899-12-31", "3000-01-01", "9999-12-31", "2023-02-29", "2024-1-1", 20240101])(
    "refuses %s, and says what it expects in each language",
    (day) => {
      const refusal = {
        code: "INVALID_ARGUMENT",
        place: "Date",
        messages: {
          fr: expect.stringMatching(/AAAA-MM-JJ, de 1900 à 2999\.$/),
          en: expect.stringMatching(/YYYY-MM-DD, from 1900 to 2999\.$/),
        },
      };
      expect(refusalOf(() => CalendarDay.parseValue(day))).toMatchObject(refusal);
      expect(refusalOf(() => CalendarDay.parseLiteral(parseValue(JSON.stringify(day))))).toMatchObject(
        refusal,
      );
    },
  );
});
