import { HubError } from "../../../shared/errors.js";
import { countedTable } from "../anonymisation/counted-table.js";
import { measureRisk } from "../anonymisation/measure-risk.js";
import type { DictionaryColumn } from "../data-dictionary.js";
import type { Combination } from "../release-content.repository.js";
import type { ReleasePlan } from "./release-plan.js";

type Counted = Combination & { readonly count: number };

const roundingError = 1e-9;

/**
 * Refuses what was written when it is not what was planned, or does not satisfy the policy that it promises. Rosters may
 * change while a release is built: what is then written is neither the old rosters nor the new ones.
 */
export function refuseUnlikePlan(
  { combinations, report }: Pick<ReleasePlan, "combinations" | "report">,
  columns: readonly DictionaryColumn[],
  written: readonly Counted[],
): void {
  const planned = new Map(combinations.map((combination) => [nameOf(combination), combination.count]));
  if (
    written.length !== planned.size ||
    written.some((combination) => planned.get(nameOf(combination)) !== combination.count)
  )
    throw new HubError("ROSTERS_CHANGED");
  const namesOf = (part: DictionaryColumn["part"]): string[] =>
    columns.filter((column) => column.part === part).map(({ column }) => column);
  const { k, diversity, records } = measureRisk(countedTable(namesOf("KEY"), namesOf("SENSITIVE"), written));
  const { policy } = report;
  const isSafe =
    k >= policy.k &&
    records === report.recordsKept &&
    diversity.every(({ l, t }) => l >= policy.l && t <= policy.t + roundingError);
  if (!isSafe) throw new Error("release: what was written does not satisfy its policy; nothing is kept");
}

const nameOf = ({ keys, sensitive }: Combination): string => JSON.stringify([keys, sensitive]);

/** Refuses records that are not, for each agreement, as many as were planned: all are made of the same members. */
export function refuseUnequal(
  { report }: Pick<ReleasePlan, "report">,
  agreements: readonly string[],
  written: readonly { readonly agreement: string; readonly count: number }[],
): void {
  const counts = new Map(written.map(({ agreement, count }) => [agreement, count]));
  if (
    counts.size === agreements.length &&
    [...counts.values()].every((count) => count === report.recordsKept)
  )
    return;
  throw new Error("release: its agreements were not given as many records as it has; nothing is kept");
}
