import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";

/** What the page's address may say, in each language. */
export const queryNames = {
  campaign: { fr: "campagne", en: "campaign" },
  category: { fr: "categorie", en: "category" },
  asOf: { fr: "au", en: "asOf" },
} as const;

/** What of an indicator is shown. */
export interface Chosen {
  readonly campaign?: string | null;
  readonly category?: string | null;
  readonly asOf?: string | null;
}

/** The address of an indicator with what is chosen of it. */
export const indicatorAddress = (language: Language, code: string, chosen: Chosen = {}): string =>
  addressOf(
    language,
    "indicator",
    { code },
    (Object.keys(queryNames) as (keyof typeof queryNames)[]).flatMap((name) => {
      const value = chosen[name];
      return value ? [[queryNames[name][language], value] as const] : [];
    }),
  );
