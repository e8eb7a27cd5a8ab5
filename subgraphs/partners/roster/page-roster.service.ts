import type { SubgraphContext } from "../../shared/context.js";
import { cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import type { RosterPartnerConnection } from "./roster.entity.js";
import { findPartnersAfter } from "./roster.repository.js";

const longestPage = 1_000;

/** One page of the roster of the caller's establishment. */
export async function pageRoster(
  context: SubgraphContext,
  first: number,
  after: string | null,
): Promise<RosterPartnerConnection> {
  if (first < 1 || first > longestPage)
    throw new HubError(
      "INVALID_ARGUMENT",
      { argument: "first", observed: String(first), expected: `1–${longestPage}` },
      "first",
    );
  const { establishment } = context.principal;
  if (establishment === null) throw new HubError("NOT_ALLOWED");
  const list = { key: context.cursorKey(), name: "roster", audience: establishment };
  const lastSeen = after === null ? null : idOfCursor(list, after);
  // One more than asked tells whether another page follows.
  const found = await asCaller(context, (manager) =>
    findPartnersAfter(manager, establishment, lastSeen, first + 1),
  );
  const edges = found.slice(0, first).map((node) => ({ cursor: cursorOf(list, node.localId), node }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
