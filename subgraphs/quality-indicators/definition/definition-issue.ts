import { type OpeningIssue, openingIssue } from "../campaign/opening-issue.js";

/** Something to mend in a definition, at its place in the input: measures[0].of.all[1].question. */
export type DefinitionIssue = OpeningIssue;

/** Makes an issue of a definition: code, place, French, English, what was observed and expected. */
export const definitionIssue = (
  code: string,
  path: string,
  fr: string,
  en: string,
  observed?: string | number | null,
  expected?: string | number | null,
): DefinitionIssue => openingIssue(code, path, { fr, en, observed, expected });
