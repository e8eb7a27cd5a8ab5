import type { Language } from "../../../language.js";
import { enumWords } from "../../../parts/words.js";
import { wordsOf } from "../../../parts/text.js";
import type { Names } from "./read-publication.js";

/** The level of a figure in words, with the code of its area. */
export function areaIn(language: Language, level: string, area: string): string {
  const key = `ObservationLevel.${level}`;
  const words = Object.hasOwn(enumWords.texts.fr, key) ? enumWords(language)(key) : level;
  return level === "PROVINCE" ? words : `${words} · ${area}`;
}

/** An indicator by its code and its name. */
export function indicatorIn(language: Language, names: Names, code: string): string {
  const name = names.get(code);
  return name ? `${code} · ${wordsOf(name, language)}` : code;
}
