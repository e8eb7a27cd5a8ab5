/** Why a text is no number. */
export type NumberRefusal = "NOT_A_NUMBER" | "AMBIGUOUS_NUMBER";

// Thousands by a plain, a no-break or a narrow no-break space, as French spreadsheets write them.
const grouped = /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/;
const plain = /^[+-]?\d{1,15}(?:[.,]\d+)?$/;
const threeDecimals = /^[+-]?\d{1,3}[.,]\d{3}$/;

/** True for a text that starts like a number: its sign is no formula. */
export const isSignedNumber = (text: string): boolean => plain.test(text.trim());

/**
 * Reads a number as people type it: « 2,5 », « 2.5 », « 1 200 ». « 1,200 » is refused, since one reader takes it for
 * twelve hundred and the next for one and a fifth; so are « 50,000$ », « 12 % » and « 1e3 ».
 */
export function readNumber(text: string): number | NumberRefusal {
  const written = text.trim();
  if (threeDecimals.test(written)) return "AMBIGUOUS_NUMBER";
  if (!plain.test(written) && !grouped.test(written)) return "NOT_A_NUMBER";
  return Number(written.replace(/[ \u00a0\u202f]/g, "").replace(",", "."));
}
