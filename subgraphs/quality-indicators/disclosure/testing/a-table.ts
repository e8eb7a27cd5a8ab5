import type { Figure, Insider, ProtectedTable, Unknown } from "../protected-table.js";

/** A count that everybody knows to be at least 0. */
export const aCount = (value: number): Unknown => ({ value, lower: 0, upper: null, isWhole: true });

/** The sum of the unknowns of the given ranks. */
export const aFigure = (unknowns: readonly number[], changes: Partial<Figure> = {}): Figure => ({
  terms: unknowns.map((unknown) => ({ unknown, times: 1 })),
  isShown: true,
  cost: 1,
  width: null,
  ...changes,
});

/** A table of named counts: each is a figure, and so is each total of some of them. */
export function aTable(
  counts: Readonly<Record<string, number>>,
  totals: readonly (readonly string[])[],
  hidden: Readonly<Record<string, number | null>>,
  insiders: readonly Insider[] = [],
): ProtectedTable & { readonly rankOf: (name: string) => number } {
  const names = Object.keys(counts);
  const rankOf = (name: string): number => names.indexOf(name);
  return {
    unknowns: Object.values(counts).map(aCount),
    figures: [
      ...names.map((name, rank) =>
        aFigure([rank], name in hidden ? { isShown: false, width: hidden[name] ?? null } : {}),
      ),
      ...totals.map((total) => aFigure(total.map(rankOf))),
    ],
    insiders,
    rankOf,
  };
}

/** A cross table with the totals of every axis. */
export interface CrossTable {
  /** Numbers of codes of each axis, without its total. */
  readonly sizes: readonly number[];
  /** Of the inner cells, the last axis fastest. */
  readonly values: readonly number[];
  /** Whether each cell, totals included, is hidden; cells in the order of their codes, the total last. */
  readonly isHidden: readonly boolean[];
  readonly width?: number;
  readonly insiders?: readonly Insider[];
}

/** The table of a cross table: cell (i, j, k) with i = size is the total over the first axis, and so on. */
export function crossTable({
  sizes,
  values,
  isHidden,
  width = 5,
  insiders = [],
}: CrossTable): ProtectedTable {
  const all = sizes.map((size) => [...Array(size + 1).keys()]);
  const cells = all.reduce<number[][]>(
    (cells, codes) => cells.flatMap((cell) => codes.map((code) => [...cell, code])),
    [[]],
  );
  const figures = cells.map((cell, rank) => {
    const leaves = cell.reduce<number[]>(
      (leaves, code, axis) =>
        leaves.flatMap((leaf) =>
          (code === sizes[axis] ? [...Array(code).keys()] : [code]).map(
            (inner) => leaf * sizes[axis]! + inner,
          ),
        ),
      [0],
    );
    const value = leaves.reduce((sum, leaf) => sum + values[leaf]!, 0);
    const isShown = !isHidden[rank];
    return aFigure(leaves, { isShown, cost: value, width: isShown || value >= width ? null : width });
  });
  return { unknowns: values.map(aCount), figures, insiders };
}
