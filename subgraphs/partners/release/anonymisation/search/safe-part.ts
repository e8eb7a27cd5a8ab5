import type { ClassPolicy } from "../../release-policy.js";
import type { ClassTable } from "./class-table.js";
import type { SensitiveShape } from "./raw-combinations.js";

/** Which classes may be released, and how many records they hold. */
export interface SafePart {
  readonly isKept: Uint8Array;
  readonly records: number;
}

/**
 * The classes of at least k records with at least l distinct values in each sensitive column. What joins such a class
 * to others is one too: its records are kept at every coarser node.
 */
export function largeAndDiverse(
  { size, counts, marks }: ClassTable,
  { columns, words }: SensitiveShape,
  { k, l }: Pick<ClassPolicy, "k" | "l">,
): SafePart {
  const isKept = new Uint8Array(size);
  let records = 0;
  for (let place = 0; place < size; place += 1) {
    if (counts[place]! < k) continue;
    let isDiverse = true;
    for (const { firstWord, lastWord } of columns) {
      let distinct = 0;
      for (let word = firstWord; word < lastWord; word += 1) distinct += bitsIn(marks[place * words + word]!);
      if (distinct < l) isDiverse = false;
    }
    if (!isDiverse) continue;
    isKept[place] = 1;
    records += counts[place]!;
  }
  return { isKept, records };
}

function bitsIn(word: number): number {
  let [bits, left] = [0, word];
  for (; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/**
 * Drops the classes in which a sensitive column is spread otherwise than in what is kept: half the sum of the
 * differences of shares is above t (N. Li, T. Li and S. Venkatasubramanian, t-closeness, ICDE 2007, with all values
 * equally far apart). Dropping a class moves that spread, hence the repetition.
 */
export function closeToAll(
  { size, counts }: ClassTable,
  tallies: Float64Array,
  { width, columns }: SensitiveShape,
  { t }: Pick<ClassPolicy, "t">,
  before: SafePart,
): SafePart {
  const isKept = before.isKept.slice();
  let { records } = before;
  for (;;) {
    const overall = new Float64Array(width);
    for (let place = 0; place < size; place += 1)
      if (isKept[place])
        for (let value = 0; value < width; value += 1)
          overall[value] = overall[value]! + tallies[place * width + value]!;
    let dropped = 0;
    for (let place = 0; place < size; place += 1) {
      if (!isKept[place]) continue;
      const isFar = columns.some(({ start, end }) => {
        // What a class has too much of, it lacks elsewhere: half the sum of all differences.
        let distance = 0;
        for (let value = start; value < end; value += 1)
          distance += Math.max(
            0,
            tallies[place * width + value]! / counts[place]! - overall[value]! / records,
          );
        return distance > t + roundingError;
      });
      if (!isFar) continue;
      isKept[place] = 0;
      dropped += counts[place]!;
    }
    if (dropped === 0) return { isKept, records };
    records -= dropped;
  }
}

// A distance that is exactly t must not depend on the order of a sum.
const roundingError = 1e-12;
