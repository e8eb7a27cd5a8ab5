import type { SubgraphContext } from "../../../shared/context.js";
import { HubError } from "../../../shared/errors.js";
import { asCaller } from "../../../shared/tenancy.js";
import { ReadWay } from "../../release-read/release-read.entity.js";
import { recordRead } from "../../release-read/release-read.repository.js";
import { refuseUnreadable } from "../readable-text.js";
import { agreementOf, variableOf, openRelease, refuseUnknown } from "./open-release.js";
import type { PartnerRecordCounts } from "./partner-record-counts.entity.js";
import type { RecordConditionInput } from "./record-question.input.js";
import { readFilter, readGroupBy } from "./record-question.js";
import { countGroups } from "./record.repository.js";

export interface CountRequest {
  readonly release: string;
  readonly groupBy: readonly string[];
  readonly filter: readonly RecordConditionInput[];
}

/** Combinations that one count answers with; more is a question for pages or the whole file. */
export const mostGroups = 1_000;

/** Counts the records of an approved release, and keeps who asked what: a count looks at every record of it. */
export function countPartnerRecords(
  context: SubgraphContext,
  { release: code, ...given }: CountRequest,
): Promise<PartnerRecordCounts> {
  const agreement = agreementOf(context);
  refuseUnreadable("release", code);
  const groupBy = readGroupBy(given.groupBy);
  const filter = readFilter(given.filter);
  return asCaller(context, async (manager) => {
    const opened = await openRelease(manager, context, code);
    groupBy.forEach((column, index) => variableOf(opened, column, `groupBy[${index}]`));
    refuseUnknown(opened, filter);
    const { release } = opened;
    // One more than are told tells whether there are too many.
    const groups = await countGroups(manager, { release: code, agreement, filter }, groupBy, mostGroups + 1);
    if (groups.length > mostGroups)
      throw new HubError("TOO_MANY_GROUPS", { most: String(mostGroups) }, "groupBy");
    await recordRead(manager, context, {
      release: code,
      agreement,
      way: ReadWay.COUNT,
      rows: [{ from: 1, to: release.report.recordsKept }],
      question: { filter, sort: [], groupBy },
    });
    return {
      columns: groupBy,
      groups,
      totalCount: groups.reduce((sum, { count }) => sum + count, 0),
      origin: release.origin,
    };
  });
}
