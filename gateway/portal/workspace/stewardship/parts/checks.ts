import type { Language } from "../../../language.js";
import type { SentForm } from "../../workspace-page.js";
import type { FieldErrors } from "./tried.js";
import { partsWords } from "./words.js";

/** What a field must be before the hub is asked at all. */
export type FieldCheck = "text" | "tick" | "day" | "day?" | "whole number" | "whole number?";

/** True for a day that the calendar has, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** What is wrong in the fields that were sent: blanks and slips of the pen; the rules are the hub's. */
export function errorsIn(
  language: Language,
  sent: SentForm,
  checks: Readonly<Record<string, FieldCheck>>,
): FieldErrors {
  const say = partsWords(language);
  const errors = Object.entries(checks).flatMap(([name, check]) => {
    const given = sent.one(name).trim();
    if (given === "")
      return check.endsWith("?") ? [] : [[name, say(check === "tick" ? "untickedError" : "blankError")]];
    if (check.startsWith("day") && !isDay(given)) return [[name, say("dayError")]];
    if (check.startsWith("whole") && !/^\d{1,9}$/.test(given)) return [[name, say("numberError")]];
    return [];
  });
  return Object.fromEntries(errors) as FieldErrors;
}

/** True when there is something to mend. */
export const hasErrors = (errors: FieldErrors): boolean => Object.keys(errors).length > 0;
