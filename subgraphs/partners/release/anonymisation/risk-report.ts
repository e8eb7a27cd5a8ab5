import type { ReleasePolicy } from "../release-policy.js";
import { distanceBetween, distinctValues, sharesOf } from "./diversity.js";
import { equivalenceClasses } from "./equivalence-classes.js";
import type { KeyHierarchy, SensitiveColumn } from "./hierarchy.js";
import type { LatticeNode } from "./lattice.js";
import { reIdentificationRisk } from "./re-identification-risk.js";

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
  readonly policy: ReleasePolicy;
}

/** A way to generalise a table, and the classes that it leaves. */
export interface Candidate<Row> {
  readonly node: LatticeNode;
  readonly classes: readonly (readonly Row[])[];
  readonly recordsIn: number;
}

export const recordsKept = <Row>({ classes }: Candidate<Row>): number =>
  classes.reduce((sum, alike) => sum + alike.length, 0);

/** Share of the detail given up: the mean loss of the keys for a kept record, all of it for a suppressed one. */
export function informationLoss<Row>(candidate: Candidate<Row>): number {
  const { node, recordsIn } = candidate;
  const kept = recordsKept(candidate);
  const lossOfKept = node.reduce((sum, level) => sum + level.loss, 0) / node.length;
  return (kept * lossOfKept + (recordsIn - kept)) / recordsIn;
}

/** Measures what would be released. */
export function riskReport<Row>(
  candidate: Candidate<Row>,
  keys: readonly KeyHierarchy<Row>[],
  sensitive: readonly SensitiveColumn<Row>[],
  policy: ReleasePolicy,
): RiskReport {
  const { node, classes, recordsIn } = candidate;
  const kept = recordsKept(candidate);
  const equalOnAllColumns = classes
    .flatMap((alike) => equivalenceClasses(alike, (row) => sensitive.map(({ valueOf }) => valueOf(row))))
    .map((equal) => equal.length);
  const risk = reIdentificationRisk(classes.flatMap((alike) => alike.map(() => alike.length)));
  return {
    k: Math.min(...classes.map((alike) => alike.length)),
    classes: classes.length,
    averageRisk: risk.average,
    maximumRisk: risk.maximum,
    recordsIn,
    recordsKept: kept,
    recordsSuppressed: recordsIn - kept,
    recordsUniqueOnAllColumns: equalOnAllColumns.filter((size) => size === 1).length,
    smallestClassOnAllColumns: Math.min(...equalOnAllColumns),
    informationLoss: informationLoss(candidate),
    generalisation: keys.map(({ key }, index) => ({ key, level: node[index]?.code ?? "" })),
    diversity: sensitive.map((column) => diversityOf(classes, column)),
    policy,
  };
}

function diversityOf<Row>(
  classes: readonly (readonly Row[])[],
  { column, valueOf }: SensitiveColumn<Row>,
): RiskReport["diversity"][number] {
  const overall = sharesOf(classes.flat().map(valueOf));
  const values = classes.map((alike) => alike.map(valueOf));
  return {
    column,
    l: Math.min(...values.map(distinctValues)),
    t: Math.max(...values.map((inClass) => distanceBetween(sharesOf(inClass), overall))),
  };
}
