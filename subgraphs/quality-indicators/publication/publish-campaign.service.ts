import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { refuseBlankReason } from "../submission/given-reason.js";
import { SubmissionEvent } from "../submission/submission-state.js";
import { insertEvents } from "../submission/submission.repository.js";
import { countSuppressed, preparePublication, readCampaignFacts } from "./prepare-publication.service.js";
import type { Publication, PublicationPreview } from "./publication.entity.js";
import { insertVintage, markPublished, waitToPublish } from "./publication.repository.js";
import { insertVintageRevisions } from "./vintage-revision.repository.js";

/**
 * Publishes a campaign as a new vintage, in one transaction: what was approved, computed, and marked as published.
 * Refuses when nothing was approved since the last vintage, and a publisher who approved anything in it.
 */
export async function publishCampaign(
  context: SubgraphContext,
  campaign: string,
  reason: string,
): Promise<Publication> {
  refuseBlankReason(reason);
  const facts = await readCampaignFacts(context, campaign);
  return asCaller(context, async (manager) => {
    await waitToPublish(manager, campaign);
    const prepared = await preparePublication(manager, context, facts, true);
    const { approved, newlyApproved, vintage, rows } = prepared;
    if (newlyApproved.length === 0) throw new HubError("NOTHING_TO_PUBLISH", { campaign }, "campaign");
    const actor = context.principal.subject;
    if (actor === null) throw new HubError("NOT_ALLOWED");
    if (approved.some(({ approvedBy }) => approvedBy === actor))
      throw new HubError(
        "SAME_PERSON",
        { rule: { fr: "approuver un envoi et le publier", en: "approve a submission and publish it" } },
        "campaign",
      );
    const at = context.clock();
    await insertVintage(manager, { ...prepared, code: vintage, campaign, publishedAt: at, reason }, rows);
    await insertVintageRevisions(manager, vintage, approved);
    await markPublished(
      manager,
      approved.map(({ id }) => id),
    );
    await insertEvents(
      manager,
      newlyApproved.map(({ id, approvedRevision, receipt }) => ({
        submission: id,
        event: SubmissionEvent.PUBLISHED,
        revision: approvedRevision,
        actor,
        at,
        reason,
        vintage,
        beforeHash: receipt,
        afterHash: receipt,
      })),
    );
    return { vintage, observations: rows.length, suppressed: countSuppressed(rows) };
  });
}

/** Tells what publishing a campaign now would write and change; nothing is written. */
export async function previewPublication(
  context: SubgraphContext,
  campaign: string,
): Promise<PublicationPreview> {
  const facts = await readCampaignFacts(context, campaign);
  const { vintage, rows, approved, newlyApproved, changes } = await asCaller(context, (manager) =>
    preparePublication(manager, context, facts, false),
  );
  return {
    vintage,
    observations: rows.length,
    suppressed: countSuppressed(rows),
    offices: approved.length,
    newlyApproved: newlyApproved.length,
    changes: [...changes],
  };
}
