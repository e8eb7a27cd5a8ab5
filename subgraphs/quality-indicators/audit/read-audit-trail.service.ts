import type { SubgraphContext } from "../../shared/context.js";
import { type CursorList, cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";
import { findTrailAfter } from "./audit-entry.repository.js";
import type { AuditTrail } from "./audit-trail.entity.js";
import { readReceipt, type ReceiptPlace } from "./receipt.js";

/** The number of entries on a page when the caller gives none. */
export const usualPage = 50;
const largestPage = 200;

/**
 * One page of what happened to a subject, the first entry first. What does not exist and what belongs to somebody else
 * are both an empty page. Throws INVALID_ARGUMENT for a size out of bounds, INVALID_CURSOR for a cursor of another list.
 */
export async function readAuditTrail(
  context: SubgraphContext,
  subject: string,
  first: number,
  after: string | null,
): Promise<AuditTrail> {
  if (first < 1 || first > largestPage)
    throw new HubError(
      "INVALID_ARGUMENT",
      { argument: "first", observed: String(first), expected: `1–${largestPage}` },
      "first",
    );
  const { establishment } = context.principal;
  const list: CursorList = {
    key: context.cursorKey(),
    name: "audit-entry",
    filter: { subject },
    audience: establishment ?? "steward",
  };
  // One row more than asked tells whether a page follows.
  const found = await findTrailAfter(
    context,
    subject,
    after === null ? null : placeOf(list, after),
    first + 1,
  );
  const edges = found.slice(0, first).map((node) => ({ cursor: cursorOf(list, node.receipt), node }));
  return { edges, pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function placeOf(list: CursorList, cursor: string): ReceiptPlace {
  const place = readReceipt(idOfCursor(list, cursor));
  if (place === null) throw new HubError("INVALID_CURSOR", {}, "after");
  return place;
}
