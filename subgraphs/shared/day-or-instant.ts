import { GraphQLScalarType, Kind, print } from "graphql";
import { argumentOf, isCalendarDay } from "./calendar-day.js";
import { endOfDayInToronto, startOfDayInToronto } from "./clock.js";
import { HubError } from "./errors.js";

const typeName = "DayOrInstant";
const instantPattern =
  /^((?:19|2\d)\d{2}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function read(value: unknown, argument = typeName): string {
  if (typeof value === "string") {
    if (isCalendarDay(value)) return value;
    const day = instantPattern.exec(value)?.[1];
    if (day !== undefined && isCalendarDay(day) && !Number.isNaN(Date.parse(value))) return value;
  }
  throw new HubError(
    "INVALID_ARGUMENT",
    {
      argument,
      observed: JSON.stringify(value) ?? "undefined",
      expected: {
        fr: "AAAA-MM-JJ, ou un instant avec son décalage : 2026-06-30T17:00:00-04:00",
        en: "YYYY-MM-DD, or an instant with its offset: 2026-06-30T17:00:00-04:00",
      },
    },
    argument,
  );
}

/** A deadline as people write it: a day of Toronto, or an instant that says its own offset. */
export const DayOrInstant = new GraphQLScalarType<string, string>({
  name: typeName,
  description:
    "Un jour à l'heure de Toronto (2026-06-30), ou un instant avec son décalage (2026-06-30T17:00:00-04:00). · A day in Toronto time (2026-06-30), or an instant with its offset (2026-06-30T17:00:00-04:00).",
  serialize: (value) => read(value),
  parseValue: (value) => read(value),
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : print(node), argumentOf(node)),
});

/** When something that begins on a day, or at an instant, begins. */
export const beginningOf = (moment: string): Date =>
  isCalendarDay(moment) ? startOfDayInToronto(moment) : new Date(moment);

/** When something that lasts through a day, or until an instant, is over: the day itself is included. */
export const endOf = (moment: string): Date =>
  isCalendarDay(moment) ? endOfDayInToronto(moment) : new Date(moment);
