import { numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { wordsOf } from "../parts/text.js";
import { unitNoun } from "../parts/words.js";
import type { RegionValue, TileValue } from "./region-values.js";
import { mapWords } from "./words.js";

/** What stands on a tile: « 49,2 % », « masqué ». */
export function tileText({ value, state }: RegionValue<TileValue>, language: Language): string {
  const say = mapWords(language);
  if (state.kind === "masked") return say("masked");
  if (state.kind === "absent" || !value) return say("absent");
  const [first, last] = [value.value ?? value.low, value.value === null ? value.high : null];
  const number = [first, last].flatMap((end) => (end === null ? [] : [numberIn(language, end)])).join("–");
  if (value.unit !== "PERCENT") return number;
  return language === "fr" ? `${number}\u00a0%` : `${number}%`;
}

/** What a tile is called: « Estrie (RSS-05) : masqué pour protéger les personnes ». */
export function tileName(one: RegionValue<TileValue>, language: Language): string {
  const say = mapWords(language);
  const { code, name } = one.region;
  return say("tile", { code, name: wordsOf(name, language), value: valueWords(one, language) });
}

function valueWords(one: RegionValue<TileValue>, language: Language): string {
  if (one.state.kind === "masked") return mapWords(language)("maskedName");
  const text = tileText(one, language);
  const value = one.value;
  if (one.state.kind === "absent" || !value || value.unit === "PERCENT") return text;
  return `${text} ${unitNoun(language, value.unit, value.value ?? value.high ?? 0)}`;
}
