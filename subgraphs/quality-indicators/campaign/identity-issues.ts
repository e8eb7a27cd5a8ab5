import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import type { Campaign } from "./campaign.entity.js";
import type { OpenCampaignInput } from "./open-campaign.input.js";
import { type OpeningIssue, openingIssue } from "./opening-issue.js";

// Campaigns are put in order by their code; a point would read like the number of a vintage (2026-2027.1).
const codePattern = /^(?:19|2\d)\d{2}(?:-[A-Za-z0-9]+)*$/;
const longestCode = 40;

/** What is wrong with the code of a campaign to open. */
export function codeIssues({ code }: OpenCampaignInput, known: Campaign | null): OpeningIssue[] {
  if (known !== null) return [codeTaken(code)];
  if (codePattern.test(code) && code.length <= longestCode) return [];
  return [
    openingIssue("BAD_CODE", "code", {
      fr: `Un code commence par l'année, puis des lettres ou des chiffres séparés par des tirets ; ${longestCode} caractères au plus.`,
      en: `A code starts with the year, then letters or digits separated by hyphens; at most ${longestCode} characters.`,
      observed: code,
      expected: "2026-2027",
    }),
  ];
}

/** The issue of a code that a campaign has already. */
export const codeTaken = (code: string): OpeningIssue =>
  openingIssue("CODE_TAKEN", "code", {
    fr: `La campagne « ${code} » existe déjà. Une campagne ouverte ne change plus ; prenez un autre code.`,
    en: `Campaign “${code}” exists already. An opened campaign changes no more; take another code.`,
    observed: code,
  });

/** A campaign expects somebody. */
export const frameIssues = (frame: readonly ExpectedOffice[]): OpeningIssue[] =>
  frame.length > 0
    ? []
    : [
        openingIssue("EMPTY_FRAME", "period", {
          fr: "Le registre n'a aucun bureau à ce jour : la campagne n'attendrait personne.",
          en: "The register has no office on that day: the campaign would expect nobody.",
          observed: 0,
          expected: "≥ 1",
        }),
      ];
