/** Letters that may differ, by the length of the word: none in a short one, where each makes another word. */
const mostSlips = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/**
 * The known word that a mistyped one is nearest to: it begins alike, and differs by a letter or two that are left out,
 * added, changed or exchanged. Null when there is none, and for what holds a digit.
 */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  const most = mostSlips(word.length);
  if (most === 0 || /\d/.test(word)) return null;
  let nearest: { readonly word: string; readonly slips: number } | null = null;
  for (const other of known) {
    if (other[0] !== word[0] || Math.abs(other.length - word.length) > most) continue;
    const slips = slipsBetween(word, other);
    if (slips > most || slips === 0) continue;
    if (nearest === null || slips < nearest.slips || (slips === nearest.slips && other < nearest.word))
      nearest = { word: other, slips };
  }
  return nearest?.word ?? null;
}

/** The fewest letters left out, added, changed, or exchanged with their neighbour, from one word to another. */
export function slipsBetween(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const changed = last[column - 1]! + (isSame ? 0 : 1);
      const isExchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const exchanged = isExchanged ? beforeLast[column - 2]! + 1 : changed;
      next.push(Math.min(changed, exchanged, last[column]! + 1, next[column - 1]! + 1));
    }
    [beforeLast, last] = [last, next];
  }
  return last[other.length]!;
}
