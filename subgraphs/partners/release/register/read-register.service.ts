import type { SubgraphContext } from "../../../shared/context.js";
import { HubError } from "../../../shared/errors.js";
import { asCaller } from "../../../shared/tenancy.js";
import { refuseUnreadable } from "../readable-text.js";
import type { RegisterEntry } from "./register-entry.entity.js";
import { findEntriesAfter } from "./register-entry.repository.js";

export interface RegisterQuestion {
  readonly release: string | null;
  readonly first: number;
  /** Number of the entry before the page; 0 for the first page. */
  readonly after: number;
}

const longestPage = 500;

/** A page of the register; a longer one than allowed is cut. */
export async function readRegister(
  context: SubgraphContext,
  { release, first, after }: RegisterQuestion,
): Promise<RegisterEntry[]> {
  if (release !== null) refuseUnreadable("release", release);
  for (const [argument, observed, least] of [["first", first, 1] as const, ["after", after, 0] as const])
    if (observed < least)
      throw new HubError(
        "INVALID_ARGUMENT",
        { argument, observed: String(observed), expected: `≥ ${least}` },
        argument,
      );
  return asCaller(context, (manager) =>
    findEntriesAfter(manager, release, after, Math.min(first, longestPage)),
  );
}
