import type { ClassPolicy } from "../release-policy.js";

/** What is measured on a release and stored with it. */
export interface RiskReport {
  /** Size of the smallest class. */
  readonly k: number;
  readonly classes: number;
  readonly averageRisk: number;
  readonly maximumRisk: number;
  readonly recordsIn: number;
  readonly recordsKept: number;
  readonly recordsSuppressed: number;
  /** Records that no other record equals once the sensitive columns are read with the keys. */
  readonly recordsUniqueOnAllColumns: number;
  /** Fewest records that are equal on the keys and the sensitive columns together. */
  readonly smallestClassOnAllColumns: number;
  /** Share of the detail given up, from 0 to 1; a suppressed record counts 1. */
  readonly informationLoss: number;
  readonly generalisation: readonly { readonly key: string; readonly level: string }[];
  /** Of each sensitive column, in the worst class. */
  readonly diversity: readonly { readonly column: string; readonly l: number; readonly t: number }[];
  readonly policy: ClassPolicy;
}
