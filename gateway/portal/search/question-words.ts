import { searchText } from "../../../subgraphs/index.js";
import { everydayWords } from "./everyday-words.js";

/** A word that is looked for, with the words of the hub that say the same. */
export interface SearchedWord {
  readonly word: string;
  /** The word itself first; folded: lower case, without accents. */
  readonly alternatives: readonly string[];
}

/** The most characters that are read of a question. */
export const mostCharacters = 100;

// Each word is a question of its own to every list.
const mostWords = 6;

const emptyWords = new Set(
  searchText(
    `le la les un une des du de et ou en dans sur pour par avec mon ma mes ton ta son sa ses notre nos votre vos leur leurs
    ce cet cette ces qui que quoi quel quelle quels quelles est sont il elle je tu nous ils elles au aux combien comment nombre quand depuis ou chez faire fait peut
    where the an of in on for to and or my our your their how many much what which who is are do does with it its number when since can at by was were`,
  ).split(" "),
);

/** A folded word without its plural ending, so that « budgets » finds « budget ». */
export const singular = (word: string): string =>
  word.length < 4
    ? word
    : word.endsWith("aux") && !word.endsWith("eaux")
      ? `${word.slice(0, -3)}al`
      : word.replace(/[sx]$/, "");

/** A folded word to look for, with what the hub calls it. */
export const searchedWord = (word: string): SearchedWord => ({
  word,
  alternatives: [word, ...(everydayWords.get(word) ?? [])],
});

// An indicator's code has two digits: « iqp 6 » is IQP-06.
const withWholeCodes = (text: string): string =>
  text.replace(/\biqp ?(\d{1,2})\b/g, (_, number: string) => `iqp ${number.padStart(2, "0")}`);

/** The words of a question that say something, each once; all of them when none does. */
export function searchedWords(question: string): readonly SearchedWord[] {
  const all = withWholeCodes(searchText(question.slice(0, mostCharacters)))
    .split(" ")
    .filter((word) => word !== "");
  const telling = all.filter((word) => !emptyWords.has(word) && (word.length > 1 || /\d/.test(word)));
  const words = [...new Set((telling.length > 0 ? telling : all).map(singular))];
  return words.slice(0, mostWords).map(searchedWord);
}

/** True when a folded text holds a searched word, or a word that says the same. */
export const holds = (folded: string, { alternatives }: SearchedWord): boolean =>
  alternatives.some((word) => folded.includes(word));
