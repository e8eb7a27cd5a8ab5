import { personalDataIn, personalDatumWords } from "../../../shared/personal-data.js";
import type { Identifier } from "./issue-code.js";

/** What each kind of direct identifier is called in a message. */
export const identifierWords: Readonly<Record<Identifier, { readonly fr: string; readonly en: string }>> = {
  ...personalDatumWords,
  SOCIAL_INSURANCE_NUMBER: { fr: "un numéro d'assurance sociale", en: "a social insurance number" },
  PARTIAL_POSTAL_CODE: { fr: "une partie de code postal", en: "a part of a postal code" },
  FULL_DATE: { fr: "une date complète", en: "a full date" },
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const anyEmail = /@/;
const localTelephone = /(?<!\d)\d{3}[ .\u00a0‑-]\d{4}(?!\d)/u;
const telephone = /(?<!\d)(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .\u00a0‑_/-]{0,2}\d{3}[ .\u00a0‑_/-]?\d{4}(?!\d)/u;
const healthInsurance = /(?<!\p{Letter})\p{Letter}{4}[ \u00a0._-]?\d{4}[ \u00a0._-]?\d{4}(?!\d)/u;
const nineDigits = /(?<!\d)(\d{3})([ .\u00a0‑-]?)(\d{3})[ .\u00a0‑-]?(\d{3})(?!\d)/gu;
const postalCode =
  /(?<![\p{Letter}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z](?:[ \u00a0_-]?\d[A-Z]\d)?(?![\p{Letter}\d])/iu;
const yearFirst = /(?<!\d)((?:19|20)\d\d)([-/. _]?)(\d{2})\2(\d{2})(?!\d)/gu;
const yearLast = /(?<!\d)(\d{2})([-/. _]?)(\d{2})\2((?:19|20)\d\d)(?!\d)/gu;

// The check digit of the number: ISO/IEC 7812-1, annex B.
const hasCheckDigit = (digits: string): boolean =>
  [...digits].reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0) %
    10 ===
  0;

const holdsSocialInsurance = (text: string): boolean =>
  [...text.matchAll(nineDigits)].some(
    ([, first = "", separator = "", second = "", third = ""]) =>
      separator !== "" || hasCheckDigit(first + second + third),
  );

const isDay = (month = "", day = ""): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

const holdsFullDate = (text: string): boolean =>
  [...text.matchAll(yearFirst)].some(([, , , month, day]) => isDay(month, day)) ||
  [...text.matchAll(yearLast)].some(([, first, , second]) => isDay(second, first) || isDay(first, second));

/**
 * The kinds of direct identifiers that a short text holds, from the surest to the least sure. Stricter than what is
 * looked for in sentences: a column of a roster has no use for anything that resembles one.
 */
export function identifiersIn(text: string): Identifier[] {
  // Its digits are drawn at random: some look like a telephone number.
  if (uuid.test(text)) return [];
  const kinds = new Set<Identifier>(personalDataIn(text));
  if (anyEmail.test(text)) kinds.add("EMAIL_ADDRESS");
  if (healthInsurance.test(text)) kinds.add("HEALTH_INSURANCE_NUMBER");
  if (telephone.test(text) || localTelephone.test(text)) kinds.add("TELEPHONE_NUMBER");
  if (holdsSocialInsurance(text)) kinds.add("SOCIAL_INSURANCE_NUMBER");
  if (!kinds.has("POSTAL_CODE") && postalCode.test(text)) kinds.add("PARTIAL_POSTAL_CODE");
  if (holdsFullDate(text)) kinds.add("FULL_DATE");
  return [...kinds];
}
