/** A text as search sees it: lower case, without accents, one space between words. */
export const searchText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** The LIKE patterns of a search: one a word, every word must be found. */
export const searchPatterns = (search: string): string[] =>
  searchText(search)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => `%${word}%`);
