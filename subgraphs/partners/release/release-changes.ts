import type { ReleaseChanges } from "./release-changes.entity.js";
import type { ReleaseReport } from "./release-report.entity.js";

interface Version {
  readonly columns: readonly { readonly column: string }[];
  readonly report: ReleaseReport;
}

/** What changed from one version of a release to the next: columns, degrees, policy and counts that both tell anyway. */
export function changesOf(before: Version, after: Version): ReleaseChanges {
  const [columnsBefore, columnsAfter] = [before, after].map(({ columns }) =>
    columns.map(({ column }) => column),
  ) as [string[], string[]];
  const levelsBefore = new Map(before.report.generalisation.map(({ key, level }) => [key, level]));
  return {
    columnsAdded: columnsAfter.filter((column) => !columnsBefore.includes(column)),
    columnsRemoved: columnsBefore.filter((column) => !columnsAfter.includes(column)),
    levelsChanged: after.report.generalisation.flatMap(({ key, level }) => {
      const from = levelsBefore.get(key);
      return from === undefined || from === level ? [] : [{ key, from, to: level }];
    }),
    kBefore: before.report.policy.k,
    k: after.report.policy.k,
    recordsBefore: before.report.recordsKept,
    records: after.report.recordsKept,
  };
}
