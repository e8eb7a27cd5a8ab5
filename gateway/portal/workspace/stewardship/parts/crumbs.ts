import { addressOf } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import type { Crumb } from "../../../page/page.js";
import { partsWords } from "./words.js";

/** The way to a page under the steward's desk. */
export const crumbsUnderDesk = (language: Language, ...further: readonly Crumb[]): Crumb[] => [
  { label: partsWords(language)("desk"), href: addressOf(language, "stewardship") },
  ...further,
];
