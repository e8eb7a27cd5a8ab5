/** The rank of one level a key. */
export type Node = readonly number[];

/** The classes of records that are alike at one node. */
export interface ClassTable {
  readonly size: number;
  /** Of each class, one of the combinations of raw keys that lie in it. */
  readonly combinations: Int32Array;
  readonly counts: Float64Array;
  /** Of each class, which sensitive values occur, a bit a value: words of 32 bits, column after column. */
  readonly marks: Int32Array;
}

/** Classes without records yet. */
export const emptyTable = (size: number, words: number): ClassTable => ({
  size,
  combinations: new Int32Array(size),
  counts: new Float64Array(size),
  marks: new Int32Array(size * words),
});
