import { GraphQLScalarType, Kind, print } from "graphql";
import { HubError } from "./errors.js";

/** True for a day that the calendar has, written YYYY-MM-DD. */
function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function readDay(value: unknown): string {
  if (typeof value === "string" && isCalendarDay(value)) return value;
  throw new HubError("INVALID_ARGUMENT", {
    argument: "Date",
    observed: JSON.stringify(value) ?? "undefined",
    expected: "AAAA-MM-JJ · YYYY-MM-DD",
  });
}

/** A calendar day, kept as text: an instant would move with the time zone of the machine. */
export const CalendarDay = new GraphQLScalarType<string, string>({
  name: "Date",
  description:
    "Un jour du calendrier à l'heure de Toronto, AAAA-MM-JJ. · A calendar day in Toronto time, YYYY-MM-DD.",
  serialize: readDay,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : print(node)),
});
