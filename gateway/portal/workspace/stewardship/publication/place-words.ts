import type { Language } from "../../../language.js";
import { enumWords } from "../../../parts/words.js";
import { wordsOf } from "../../../parts/text.js";
import type { Names } from "./read-publication.js";

const groupOf: Readonly<Record<string, string>> = { PEER_GROUP: "PeerGroup", REGION_GROUP: "RegionGroup" };

const named = (language: Language, key: string, otherwise: string): string =>
  Object.hasOwn(enumWords.texts.fr, key) ? enumWords(language)(key) : otherwise;

/** The level of a figure in words, with the name of its group or the code of its area. */
export function areaIn(language: Language, level: string, area: string): string {
  const words = named(language, `ObservationLevel.${level}`, level);
  return level === "PROVINCE" ? words : `${words} · ${named(language, `${groupOf[level]}.${area}`, area)}`;
}

/** An indicator by its code and its name. */
export function indicatorIn(language: Language, names: Names, code: string): string {
  const name = names.get(code);
  return name ? `${code} · ${wordsOf(name, language)}` : code;
}
