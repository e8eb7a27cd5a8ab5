import { type OpeningIssue, openingIssue } from "../../campaign/opening-issue.js";
import type { FormCheck } from "./form-check.js";

// Codes stand in files, in paths and in addresses: no spaces, no signs that a spreadsheet would run.
const questionCode = /^[A-Za-z][A-Za-z0-9_]{0,59}(?:\.[A-Za-z0-9_]{1,60}){0,4}$/;
const shortCode = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;

interface Coded {
  readonly code: string;
}

/** Badly written codes, and codes given twice, of one list. */
function listIssues(path: string, list: readonly Coded[], pattern: RegExp, example: string): OpeningIssue[] {
  const firsts = new Map<string, number>();
  return list.flatMap(({ code }, index) => {
    const place = `${path}[${index}].code`;
    const first = firsts.get(code);
    if (first === undefined) firsts.set(code, index);
    const twice =
      first === undefined
        ? []
        : [
            openingIssue("DUPLICATE_CODE", place, {
              fr: `Le code « ${code} » est déjà donné à ${path}[${first}].`,
              en: `The code “${code}” is given already at ${path}[${first}].`,
              observed: code,
            }),
          ];
    if (pattern.test(code)) return twice;
    const bad = openingIssue("BAD_CODE", place, {
      fr: `« ${code} » ne peut pas être un code : des lettres sans accent, des chiffres et des soulignés, sans espace.`,
      en: `“${code}” cannot be a code: letters without accents, digits and underscores, without spaces.`,
      observed: code,
      expected: example,
    });
    return [bad, ...twice];
  });
}

/** Codes are well written and given once; sections and modules that questions name exist; something is asked. */
export const checkCodes: FormCheck = ({ sections, modules, questions }) => {
  const [knownSections, knownModules] = [sections, modules].map((list) => list.map(({ code }) => code));
  const unknown = (path: string, code: string, known: readonly string[] | undefined): OpeningIssue[] =>
    known?.includes(code)
      ? []
      : [
          openingIssue(path.endsWith("section") ? "UNKNOWN_SECTION" : "UNKNOWN_MODULE", path, {
            fr: `« ${code} » n'est pas dans le formulaire.`,
            en: `“${code}” is not in the form.`,
            observed: code,
            expected: known?.join(" | "),
          }),
        ];
  return [
    ...listIssues("form.sections", sections, shortCode, "A"),
    ...listIssues("form.modules", modules, shortCode, "G"),
    ...listIssues("form.questions", questions, questionCode, "B5a | G1.INFORMATION"),
    ...(questions.length > 0
      ? []
      : [
          openingIssue("NO_QUESTION", "form.questions", {
            fr: "Le formulaire ne pose aucune question.",
            en: "The form asks no question.",
          }),
        ]),
    ...questions.flatMap(({ section, module, choices }, index) => {
      const path = `form.questions[${index}]`;
      return [
        ...unknown(`${path}.section`, section, knownSections),
        ...(module ? unknown(`${path}.module`, module, knownModules) : []),
        ...listIssues(`${path}.choices`, choices, shortCode, "YES"),
      ];
    }),
  ];
};
