import type { Insider, ProtectedTable } from "../protected-table.js";

/** The least and most that every figure comes to over all tables in whole numbers that agree with what is shown. */
export interface BruteInterval {
  readonly lower: number;
  readonly upper: number | null;
}

/**
 * Tries every table in whole numbers, one unknown after the other, with no other idea than to stop where a shown figure
 * is exceeded. Gives an interval for each figure; null when there are more tables than a test has time for.
 */
export function bruteForce(
  { unknowns, figures }: ProtectedTable,
  insider: Insider | null = null,
  mostSteps = 2_000_000,
): BruteInterval[] | null {
  const lower = unknowns.map((unknown) => unknown.lower);
  const upper = unknowns.map((unknown) => unknown.upper ?? Infinity);
  for (const { unknown, lower: least, upper: most } of insider?.knows ?? []) {
    lower[unknown] = Math.max(lower[unknown]!, least);
    upper[unknown] = Math.min(upper[unknown]!, most ?? Infinity);
  }
  const shown = figures.filter(({ isShown }) => isShown);
  const left = shown.map(({ terms }) =>
    terms.reduce((sum, { unknown, times }) => sum + times * unknowns[unknown]!.value, 0),
  );
  const open = shown.map(({ terms }) => terms.length);
  const rowsWith: { row: number; times: number }[][] = unknowns.map(() => []);
  shown.forEach(({ terms }, row) =>
    terms.forEach(({ unknown, times }) => rowsWith[unknown]!.push({ row, times })),
  );
  const values = unknowns.map(() => 0);
  const ends = figures.map(() => ({ lower: Infinity, upper: -Infinity }));
  let steps = 0;

  const place = (unknown: number): void => {
    if ((steps += 1) > mostSteps) return;
    if (unknown === unknowns.length) {
      figures.forEach(({ terms }, figure) => {
        const sum = terms.reduce((total, term) => total + term.times * values[term.unknown]!, 0);
        ends[figure]!.lower = Math.min(ends[figure]!.lower, sum);
        ends[figure]!.upper = Math.max(ends[figure]!.upper, sum);
      });
      return;
    }
    const rows = rowsWith[unknown]!;
    const room = Math.min(upper[unknown]!, ...rows.map(({ row, times }) => left[row]! / times));
    // In no shown figure: it may be anything, and every sum with it too.
    const most = room === Infinity ? lower[unknown]! : room;
    for (let value = lower[unknown]!; value <= most; value += 1) {
      values[unknown] = value;
      for (const { row, times } of rows) {
        left[row]! -= times * value;
        open[row]! -= 1;
      }
      if (rows.every(({ row }) => open[row]! > 0 || left[row] === 0)) place(unknown + 1);
      for (const { row, times } of rows) {
        left[row]! += times * value;
        open[row]! += 1;
      }
    }
  };
  place(0);
  if (steps > mostSteps) return null;
  const isEndless = unknowns.map(
    (_, unknown) => rowsWith[unknown]!.length === 0 && upper[unknown] === Infinity,
  );
  return ends.map(({ lower, upper }, figure) => ({
    lower,
    upper: figures[figure]!.terms.some(({ unknown }) => isEndless[unknown]) ? null : upper,
  }));
}
