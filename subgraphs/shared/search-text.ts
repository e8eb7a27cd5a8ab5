/** A text as search sees it: lower case, without accents, one space between words. */
export const searchText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** The LIKE patterns of a search: one a word, every word must be found; a word that is repeated is looked for once. */
export const searchPatterns = (search: string): string[] =>
  [...new Set(searchText(search).split(" "))].filter((word) => word !== "").map((word) => `%${word}%`);
