import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { hubChain, recordEvents } from "../audit/audit-entry.repository.js";
import { AuditEvent } from "../audit/audit-event.js";
import { publicReason } from "../submission/given-reason.js";
import { isHeld, refuseEmbargoed } from "./embargo.js";
import { findEmbargo } from "./embargo.repository.js";
import {
  countSuppressed,
  isWorthPublishing,
  preparePublication,
  readCampaignFacts,
} from "./prepare-publication.service.js";
import type { Publication, PublicationPreview } from "./publication.entity.js";
import { insertVintage, markPublished, waitToPublish } from "./publication.repository.js";
import { insertVintageRevisions } from "./vintage-revision.repository.js";

/**
 * Publishes a campaign as a new vintage, in one transaction: what was approved, computed, and marked as published.
 * Refuses a campaign under embargo, one of which the last vintage says everything already, what was withdrawn and is
 * still the same, and a publisher who approved anything in it.
 */
export async function publishCampaign(
  context: SubgraphContext,
  campaign: string,
  given: string,
): Promise<Publication> {
  const reason = publicReason(given);
  const facts = await readCampaignFacts(context, campaign);
  return asCaller(context, async (manager) => {
    await waitToPublish(manager, campaign);
    const at = context.clock();
    refuseEmbargoed(await findEmbargo(manager, campaign), campaign, at);
    const prepared = await preparePublication(manager, context, facts, true);
    const { approved, newlyApproved, vintage, rows } = prepared;
    if (!isWorthPublishing(prepared)) throw new HubError("NOTHING_TO_PUBLISH", { campaign }, "campaign");
    if (prepared.saysWithdrawn) throw new HubError("SAME_AS_WITHDRAWN", { campaign }, "campaign");
    const actor = context.principal.subject;
    if (actor === null) throw new HubError("NOT_ALLOWED");
    if (approved.some(({ approvedBy }) => approvedBy === actor))
      throw new HubError(
        "SAME_PERSON",
        { rule: { fr: "approuver un envoi et le publier", en: "approve a submission and publish it" } },
        "campaign",
      );
    await insertVintage(manager, { ...prepared, code: vintage, campaign, publishedAt: at, reason }, rows);
    await insertVintageRevisions(manager, vintage, approved);
    await markPublished(
      manager,
      approved.map(({ id }) => id),
    );
    const event = { event: AuditEvent.PUBLISHED, actor, at, reason, vintage };
    await recordEvents(manager, [
      {
        ...event,
        chain: hubChain,
        submission: null,
        revision: null,
        subject: vintage,
        beforeHash: null,
        afterHash: null,
      },
      ...newlyApproved.map(({ id, establishment, approvedRevision, contentHash }) => ({
        ...event,
        chain: establishment,
        submission: id,
        revision: approvedRevision,
        subject: null,
        beforeHash: contentHash,
        afterHash: contentHash,
      })),
    ]);
    return { vintage, observations: rows.length, suppressed: countSuppressed(rows) };
  });
}

/** Tells what publishing a campaign now would write and change; nothing is written. */
export async function previewPublication(
  context: SubgraphContext,
  campaign: string,
): Promise<PublicationPreview> {
  const facts = await readCampaignFacts(context, campaign);
  const { prepared, embargo } = await asCaller(context, async (manager) => ({
    prepared: await preparePublication(manager, context, facts, false),
    embargo: await findEmbargo(manager, campaign),
  }));
  const { vintage, rows, approved, newlyApproved, leftOut, changes } = prepared;
  return {
    vintage,
    observations: rows.length,
    suppressed: countSuppressed(rows),
    offices: approved.length,
    newlyApproved: newlyApproved.length,
    leftOut,
    embargoUntil: embargo.until,
    isEmbargoed: isHeld(embargo, context.clock()),
    changes: [...changes],
  };
}
