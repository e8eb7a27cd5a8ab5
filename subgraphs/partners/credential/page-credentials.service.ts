import type { SubgraphContext } from "../../shared/context.js";
import { cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import type { CredentialConnection } from "./credential-connection.entity.js";
import { type CredentialFilter, findCredentialsAfter } from "./credential.repository.js";

const longestPage = 200;

/** One page of credentials. Throws INVALID_ARGUMENT for a size out of bounds, INVALID_CURSOR for a cursor of another list. */
export async function pageCredentials(
  context: SubgraphContext,
  filter: CredentialFilter,
  first: number,
  after: string | null,
): Promise<CredentialConnection> {
  if (first < 1 || first > longestPage)
    throw new HubError(
      "INVALID_ARGUMENT",
      { argument: "first", observed: String(first), expected: `1–${longestPage}` },
      "first",
    );
  const list = {
    key: context.cursorKey(),
    name: "credential",
    filter: { ...filter },
    audience: "steward:privacy",
  };
  const lastSeen = after === null ? null : idOfCursor(list, after);
  // One more than asked tells whether another page follows.
  const found = await asCaller(context, (manager) =>
    findCredentialsAfter(manager, filter, lastSeen, first + 1),
  );
  const edges = found.slice(0, first).map((node) => ({ cursor: cursorOf(list, node.id), node }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
