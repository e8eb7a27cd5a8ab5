/** Letters without their accents, in lower case: « Étape » is found by « etape ». */
export const bareLetters = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether the texts together have every searched word, accents ignored. */
export function fits(texts: readonly string[], search: string): boolean {
  const whole = bareLetters(texts.join(" "));
  return bareLetters(search)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}

/** What is listed by its first letter, the letters in their order. */
export function byLetter<Term>(
  terms: readonly Term[],
  wordOf: (term: Term) => string,
): (readonly [string, Term[]])[] {
  const letters = new Map<string, Term[]>();
  const sorted = [...terms].sort((one, other) => wordOf(one).localeCompare(wordOf(other), "fr"));
  for (const term of sorted) {
    const letter = bareLetters(wordOf(term)).charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return [...letters];
}
