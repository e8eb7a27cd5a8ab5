import { isCalendarDay } from "../../shared/calendar-day.js";
import { personalDataIn, personalDatumWords } from "../../shared/personal-data.js";
import { sentencesOf } from "../../shared/sentence.js";
import { partnerDictionary } from "../release/data-dictionary.js";
import { type AccessIssueFound, accessIssue } from "./access-issue.js";
import { accessPolicy } from "./access-policy.js";

/** What is wrong with a text: its length, what cannot be read, and whoever it names. */
export function textIssues(given: string, path: string, mostCharacters: number): AccessIssueFound[] {
  const text = given.trim();
  if (text === "" || text.length > mostCharacters)
    return [
      accessIssue("BAD_LENGTH", path, {
        fr: `Attendu : 1 à ${mostCharacters} caractères ; reçu : ${text.length}.`,
        en: `Expected: 1 to ${mostCharacters} characters; received: ${text.length}.`,
        observed: text.length,
        expected: `1–${mostCharacters}`,
      }),
    ];
  if (/\p{Surrogate}/u.test(text) || text.includes("\0"))
    return [
      accessIssue("UNREADABLE", path, {
        fr: "Le texte a un caractère illisible.",
        en: "The text has an unreadable character.",
      }),
    ];
  // The datum itself is not repeated: an answer may be kept in a log.
  return [...new Set(sentencesOf(text).flatMap(personalDataIn))].map((datum) =>
    accessIssue("PERSONAL_DATA", path, {
      fr: `Le texte contient ${personalDatumWords[datum].fr} : retirez-le, une entente ne nomme personne.`,
      en: `The text holds ${personalDatumWords[datum].en}: take it out, an agreement names nobody.`,
      observed: datum,
    }),
  );
}

const variables: readonly string[] = partnerDictionary.map(({ column }) => column);

/** What is wrong with a list of variables. */
export function variableIssues(given: readonly string[], path: string): AccessIssueFound[] {
  if (given.length === 0)
    return [
      accessIssue("NO_VARIABLE", path, {
        fr: "Nommez au moins une variable.",
        en: "Name at least one variable.",
        observed: 0,
        expected: variables.join(", "),
      }),
    ];
  return given.flatMap((variable, place) => {
    const at = `${path}[${place}]`;
    if (!variables.includes(variable))
      return [
        accessIssue("UNKNOWN_VARIABLE", at, {
          fr: `« ${variable} » n'est pas une variable des diffusions.`,
          en: `“${variable}” is not a variable of the releases.`,
          observed: variable,
          expected: variables.join(", "),
        }),
      ];
    if (given.indexOf(variable) === place) return [];
    return [
      accessIssue("REPEATED", at, {
        fr: `« ${variable} » est nommée deux fois.`,
        en: `“${variable}” is named twice.`,
        observed: variable,
      }),
    ];
  });
}

/** What is wrong with a period: days that the calendar has not, the wrong way round, past, or too long. */
export function periodIssues(
  { from, to }: { readonly from: string; readonly to: string },
  paths: { readonly from: string; readonly to: string },
  { today, latestOf }: { readonly today: string; readonly latestOf: (from: string) => string },
): AccessIssueFound[] {
  const unknown = ([["from", from] as const, ["to", to] as const] as const)
    .filter(([, day]) => !isCalendarDay(day))
    .map(([side, day]) =>
      accessIssue("BAD_DAY", paths[side], {
        fr: "Ce n'est pas un jour du calendrier.",
        en: "This is not a day of the calendar.",
        observed: day,
        expected: "AAAA-MM-JJ",
      }),
    );
  if (unknown.length > 0) return unknown;
  if (to < from)
    return [
      accessIssue("WRONG_ORDER", paths.to, {
        fr: `Le dernier jour vient avant le premier (${from}).`,
        en: `The last day comes before the first (${from}).`,
        observed: to,
        expected: `≥ ${from}`,
      }),
    ];
  const issues: AccessIssueFound[] = [];
  if (to < today)
    issues.push(
      accessIssue("PAST", paths.to, {
        fr: "La période est déjà passée.",
        en: "The period is already over.",
        observed: to,
        expected: `≥ ${today}`,
      }),
    );
  const latest = latestOf(from);
  if (to > latest)
    issues.push(
      accessIssue("TOO_LONG", paths.to, {
        fr: `Une entente dure au plus ${accessPolicy.mostYears} ans : jusqu'au ${latest}.`,
        en: `An agreement lasts at most ${accessPolicy.mostYears} years: until ${latest}.`,
        observed: to,
        expected: `≤ ${latest}`,
      }),
    );
  return issues;
}

/** What is wrong with a whole number. */
export const boundIssues = (given: number, path: string, least: number, most: number): AccessIssueFound[] =>
  given >= least && given <= most
    ? []
    : [
        accessIssue("OUT_OF_BOUNDS", path, {
          fr: `Attendu : de ${least} à ${most}.`,
          en: `Expected: from ${least} to ${most}.`,
          observed: given,
          expected: `${least}–${most}`,
        }),
      ];

const user = /^[\x21-\x7e]+$/;

/** What is wrong with a `sub` or a `client_id`. */
export const userIssues = (given: string, path: string): AccessIssueFound[] =>
  user.test(given) && given.length <= accessPolicy.longestUser
    ? []
    : [
        accessIssue("BAD_USER", path, {
          fr: `Attendu : le « sub » ou le « client_id » d'un jeton, 1 à ${accessPolicy.longestUser} caractères sans espace.`,
          en: `Expected: the “sub” or the “client_id” of a token, 1 to ${accessPolicy.longestUser} characters without blanks.`,
          observed: given.slice(0, accessPolicy.longestUser),
        }),
      ];
