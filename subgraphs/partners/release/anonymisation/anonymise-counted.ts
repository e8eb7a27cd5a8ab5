import type { ClassPolicy } from "../release-policy.js";
import type { CountedTable } from "./counted-table.js";
import type { Generalisation } from "./generalisation.js";
import type { RiskReport } from "./risk-report.js";
import { compileHierarchies } from "./search/compiled-hierarchies.js";
import { leastLoss } from "./search/least-loss.js";
import { reportOf } from "./search/report.js";

/** What is to be anonymised, as plain data. */
export interface AnonymisationRequest {
  readonly counted: CountedTable;
  /** In the order of the table's keys. */
  readonly hierarchies: readonly Generalisation[];
  readonly policy: ClassPolicy;
}

/** The classes that may be released, as plain data. */
export interface AnonymisedCounts {
  /** One list a key, in the order of the keys: its generalised value in each kept class. */
  readonly keptKeys: readonly (readonly string[])[];
  /** Records of each kept class. */
  readonly keptCounts: readonly number[];
  /** Says the level of each key that was chosen, too. */
  readonly report: RiskReport;
  /** How many combinations of levels there are, and how many tables had to be counted to find the best. */
  readonly search: SearchEffort;
}

export interface SearchEffort {
  readonly nodes: number;
  readonly counted: number;
}

/**
 * Generalises the keys and suppresses the records of unsafe classes. Of all combinations of levels, takes the one that
 * gives up the least information among those that keep enough records, the least general of equals; null when there is
 * none. Throws UnknownHierarchyValue for a value that a hierarchy does not know. Holds its thread: run it apart.
 */
export function anonymiseCounted(
  { counted, hierarchies, policy }: AnonymisationRequest,
  onProgress?: (effort: SearchEffort) => void,
): AnonymisedCounts | null {
  const compiled = compileHierarchies(counted, hierarchies);
  const { best, ...search } = leastLoss(counted, compiled, policy, onProgress);
  return best && { ...reportOf(counted, compiled, policy, best), search };
}
