import type { Language } from "../../../language.js";
import { Text, wordsOf } from "../../../parts/text.js";
import type { Release } from "../release/find-release.js";
import { readingWords } from "./words.js";

/** What each page of reading takes of its address: « gender:WOMAN », as often as needed. */
export const conditionParameter = { fr: "condition", en: "condition" } as const;

/** A condition as the door takes it. */
export interface Condition {
  readonly column: string;
  readonly in: readonly string[];
}

/** The conditions that an address names, of columns and codes that the release has. */
export function conditionsOf(release: Release, given: readonly string[]): Condition[] {
  return release.columns.flatMap(({ column, codes }) => {
    const chosen = codes.map(({ code }) => code).filter((code) => given.includes(`${column}:${code}`));
    return chosen.length === 0 ? [] : [{ column, in: chosen }];
  });
}

interface ConditionsProps {
  readonly language: Language;
  readonly release: Release;
  readonly given: readonly string[];
}

/** Boxes for the codes of each column; a column without a tick lets every record through. */
export const Conditions = ({ language, release, given }: ConditionsProps) => (
  <details open={given.length > 0}>
    <summary>{readingWords(language)("conditions")}</summary>
    <div class="cards">
      {release.columns.map(({ column, label, codes }) => (
        <fieldset key={column}>
          <legend>
            <Text of={label} language={language} />
          </legend>
          {codes.map(({ code, label: name }) => {
            const value = `${column}:${code}`;
            return (
              <p class="tick" key={code}>
                <input
                  type="checkbox"
                  id={value}
                  name={conditionParameter[language]}
                  value={value}
                  checked={given.includes(value)}
                />{" "}
                <label for={value}>
                  <Text of={name} language={language} />
                </label>
              </p>
            );
          })}
        </fieldset>
      ))}
    </div>
  </details>
);

/** A code in words. */
export function codeWords(release: Release, column: string, code: string | null, language: Language): string {
  if (code === null) return readingWords(language)("unknown");
  const found = release.columns
    .find((each) => each.column === column)
    ?.codes.find((each) => each.code === code);
  return found ? wordsOf(found.label, language) : code;
}
