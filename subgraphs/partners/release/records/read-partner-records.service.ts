import type { SubgraphContext } from "../../../shared/context.js";
import { type CursorList, cursorOf, idOfCursor } from "../../../shared/cursor.js";
import { asCaller } from "../../../shared/tenancy.js";
import { ReadWay } from "../../release-read/release-read.entity.js";
import { recordRead } from "../../release-read/release-read.repository.js";
import { refuseUnreadable } from "../readable-text.js";
import { agreementOf, variableOf, openRelease, refuseUnknown } from "./open-release.js";
import type { PartnerRecordConnection } from "./partner-record-connection.entity.js";
import type { RecordConditionInput, RecordOrderInput } from "./record-question.input.js";
import { invalid, readFilter, readSort } from "./record-question.js";
import { countRecords, findRecords } from "./record.repository.js";

export interface PageRequest {
  readonly release: string;
  readonly first: number;
  /** Cursor of the record before the page; null for the first page. */
  readonly after: string | null;
  readonly filter: readonly RecordConditionInput[];
  readonly sort: readonly RecordOrderInput[];
}

const longestPage = 1_000;

/**
 * One page of an approved release, as the caller's agreement sees it; a longer page than allowed is cut. Who read
 * which rows is kept in the same transaction: a page that cannot be accounted for is not read.
 */
export async function readPartnerRecords(
  context: SubgraphContext,
  { release: code, first, after, ...given }: PageRequest,
): Promise<PartnerRecordConnection> {
  const agreement = agreementOf(context);
  refuseUnreadable("release", code);
  if (first < 1)
    throw invalid("first", String(first), { fr: `1 à ${longestPage}`, en: `1 to ${longestPage}` });
  const filter = readFilter(given.filter);
  const sort = readSort(given.sort);
  const list: CursorList = {
    key: context.cursorKey(),
    name: "partner-record",
    filter: { release: code, filter: JSON.stringify(filter), sort: JSON.stringify(sort) },
    audience: agreement,
  };
  const place = after === null ? null : placeOf(idOfCursor(list, after));
  return asCaller(context, async (manager) => {
    const opened = await openRelease(manager, context, code);
    refuseUnknown(opened, filter);
    sort.forEach(({ column }, index) => variableOf(opened, column, `sort[${index}].column`));
    const { release } = opened;
    const asked = { release: code, agreement, filter };
    const totalCount =
      place?.totalCount ??
      (filter.length === 0 ? release.report.recordsKept : await countRecords(manager, asked));
    const limit = Math.min(first, longestPage);
    // One more than asked tells whether another page follows.
    const found = await findRecords(manager, asked, {
      columns: opened.columns.map(({ column }) => column),
      sort,
      after: place?.position ?? 0,
      limit: limit + 1,
    });
    const edges = found
      .slice(0, limit)
      .map((node) => ({ cursor: cursorOf(list, `${node.position}/${totalCount}`), node }));
    await recordRead(manager, context, {
      release: code,
      agreement,
      way: ReadWay.PAGE,
      rows: edges.map(({ node: { position } }) => ({ from: position, to: position })),
      question: filter.length + sort.length === 0 ? null : { filter, sort, groupBy: [] },
    });
    return {
      edges,
      pageInfo: { hasNextPage: found.length > limit, endCursor: edges.at(-1)?.cursor ?? null },
      totalCount,
      origin: release.origin,
    };
  });
}

// A release is frozen: a record keeps its position, and the first page counted for those that follow it.
function placeOf(id: string): { readonly position: number; readonly totalCount: number } {
  const [position = 0, totalCount = 0] = id.split("/").map(Number);
  return { position, totalCount };
}
