import type { CountedTable } from "../counted-table.js";
import { allRows, CodeIndex, joinedCodes } from "../search/code-index.js";

/** Rows that are equal in all keys, an empty one being a value like any other. */
export interface RowClasses {
  readonly size: number;
  /** Of each row, its class. */
  readonly classOf: Int32Array;
  /** Of each class, one of its rows. */
  readonly rows: Int32Array;
  readonly counts: Float64Array;
  readonly weights: Float64Array;
}

/** Groups the rows of a table by the given number of its first columns: its keys, or all columns. */
export function rowClasses(table: CountedTable, columns = table.keys.length): RowClasses {
  const { counts, weights } = table;
  const index = new CodeIndex(counts.length);
  const joined = joinedRows(table, columns);
  const classOf = Int32Array.from(joined, (code) => index.placeOf(code));
  const classes = {
    size: index.size,
    classOf,
    rows: new Int32Array(index.size),
    counts: new Float64Array(index.size),
    weights: new Float64Array(index.size),
  };
  for (let row = 0; row < counts.length; row += 1) {
    const place = classOf[row]!;
    classes.rows[place] = row;
    classes.counts[place] = classes.counts[place]! + counts[row]!;
    classes.weights[place] = classes.weights[place]! + (weights ?? counts)[row]!;
  }
  return classes;
}

/** One number a row: rows have the same when they are equal in the first columns. */
const joinedRows = ({ keys, sensitive, counts }: CountedTable, columns: number): Float64Array =>
  joinedCodes(
    allRows(counts.length),
    [...keys, ...sensitive]
      .slice(0, columns)
      .map(({ codes, values }) => ({ codes, becomes: null, size: values.length })),
  );

/** How often the values of one sensitive column occur in each class: those of class c stand from start[c] to start[c + 1]. */
export interface ValueLists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
  readonly counts: Float64Array;
}

export function valueLists(table: CountedTable, { size, classOf }: RowClasses, column: number): ValueLists {
  const { counts } = table;
  const { codes, values } = table.sensitive[column]!;
  const span = Math.max(1, values.length);
  const index = new CodeIndex(counts.length);
  const totals = new Float64Array(counts.length);
  const pairs = new Float64Array(counts.length);
  for (let row = 0; row < counts.length; row += 1) {
    const pair = classOf[row]! * span + codes[row]!;
    const place = index.placeOf(pair);
    pairs[place] = pair;
    totals[place] = totals[place]! + counts[row]!;
  }
  const starts = new Int32Array(size + 1);
  for (let pair = 0; pair < index.size; pair += 1) {
    const after = Math.floor(pairs[pair]! / span) + 1;
    starts[after] = starts[after]! + 1;
  }
  for (let place = 0; place < size; place += 1) starts[place + 1] = starts[place + 1]! + starts[place]!;
  const next = starts.slice();
  const lists = { starts, values: new Int32Array(index.size), counts: new Float64Array(index.size) };
  for (let pair = 0; pair < index.size; pair += 1) {
    const place = Math.floor(pairs[pair]! / span);
    const at = next[place]!;
    next[place] = at + 1;
    lists.values[at] = pairs[pair]! % span;
    lists.counts[at] = totals[pair]!;
  }
  return lists;
}
