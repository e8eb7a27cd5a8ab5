import { type Language, localeOf } from "../language.js";

const formats = new Map<string, Intl.NumberFormat>();

/** A number as it is written in a language: « 1 721 », « 51,8 »; at most `digits` decimals. */
export function numberIn(language: Language, value: number, digits = 2): string {
  const key = `${language}${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format.format(value);
}

const days = {
  fr: new Intl.DateTimeFormat("fr-CA", { dateStyle: "long", timeZone: "America/Toronto" }),
  en: new Intl.DateTimeFormat("en-CA", { dateStyle: "long", timeZone: "America/Toronto" }),
};

/** A day, or the day of an instant in America/Toronto: « 31 mars 2026 », « 1er avril 2026 ». */
export function dayIn(language: Language, when: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(when);
  const told = days[language].format(isDay ? new Date(`${when}T12:00:00-05:00`) : new Date(when));
  return language === "fr" ? told.replace(/^1\s/, "1er ") : told;
}
