import type { LocalizedText } from "../../../shared/localized-text.js";
import { type OpeningIssue, openingIssue } from "../../campaign/opening-issue.js";
import type { FormCheck } from "./form-check.js";

const longestText = 20_000;
const longestVersion = 100;

// Half of a surrogate pair or a null character: no file and no database keeps them as text.
const isUnreadable = (text: string): boolean => /\p{Surrogate}/u.test(text) || text.includes("\0");

/** What is wrong with one text: its French is missing, it cannot be read, or it is endless. */
export function textIssues(path: string, text: LocalizedText | null | undefined): OpeningIssue[] {
  if (!text) return [];
  const missing =
    text.fr.trim() === ""
      ? [
          openingIssue("MISSING_FRENCH", `${path}.fr`, {
            fr: "Le texte français manque.",
            en: "The French text is missing.",
          }),
        ]
      : [];
  const spoilt = (["fr", "en"] as const).flatMap((language) => {
    const words = text[language] ?? "";
    const place = `${path}.${language}`;
    if (isUnreadable(words))
      return openingIssue("UNREADABLE_CHARACTER", place, {
        fr: "Ce texte contient un caractère illisible. Retapez-le.",
        en: "This text has a character that cannot be read. Type it again.",
      });
    if (words.length <= longestText) return [];
    return openingIssue("TOO_MANY_CHARACTERS", place, {
      fr: `Ce texte compte ${words.length} caractères ; ${longestText} au plus sont permis.`,
      en: `This text has ${words.length} characters; at most ${longestText} are allowed.`,
      observed: words.length,
      expected: `≤ ${longestText}`,
    });
  });
  return [...missing, ...spoilt];
}

function versionIssues(path: string, version: string): OpeningIssue[] {
  if (version.trim() !== "" && version.length <= longestVersion && !isUnreadable(version)) return [];
  return [
    openingIssue("MISSING_VERSION", path, {
      fr: `Une version est un court texte, de 1 à ${longestVersion} caractères.`,
      en: `A version is a short text, of 1 to ${longestVersion} characters.`,
      observed: version.slice(0, longestVersion),
      expected: "1 | 2026-2027-1",
    }),
  ];
}

/** Every text has its French; the form, its notice and each of its modules have a version. */
export const checkTexts: FormCheck = ({ version, title, preamble, notice, sections, modules, questions }) => [
  ...versionIssues("form.version", version),
  ...textIssues("form.title", title),
  ...textIssues("form.preamble", preamble),
  ...versionIssues("form.notice.version", notice.version),
  ...textIssues("form.notice.text", notice.text),
  ...sections.flatMap((section, index) => textIssues(`form.sections[${index}].title`, section.title)),
  ...modules.flatMap((module, index) => [
    ...versionIssues(`form.modules[${index}].version`, module.version),
    ...textIssues(`form.modules[${index}].title`, module.title),
  ]),
  ...questions.flatMap(({ text, help, choices }, index) => [
    ...textIssues(`form.questions[${index}].text`, text),
    ...textIssues(`form.questions[${index}].help`, help),
    ...choices.flatMap(({ label }, place) =>
      textIssues(`form.questions[${index}].choices[${place}].label`, label),
    ),
  ]),
];
