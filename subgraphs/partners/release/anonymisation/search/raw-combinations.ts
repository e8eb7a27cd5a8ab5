import type { CountedTable } from "../counted-table.js";
import { type ClassTable, emptyTable } from "./class-table.js";
import { allRows, CodeIndex, joinedCodes } from "./code-index.js";

/** Where each sensitive column stands in the tally of a class, and in its marks. */
export interface SensitiveShape {
  readonly columns: readonly {
    readonly start: number;
    readonly end: number;
    readonly firstWord: number;
    readonly lastWord: number;
  }[];
  /** Numbers of a tally: one a value. */
  readonly width: number;
  /** Words of marks: one for 32 values. */
  readonly words: number;
}

/** The different combinations of raw keys. */
export interface RawCombinations {
  readonly shape: SensitiveShape;
  /** Of each combination, one of its rows in the counted table. */
  readonly rows: Int32Array;
  /** Of each key, the codes of the combinations. */
  readonly codes: readonly Int32Array[];
  /** How often each sensitive value occurs in each combination. */
  readonly tallies: Float64Array;
  /** Each combination as a class of its own. */
  readonly table: ClassTable;
}

export function rawCombinations({ keys, sensitive, counts }: CountedTable): RawCombinations {
  const shape = shapeOf(sensitive.map(({ values }) => values.length));
  const { width, words } = shape;
  const index = new CodeIndex(counts.length);
  const joined = joinedCodes(
    allRows(counts.length),
    keys.map(({ codes, values }) => ({ codes, becomes: null, size: values.length })),
  );
  const combinationOf = Int32Array.from(joined, (code) => index.placeOf(code));
  const table = emptyTable(index.size, words);
  const rows = new Int32Array(index.size);
  const tallies = new Float64Array(index.size * width);
  for (let row = 0; row < counts.length; row += 1) {
    const place = combinationOf[row]!;
    rows[place] = row;
    table.combinations[place] = place;
    table.counts[place] = table.counts[place]! + counts[row]!;
  }
  shape.columns.forEach(({ start, firstWord }, column) => {
    const { codes } = sensitive[column]!;
    for (let row = 0; row < counts.length; row += 1) {
      const [place, value] = [combinationOf[row]!, codes[row]!];
      tallies[place * width + start + value] = tallies[place * width + start + value]! + counts[row]!;
      const word = place * words + firstWord + (value >> 5);
      table.marks[word] = table.marks[word]! | (1 << (value & 31));
    }
  });
  const codes = keys.map((key) => Int32Array.from(rows, (row) => key.codes[row]!));
  return { shape, rows, codes, tallies, table };
}

function shapeOf(values: readonly number[]): SensitiveShape {
  let [width, words] = [0, 0];
  const columns = values.map((size) => {
    const [start, firstWord] = [width, words];
    width += size;
    words += Math.ceil(size / 32);
    return { start, end: width, firstWord, lastWord: words };
  });
  return { columns, width, words };
}
