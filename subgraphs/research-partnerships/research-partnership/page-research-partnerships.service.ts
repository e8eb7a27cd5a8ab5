import { readAsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";
import type { ResearchPartnershipConnection } from "./research-partnership-page.entity.js";
import { findResearchPartnershipsAfter } from "./research-partnership.repository.js";

/** The number of partnerships on a page when the caller gives none. */
export const usualPage = 20;
const largestPage = 100;

/**
 * One page of the list of partnerships, after a cursor, of the latest list or that of a day; a row added meanwhile
 * moves no other, and a cursor serves on any day.
 * Throws INVALID_ARGUMENT for a size out of bounds, INVALID_CURSOR for a cursor of another list.
 */
export async function pageResearchPartnerships(
  context: SubgraphContext,
  first: number,
  after: string | null,
  asOf?: string,
): Promise<ResearchPartnershipConnection> {
  if (first < 1 || first > largestPage)
    throw new HubError(
      "INVALID_ARGUMENT",
      { argument: "first", observed: String(first), expected: `1–${largestPage}` },
      "first",
    );
  const list = { key: context.cursorKey(), name: "research-partnership" };
  const lastSeen = after === null ? null : idOfCursor(list, after);
  // One row more than asked tells whether a page follows.
  const found = await findResearchPartnershipsAfter(context, lastSeen, first + 1, asOf);
  const edges = found.slice(0, first).map((node) => ({ cursor: cursorOf(list, node.id), node }));
  const pageInfo = { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null };
  return readAsOf({ edges, pageInfo }, asOf);
}
