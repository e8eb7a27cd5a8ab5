import { Fragment } from "preact";
import { dayIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { registerWords } from "./words.js";

/** The days between which a fact of the register holds, where a source gives them. */
export interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The days of validity in words; null when no source gives any. */
export function validityInWords({ validFrom, validTo }: Dated, language: Language): string | null {
  const say = registerWords(language);
  const from = validFrom === null ? null : dayIn(language, validFrom);
  const to = validTo === null ? null : dayIn(language, validTo);
  if (from !== null && to !== null) return say("validFromTo", { from, to });
  if (from !== null) return say("validSince", { from });
  return to === null ? null : say("validUntil", { to });
}

/** The days of validity between brackets; nothing when no source gives any. */
export const Validity = ({ of, language }: { readonly of: Dated; readonly language: Language }) => {
  const words = validityInWords(of, language);
  return words === null ? null : <Fragment>({words})</Fragment>;
};
