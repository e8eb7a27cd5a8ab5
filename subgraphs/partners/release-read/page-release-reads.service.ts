import { startOfDayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import type { ReleaseReadConnection } from "./release-read.entity.js";
import { findReadsBefore } from "./release-read.repository.js";

/** Which reads a steward asks about. */
export interface AskedReads {
  readonly release: string | null;
  readonly agreement: string | null;
  readonly subject: string | null;
  readonly rowId: string | null;
  /** First day in America/Toronto (YYYY-MM-DD). */
  readonly since: string | null;
}

const longestPage = 200;
const rowIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One page of who read which rows of which release, the newest read first. */
export async function pageReleaseReads(
  context: SubgraphContext,
  asked: AskedReads,
  first: number,
  after: string | null,
): Promise<ReleaseReadConnection> {
  if (first < 1 || first > longestPage) throw invalid("first", String(first), `1–${longestPage}`);
  if (asked.rowId !== null && !rowIdForm.test(asked.rowId))
    throw invalid("rowId", asked.rowId.slice(0, 40), "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
  const list = {
    key: context.cursorKey(),
    name: "release-read",
    filter: { ...asked },
    audience: "steward:privacy",
  };
  const lastSeen = after === null ? null : idOfCursor(list, after);
  const filter = { ...asked, since: asked.since === null ? null : startOfDayInToronto(asked.since) };
  // One more than asked tells whether another page follows.
  const found = await asCaller(context, (manager) => findReadsBefore(manager, filter, lastSeen, first + 1));
  const edges = found.slice(0, first).map((node) => ({ cursor: cursorOf(list, node.id), node }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

const invalid = (argument: string, observed: string, expected: string): HubError =>
  new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
