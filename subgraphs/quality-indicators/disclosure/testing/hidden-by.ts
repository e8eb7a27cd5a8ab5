import type { HiddenFigure } from "../protect-table.js";
import type { ProtectedTable } from "../protected-table.js";

/** A table as it is published: some of its figures hidden. */
export function hiddenBy(
  table: ProtectedTable,
  hidden: readonly Pick<HiddenFigure, "figure">[],
): ProtectedTable {
  const ranks = new Set(hidden.map(({ figure }) => figure));
  return {
    ...table,
    figures: table.figures.map((figure, rank) => (ranks.has(rank) ? { ...figure, isShown: false } : figure)),
  };
}
