import type { GivenTable } from "./given-table.js";
import type { Mistakes } from "./table-mistake.js";

/** A dimension of a table: its codes, and the innermost codes that each sums, with how often. */
export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
  readonly rankOf: ReadonlyMap<string, number>;
  readonly leaves: readonly string[];
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
  /** By the rank of the code: ranks in `leaves`. */
  readonly leavesOf: readonly ReadonlyMap<number, number>[];
}

/** The dimensions of a table; one without hierarchy has the codes that its cells name, and no total. */
export function dimensionsOf({ hierarchies, cells }: GivenTable, mistakes: Mistakes): Dimension[] {
  return [...hierarchies].map(([name, childrenOf]) => {
    const codes = new Set<string>();
    for (const [parent, children] of childrenOf) for (const code of [parent, ...children]) codes.add(code);
    if (childrenOf.size === 0)
      for (const { at } of cells) {
        const code = at.get(name);
        if (code !== undefined) codes.add(code);
      }
    return dimensionOf(name, [...codes], childrenOf, mistakes);
  });
}

function dimensionOf(
  name: string,
  codes: readonly string[],
  childrenOf: ReadonlyMap<string, readonly string[]>,
  mistakes: Mistakes,
): Dimension {
  const leaves = codes.filter((code) => !childrenOf.has(code));
  const leafRank = new Map(leaves.map((code, rank) => [code, rank]));
  const summed = new Map<string, ReadonlyMap<number, number>>();
  const path: string[] = [];
  const sumOf = (code: string): ReadonlyMap<number, number> => {
    const known = summed.get(code);
    if (known) return known;
    const leaf = leafRank.get(code);
    const sum = new Map<number, number>(leaf === undefined ? [] : [[leaf, 1]]);
    const start = path.indexOf(code);
    if (start !== -1) {
      const cycle = [...path.slice(start), code].join(" → ");
      mistakes.add(
        "CYCLE",
        `dimensions.${name}`,
        `les codes ${cycle} tournent en rond : un parent ne peut pas être compris dans l'un de ses enfants.`,
        `the codes ${cycle} go round in a circle: a parent cannot be part of one of its children.`,
      );
      return sum;
    }
    path.push(code);
    for (const child of childrenOf.get(code) ?? [])
      for (const [rank, times] of sumOf(child)) sum.set(rank, (sum.get(rank) ?? 0) + times);
    path.pop();
    summed.set(code, sum);
    return sum;
  };
  const leavesOf = codes.map(sumOf);
  return {
    name,
    codes,
    rankOf: new Map(codes.map((code, rank) => [code, rank])),
    leaves,
    childrenOf,
    leavesOf,
  };
}
