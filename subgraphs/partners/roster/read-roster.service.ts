import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { receiptOf } from "./push-result.js";
import { findRosterSummary } from "./roster.repository.js";
import type { PartnerRoster, RosterRevision } from "./roster.entity.js";

/** The roster of the caller's establishment as a whole; null when nothing is known of one. */
export async function readRoster(context: SubgraphContext): Promise<PartnerRoster | null> {
  const { establishment } = context.principal;
  if (establishment === null) return null;
  const { statuses, withdrawn, revisions } = await asCaller(context, (manager) =>
    findRosterSummary(manager, establishment),
  );
  const [latest] = revisions;
  if (statuses.length === 0 && latest === undefined) return null;
  return {
    establishment,
    revision: latest?.revision ?? null,
    statuses: [...statuses],
    withdrawn,
    revisions: revisions.map(
      (revision) => ({ ...revision, receipt: receiptOf(establishment, revision) }) as RosterRevision,
    ),
  };
}
