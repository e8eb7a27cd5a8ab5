import type { Language } from "../language.js";
import { pageWords } from "../page/words.js";

/** Stands where a part could not be read. */
export const LostPart = ({ language }: { readonly language: Language }) => (
  <p class="lost" role="note">
    {pageWords(language)("partLost")}
  </p>
);
