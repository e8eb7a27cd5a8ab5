import { dayIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { catalogue } from "../words/catalogue.js";

const campaignDaysWords = catalogue({
  fr: {
    days: "Les bureaux répondent du {opens} au {closes}, jours compris, heure de Toronto.",
    unknown: "Ses dates d'ouverture et d'échéance ne sont pas connues.",
  },
  en: {
    days: "Offices answer from {opens} to {closes}, days included, Toronto time.",
    unknown: "Its days of opening and deadline are not known.",
  },
});

interface Days {
  readonly opensOn: string | null;
  readonly closesOn: string | null;
}

/** When the offices answer a campaign, in one sentence; null when it is not known. */
export const campaignDaysIn = (language: Language, { opensOn, closesOn }: Days): string | null =>
  opensOn === null || closesOn === null
    ? null
    : campaignDaysWords(language)("days", {
        opens: dayIn(language, opensOn),
        closes: dayIn(language, closesOn),
      });

/** That sentence, or that the days are not known. */
export const knownDaysIn = (language: Language, campaign: Days): string =>
  campaignDaysIn(language, campaign) ?? campaignDaysWords(language)("unknown");
