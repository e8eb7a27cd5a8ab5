import { unsafeFigures } from "./audit-table.js";
import { protectSystem } from "./complementary/protect-system.js";
import { deviationSystem } from "./complementary/deviation-system.js";
import type { UnprotectedFigure } from "./complementary/told-by.js";
import { type LinkedPart, linkedParts } from "./linked-parts.js";
import type { ProtectedTable } from "./protected-table.js";

export type { UnprotectedFigure } from "./complementary/told-by.js";

/** A figure that is hidden, and why: by a rule, or so that another one cannot be computed. */
export interface HiddenFigure {
  /** Rank in the table's figures. */
  readonly figure: number;
  readonly reason: "PRIMARY" | "COMPLEMENTARY";
}

/** What to hide of a table. */
export interface Protection {
  readonly hidden: readonly HiddenFigure[];
  /** What the complementary figures cost together. */
  readonly cost: number;
  /** Empty when the table is safe. */
  readonly unprotected: readonly UnprotectedFigure[];
}

/** Told which share of the work is done, from 0 to 1. */
export type OnProtected = (share: number) => void;

/**
 * Hides, besides the figures that have a width, as little as it can so that nobody comes closer to one of them than its
 * width, insiders included; never a figure whose cost is null. The same table always gives the same answer.
 */
export async function protectTable(
  table: ProtectedTable,
  onProtected: OnProtected = () => undefined,
): Promise<Protection> {
  const parts = linkedParts(table);
  const complementary: number[] = [];
  const unprotected: UnprotectedFigure[] = [];
  for (const [order, part] of parts.entries()) {
    const found = await protectPart(part);
    complementary.push(...found.hidden);
    unprotected.push(...found.unprotected);
    onProtected((order + 1) / parts.length);
    // Lets requests be answered between two parts.
    await new Promise(setImmediate);
  }
  const primary = table.figures.flatMap(({ width, isShown, cost }, figure) =>
    width !== null && !(isShown && cost === null) ? [{ figure, reason: "PRIMARY" as const }] : [],
  );
  const others = complementary
    .filter((figure) => table.figures[figure]!.isShown && table.figures[figure]!.width === null)
    .map((figure) => ({ figure, reason: "COMPLEMENTARY" as const }));
  return {
    hidden: [...primary, ...others].sort((a, b) => a.figure - b.figure),
    cost: others.reduce((sum, { figure }) => sum + table.figures[figure]!.cost!, 0),
    unprotected,
  };
}

const mostWidenings = 5;

/** Protects the figures of a part that nothing links with the others; the audit has the last word. */
async function protectPart({ table, figures: ranks }: LinkedPart) {
  let { figures } = table;
  for (let widenings = 0; ; widenings += 1) {
    const widened: ProtectedTable = { ...table, figures };
    const found = await protectSystem(widened, deviationSystem(widened));
    const unprotected = found.unprotected.map(({ figure, insider, toldBy }) => ({
      figure: ranks[figure]!,
      insider,
      toldBy: toldBy.map((other) => ranks[other]!),
    }));
    const hidden = found.hidden.map((figure) => ranks[figure]!);
    if (found.unproven.length === 0) return { hidden, unprotected };
    const hiddenHere = new Set(found.hidden);
    const unproven = new Set(found.unproven);
    // The widths asked for, not the widened ones.
    const unsafe = await unsafeFigures({
      ...table,
      figures: table.figures.map((figure, rank) => ({
        ...figure,
        isShown: figure.isShown && !hiddenHere.has(rank),
        width: unproven.has(rank) ? figure.width : null,
      })),
    });
    const known = new Set(found.unprotected.map(({ figure }) => figure));
    const left = unsafe.filter(({ figure }) => !known.has(figure));
    if (left.length === 0) return { hidden, unprotected };
    if (widenings === mostWidenings)
      return {
        hidden,
        unprotected: [
          ...unprotected,
          ...left.map(({ figure, insider }) => ({ figure: ranks[figure]!, insider, toldBy: [] })),
        ],
      };
    const toWiden = new Set(left.map(({ figure }) => figure));
    figures = figures.map((figure, rank) =>
      toWiden.has(rank) ? { ...figure, width: (figure.width ?? 0) + 1 } : figure,
    );
  }
}
