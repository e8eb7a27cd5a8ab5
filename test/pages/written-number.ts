import type { Language } from "../../gateway/portal/language.js";

/** How numbers are written: groups of three digits, decimals, and the sign of a unit after or before them. */
const forms: Readonly<Record<Language, RegExp>> = {
  fr: /^(-?)(\d{1,3}(?:\u00a0\d{3})*)(?:,(\d+))?(?:\u00a0([%$]))?$/,
  en: /^(-?)\$?(\d{1,3}(?:,\d{3})*)(?:\.(\d+))?(%?)$/,
};

/** A number read back from its words. */
export interface WrittenNumber {
  readonly value: number;
  readonly isPercent: boolean;
}

/** Reads « 1 721 » or « 51,8 % », “1,721” or “51.8%”; null of anything that is not written so to the letter. */
export function numberFrom(language: Language, text: string): WrittenNumber | null {
  const [, sign, whole, decimals, unit] = forms[language].exec(text) ?? [];
  if (whole === undefined) return null;
  const value = Number(`${sign}${whole.replace(/[\u00a0,]/g, "")}.${decimals ?? "0"}`);
  return { value, isPercent: unit === "%" };
}
