import { GraphQLScalarType, Kind, print, TokenKind, type ValueNode } from "graphql";
import { HubError } from "./errors.js";

const typeName = "Date";

/** True for a day that the calendar has, written YYYY-MM-DD; far years are slips, and break the arithmetic of days. */
export function isCalendarDay(text: string): boolean {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function readDay(value: unknown, argument = typeName): string {
  if (typeof value === "string" && isCalendarDay(value)) return value;
  throw new HubError(
    "INVALID_ARGUMENT",
    {
      argument,
      observed: JSON.stringify(value) ?? "undefined",
      expected: { fr: "AAAA-MM-JJ, de 1900 à 2999", en: "YYYY-MM-DD, from 1900 to 2999" },
    },
    argument,
  );
}

/** The argument that a value is written for: in `asOf: "2026-07-01"` the name stands before the colon. */
export function argumentOf({ loc }: ValueNode): string | undefined {
  const colon = loc?.startToken.prev;
  return colon?.kind === TokenKind.COLON ? colon.prev?.value : undefined;
}

/** A calendar day, kept as text: an instant would move with the time zone of the machine. */
export const CalendarDay = new GraphQLScalarType<string, string>({
  name: typeName,
  description:
    "Un jour du calendrier à l'heure de Toronto, AAAA-MM-JJ, de 1900 à 2999. · A calendar day in Toronto time, YYYY-MM-DD, from 1900 to 2999.",
  serialize: (value) => readDay(value),
  parseValue: (value) => readDay(value),
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : print(node), argumentOf(node)),
});
