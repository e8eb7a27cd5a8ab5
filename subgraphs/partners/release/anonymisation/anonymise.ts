import type { ReleasePolicy } from "../release-policy.js";
import { equivalenceClasses } from "./equivalence-classes.js";
import type { KeyHierarchy, SensitiveColumn } from "./hierarchy.js";
import { latticeOf, type LatticeNode } from "./lattice.js";
import { type Candidate, informationLoss, recordsKept, riskReport, type RiskReport } from "./risk-report.js";
import { safeClasses } from "./safe-classes.js";

/** The records that may be released, each with its generalised keys in the order of the keys. */
export interface Anonymised<Row> {
  readonly records: readonly { readonly row: Row; readonly keys: readonly string[] }[];
  readonly report: RiskReport;
}

/**
 * Generalises the keys and suppresses the records of unsafe classes. Of all combinations of levels, takes the one that
 * gives up the least information among those that keep enough records; null when there is none.
 */
export function anonymise<Row>(
  rows: readonly Row[],
  keys: readonly KeyHierarchy<Row>[],
  sensitive: readonly SensitiveColumn<Row>[],
  policy: ReleasePolicy,
): Anonymised<Row> | null {
  let best: Candidate<Row> | null = null;
  for (const node of latticeOf(keys)) {
    const generalised = equivalenceClasses(rows, (row) => keysOf(row, keys, node));
    const candidate = { node, classes: safeClasses(generalised, sensitive, policy), recordsIn: rows.length };
    const isUseful = candidate.classes.length > 0 && recordsKept(candidate) >= policy.keep * rows.length;
    if (isUseful && (!best || informationLoss(candidate) < informationLoss(best))) best = candidate;
  }
  if (!best) return null;
  const { node, classes } = best;
  return {
    records: classes.flat().map((row) => ({ row, keys: keysOf(row, keys, node) })),
    report: riskReport(best, keys, sensitive, policy),
  };
}

const keysOf = <Row>(row: Row, keys: readonly KeyHierarchy<Row>[], node: LatticeNode): string[] =>
  keys.map(({ rawOf }, index) => node[index]?.generalise(rawOf(row)) ?? "");
