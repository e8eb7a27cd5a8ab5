import type { KeyHierarchy, Level } from "./hierarchy.js";

/** One level a key, in the order of the keys. */
export type LatticeNode = readonly Level[];

/** Every combination of levels, from the least to the most general. */
export function latticeOf<Row>(hierarchies: readonly KeyHierarchy<Row>[]): LatticeNode[] {
  const ranked = hierarchies.reduce<{ node: LatticeNode; height: number }[]>(
    (combinations, { levels }) =>
      combinations.flatMap(({ node, height }) =>
        levels.map((level, rank) => ({ node: [...node, level], height: height + rank })),
      ),
    [{ node: [], height: 0 }],
  );
  return ranked.sort((left, right) => left.height - right.height).map(({ node }) => node);
}
