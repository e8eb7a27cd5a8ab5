import { findOwnAgreement } from "../access-agreement/access-agreement.repository.js";
import { opensRecords } from "../access-agreement/agreement-in-force.js";
import { ReadWay } from "../release-read/release-read.entity.js";
import { recordRead } from "../release-read/release-read.repository.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { type CursorList, cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import type { PartnerRecordConnection } from "./partner-record-connection.entity.js";
import { findRecordsAfter } from "./partner-record.repository.js";
import { findReleaseOfAgreement } from "./release.repository.js";

export interface PageRequest {
  readonly release: string;
  readonly first: number;
  /** Cursor of the record before the page; null for the first page. */
  readonly after: string | null;
}

const longestPage = 1_000;

/**
 * One page of an approved release, as the caller's agreement sees it; a longer page than allowed is cut. Who read
 * which rows is kept in the same transaction: a page that cannot be accounted for is not read.
 */
export async function readPartnerRecords(
  context: SubgraphContext,
  { release: code, first, after }: PageRequest,
): Promise<PartnerRecordConnection> {
  const { principal, clock } = context;
  const agreementCode = principal.agreement;
  if (agreementCode === null) throw new HubError("NO_AGREEMENT");
  if (first < 1)
    throw new HubError(
      "INVALID_ARGUMENT",
      {
        argument: "first",
        observed: String(first),
        expected: { fr: `1 à ${longestPage}`, en: `1 to ${longestPage}` },
      },
      "first",
    );
  // A frozen release keeps its order: the rank of a record is its place, for this agreement alone.
  const list: CursorList = {
    key: context.cursorKey,
    name: "partner-record",
    filter: { release: code },
    audience: agreementCode,
  };
  const start = after === null ? 0 : Number(idOfCursor(list, after));
  return asCaller(context, async (manager) => {
    const agreement = await findOwnAgreement(manager, agreementCode, principal);
    if (!agreement || !opensRecords(agreement, dayInToronto(clock()))) throw new HubError("NO_AGREEMENT");
    const release = await findReleaseOfAgreement(manager, code, agreementCode);
    if (!release) throw new HubError("RELEASE_NOT_FOUND", {}, "release");
    const limit = Math.min(first, longestPage);
    // One more than asked tells whether another page follows.
    const found = await findRecordsAfter(manager, code, agreementCode, start, limit + 1);
    const edges = found
      .slice(0, limit)
      .map((node) => ({ cursor: cursorOf(list, String(node.position)), node }));
    await recordRead(manager, context, {
      release: code,
      agreement: agreementCode,
      way: ReadWay.PAGE,
      positions: edges.map(({ node }) => node.position),
    });
    return {
      edges,
      pageInfo: { hasNextPage: found.length > limit, endCursor: edges.at(-1)?.cursor ?? null },
      // A release is frozen: what was kept when it was built is what it holds.
      totalCount: release.report.recordsKept,
      origin: release.origin,
    };
  });
}
