import { dayIn } from "../../../figures/numbers.js";
import { type Language, localeOf } from "../../../language.js";

const formatIn = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "America/Toronto",
  });
const formats = { fr: formatIn("fr"), en: formatIn("en") };

const dayParts = new Intl.DateTimeFormat("en-CA", {
  dateStyle: "short",
  timeStyle: "medium",
  hourCycle: "h23",
  timeZone: "America/Toronto",
});
const isMidnight = (instant: string): boolean => dayParts.format(new Date(instant)).endsWith("00:00:00");

/** An instant with its hour in America/Toronto. */
export const instantIn = (language: Language, instant: string): string =>
  formats[language].format(new Date(instant));

/** When something begins: a day that begins at its midnight is told by itself. */
export const beginningIn = (language: Language, instant: string): string =>
  isMidnight(instant) ? dayIn(language, instant) : instantIn(language, instant);

/** When something is over: a day that is included to its end is told by itself. */
export const endIn = (language: Language, instant: string): string =>
  isMidnight(instant)
    ? dayIn(language, new Date(Date.parse(instant) - 1).toISOString())
    : instantIn(language, instant);
