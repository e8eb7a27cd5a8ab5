// A spreadsheet would run what begins so; the sign before it is shown by none of them.
const opensFormula = /^[=+\-@\t\r]/;

/** A cell of a CSV file that no spreadsheet takes for a formula. */
export const inert = <Cell extends string | number | null>(cell: Cell): Cell | string =>
  typeof cell === "string" && opensFormula.test(cell) ? `'${cell}` : cell;
