/** One coefficient a column. */
export type Row = readonly number[];

const nothing = 1e-9;

/** True when adding multiples of the rows gives the target. */
export function isCombinationOf(target: Row, rows: readonly Row[]): boolean {
  const pivots: { readonly column: number; readonly row: Row }[] = [];
  const reduced = (row: Row): Row =>
    pivots.reduce((left, pivot) => {
      const times = left[pivot.column] ?? 0;
      return times === 0 ? left : left.map((value, column) => value - times * (pivot.row[column] ?? 0));
    }, row);
  for (const row of rows) {
    const left = reduced(row);
    const largest = Math.max(0, ...left.map(Math.abs));
    if (largest < nothing) continue;
    const column = left.findIndex((value) => Math.abs(value) === largest);
    const divisor = left[column] ?? 1;
    pivots.push({ column, row: left.map((value) => value / divisor) });
  }
  return reduced(target).every((value) => Math.abs(value) < nothing);
}
