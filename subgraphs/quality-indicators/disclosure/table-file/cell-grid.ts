import type { Dimension } from "./dimension.js";

/** The cells of a table, ranked: the last dimension fastest. */
export class CellGrid {
  readonly size: number;
  /** The cell of each innermost cell, in the order of the unknowns. */
  readonly leafCells: readonly number[];

  constructor(readonly dimensions: readonly Dimension[]) {
    this.size = dimensions.reduce((size, { codes }) => size * codes.length, 1);
    this.leafCells = dimensions.reduce<number[]>(
      (cells, { leaves, codes, rankOf }) =>
        cells.flatMap((cell) => leaves.map((leaf) => cell * codes.length + rankOf.get(leaf)!)),
      [0],
    );
  }

  /** The cell of some codes. */
  cellAt(at: ReadonlyMap<string, string>): number {
    return this.dimensions.reduce(
      (cell, { name, codes, rankOf }) => cell * codes.length + rankOf.get(at.get(name) ?? "")!,
      0,
    );
  }

  /** The rank of a cell's code in each dimension. */
  private ranksOf(cell: number): number[] {
    let rest = cell;
    return [...this.dimensions]
      .reverse()
      .map(({ codes }) => {
        const rank = rest % codes.length;
        rest = (rest - rank) / codes.length;
        return rank;
      })
      .reverse();
  }

  /** The codes of a cell. */
  at(cell: number): Record<string, string> {
    const ranks = this.ranksOf(cell);
    return Object.fromEntries(this.dimensions.map(({ name, codes }, axis) => [name, codes[ranks[axis]!]!]));
  }

  /** A cell as a message names it. */
  nameOf = (cell: number): string =>
    Object.entries(this.at(cell))
      .map(([name, code]) => `${name}=${code}`)
      .join(" · ");

  /** The innermost cells that a cell sums, by their rank, each with how often. */
  leavesOf(cell: number): (readonly [leaf: number, times: number])[] {
    const ranks = this.ranksOf(cell);
    return this.dimensions.reduce<(readonly [number, number])[]>(
      (terms, { leaves, leavesOf }, axis) =>
        terms.flatMap(([leaf, times]) =>
          [...leavesOf[ranks[axis]!]!].map(
            ([inner, more]) => [leaf * leaves.length + inner, times * more] as const,
          ),
        ),
      [[0, 1]],
    );
  }

  /** The first dimension in which a cell is a total, with its code and children there; null for an innermost cell. */
  totalIn(cell: number): { readonly name: string; readonly children: readonly string[] } | null {
    const ranks = this.ranksOf(cell);
    for (const [axis, { name, codes, childrenOf }] of this.dimensions.entries()) {
      const children = childrenOf.get(codes[ranks[axis]!]!);
      if (children) return { name, children };
    }
    return null;
  }

  isTotal = (cell: number): boolean => this.totalIn(cell) !== null;
}
