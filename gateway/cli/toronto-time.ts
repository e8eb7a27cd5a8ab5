import type { TerminalLanguage } from "./language.js";

/** Tells instants in the time of Toronto, in which deadlines are. */
export function torontoTime(language: TerminalLanguage): (instant: string) => string {
  const format = new Intl.DateTimeFormat(`${language}-CA`, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "America/Toronto",
  });
  return (instant) => format.format(new Date(instant));
}
