import { completePolicy, type DisclosurePolicy } from "../disclosure-policy.js";
import { judgeCount } from "../primary-rules.js";
import type { ProtectedTable } from "../protected-table.js";

/** Counts of persons by name, and totals by the names of what they sum (counts, or totals before them). */
export interface CountTable {
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, readonly string[]>>;
  readonly policy?: Partial<DisclosurePolicy>;
  /** Names of what has been seen: it can no longer be hidden. */
  readonly seen?: readonly string[];
  /** Names of what is hidden for a reason of its own, with the width that it needs. */
  readonly sensitive?: Readonly<Record<string, number>>;
  /** Names whose loss costs something else than their value. */
  readonly costs?: Readonly<Record<string, number>>;
}

/** The table of some counts and totals; primary figures are hidden by the policy. */
export function aCountTable({
  counts,
  totals,
  policy = {},
  seen = [],
  sensitive = {},
  costs = {},
}: CountTable) {
  const completed = completePolicy(policy);
  const leaves = Object.keys(counts);
  const leavesOf = new Map(leaves.map((name) => [name, [name]]));
  for (const [name, parts] of Object.entries(totals))
    leavesOf.set(name, [...new Set(parts.flatMap((part) => leavesOf.get(part)!))]);
  const names = [...leavesOf.keys()];
  const table: ProtectedTable = {
    unknowns: leaves.map((name) => ({ value: counts[name]!, lower: 0, upper: null, isWhole: true })),
    figures: names.map((name) => {
      const terms = leavesOf.get(name)!.map((leaf) => ({ unknown: leaves.indexOf(leaf), times: 1 }));
      const value = leavesOf.get(name)!.reduce((sum, leaf) => sum + counts[leaf]!, 0);
      const found = judgeCount({ value, isTotal: name in totals }, completed);
      const width = sensitive[name] ?? (policy.threshold === 0 ? null : (found?.width ?? null));
      return {
        terms,
        isShown: width === null || seen.includes(name),
        cost: seen.includes(name) ? null : (costs[name] ?? Math.max(1, value)),
        width,
      };
    }),
    insiders: [],
  };
  return { table, names };
}

/** A table of rows and columns with all its totals; names are « row.column », totals « row. », « .column » and « . ». */
export function aGrid(
  values: readonly (readonly number[])[],
  rest: Omit<CountTable, "counts" | "totals"> = {},
) {
  const counts: Record<string, number> = {};
  const totals: Record<string, string[]> = {};
  values.forEach((row, r) => row.forEach((value, c) => (counts[`${r}.${c}`] = value)));
  values.forEach((row, r) => (totals[`${r}.`] = row.map((_, c) => `${r}.${c}`)));
  values[0]!.forEach((_, c) => (totals[`.${c}`] = values.map((__, r) => `${r}.${c}`)));
  totals["."] = Object.keys(counts);
  return aCountTable({ counts, totals, ...rest });
}
