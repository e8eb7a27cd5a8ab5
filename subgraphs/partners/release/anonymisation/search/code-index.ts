/** Numbers the whole numbers that it is shown, from 0 on, in the order of their first appearance. */
export class CodeIndex {
  private codes = new Float64Array(0);
  private places = new Int32Array(0);
  private mask = -1;
  size = 0;

  /** Room for so many different numbers. */
  constructor(most: number) {
    this.clear(most);
  }

  /** Forgets everything, and makes room for so many different numbers. */
  clear(most: number): void {
    let slots = 16;
    while (slots < 2 * most) slots *= 2;
    if (slots > this.places.length) {
      this.codes = new Float64Array(slots);
      this.places = new Int32Array(slots);
    }
    this.mask = slots - 1;
    this.places.fill(-1, 0, slots);
    this.size = 0;
  }

  /** The number's place; a new one is given the next. */
  placeOf(code: number): number {
    const slot = this.slotOf(code);
    const known = this.places[slot]!;
    if (known >= 0) return known;
    this.codes[slot] = code;
    this.places[slot] = this.size;
    this.size += 1;
    return this.size - 1;
  }

  /** The number's place, or -1 for one that was never shown. */
  find(code: number): number {
    return this.places[this.slotOf(code)]!;
  }

  private slotOf(code: number): number {
    let slot = spread(code) & this.mask;
    while (this.places[slot]! >= 0 && this.codes[slot] !== code) slot = (slot + 1) & this.mask;
    return slot;
  }
}

// Neighbouring numbers must not share a stretch of slots: the finaliser of MurmurHash3 (A. Appleby) on both halves.
function spread(code: number): number {
  let mixed = (code | 0) ^ Math.imul((code / 4_294_967_296) | 0, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** One column of small codes: that of a row is `becomes[codes[rows[row]]]`, below `size`. */
export interface JoinedColumn {
  readonly codes: Int32Array;
  /** What each code becomes; null leaves it as it is. */
  readonly becomes: Int32Array | null;
  readonly size: number;
}

/** One number a row out of several columns; rows have the same number when they are equal in all columns. */
export function joinedCodes(rows: Int32Array, columns: readonly JoinedColumn[]): Float64Array {
  const joined = new Float64Array(rows.length);
  let span = 1;
  for (const { codes, becomes, size } of columns) {
    if (size <= 1) continue;
    // Past 2^53 numbers are no longer told apart: what there is so far is numbered anew.
    if (span * size > Number.MAX_SAFE_INTEGER) span = renumber(joined);
    if (becomes)
      for (let row = 0; row < rows.length; row += 1)
        joined[row] = joined[row]! * size + becomes[codes[rows[row]!]!]!;
    else
      for (let row = 0; row < rows.length; row += 1) joined[row] = joined[row]! * size + codes[rows[row]!]!;
    span *= size;
  }
  return joined;
}

function renumber(codes: Float64Array): number {
  const index = new CodeIndex(codes.length);
  for (let row = 0; row < codes.length; row += 1) codes[row] = index.placeOf(codes[row]!);
  return Math.max(1, index.size);
}

/** The rows from 0 to one less than the given number. */
export const allRows = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);
