import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { hubChain, recordEvents } from "../audit/audit-entry.repository.js";
import { AuditEvent } from "../audit/audit-event.js";
import { publishedEntry, withheldByReason } from "../publication-register/publication-entry.js";
import { insertEntry } from "../publication-register/publication-register.repository.js";
import { publicReason } from "../submission/given-reason.js";
import type { Transaction } from "../submission/submission.repository.js";
import { isHeld, refuseEmbargoed } from "./embargo.js";
import { findEmbargo } from "./embargo.repository.js";
import {
  countSuppressed,
  isWorthPublishing,
  type PreparedPublication,
  preparePublication,
  readCampaignFacts,
} from "./prepare-publication.service.js";
import type { UnsafeFigure } from "./protection/figure-place.js";
import type { Publication, PublicationPreview } from "./publication.entity.js";
import { findMark, insertVintage, markPublished, waitToPublish } from "./publication.repository.js";
import { insertVintageRevisions } from "./vintage-revision.repository.js";

/** How often a publication is computed anew when the campaign changes meanwhile. */
const mostTries = 3;

/**
 * Publishes a campaign as a new vintage, in one transaction: what was approved, computed, and marked as published. It is
 * computed, protected and audited before, while nothing is locked, and again when the campaign changed meanwhile.
 * Refuses a campaign under embargo, one of which the last vintage says everything already, what was withdrawn and is
 * still the same, a publisher who approved anything in it, and what tells too much of offices or persons.
 */
export async function publishCampaign(
  context: SubgraphContext,
  campaign: string,
  given: string,
  prepare: typeof preparePublication = preparePublication,
): Promise<Publication> {
  const reason = publicReason(given);
  const facts = await readCampaignFacts(context, campaign);
  const embargo = await asCaller(context, (manager) => findEmbargo(manager, campaign));
  refuseEmbargoed(embargo, campaign, context.clock());
  for (let tried = 0; tried < mostTries; tried += 1) {
    const prepared = await prepare(context, facts);
    const published = await asCaller(context, async (manager) => {
      await waitToPublish(manager, campaign);
      if ((await findMark(manager, campaign, true)) !== prepared.mark) return null;
      return publish(manager, context, campaign, reason, prepared);
    });
    if (published !== null) return published;
  }
  throw new HubError("PUBLICATION_OVERTAKEN", { campaign }, "campaign");
}

async function publish(
  manager: Transaction,
  context: SubgraphContext,
  campaign: string,
  reason: string,
  prepared: PreparedPublication,
): Promise<Publication> {
  const at = context.clock();
  refuseEmbargoed(await findEmbargo(manager, campaign), campaign, at);
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
  refuseUnsafe(campaign, prepared.unsafe);
  await insertVintage(manager, { ...prepared, code: vintage, campaign, publishedAt: at, reason }, rows);
  await insertVintageRevisions(manager, vintage, approved);
  await markPublished(
    manager,
    approved.map(({ id }) => id),
  );
  await insertEntry(manager, publishedEntry({ ...prepared, campaign, at, by: actor, reason }));
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
}

/** How many figures a refusal names; the preview lists them all. */
const mostNamed = 10;

function refuseUnsafe(campaign: string, unsafe: readonly UnsafeFigure[]): void {
  if (unsafe.length === 0) return;
  const named = unsafe
    .slice(0, mostNamed)
    .map(({ indicator, level, area, category, counts, rule }) =>
      [indicator, category, counts, level, area, `(${rule})`].filter(Boolean).join(" "),
    );
  const figures = [...named, ...(unsafe.length > mostNamed ? [`… ${unsafe.length}`] : [])].join(" ; ");
  throw new HubError("PUBLICATION_NOT_SAFE", { campaign, figures }, "campaign");
}

/** Tells what publishing a campaign now would write and change, and what would be told; nothing is written. */
export async function previewPublication(
  context: SubgraphContext,
  campaign: string,
  prepare: typeof preparePublication = preparePublication,
): Promise<PublicationPreview> {
  const facts = await readCampaignFacts(context, campaign);
  const prepared = await prepare(context, facts);
  const embargo = await asCaller(context, (manager) => findEmbargo(manager, campaign));
  const { vintage, rows, approved, newlyApproved, leftOut, changes, unsafe, alreadyTold } = prepared;
  return {
    vintage,
    observations: rows.length,
    suppressed: countSuppressed(rows),
    withheld: withheldByReason(rows),
    offices: approved.length,
    newlyApproved: newlyApproved.length,
    leftOut,
    embargoUntil: embargo.until,
    isEmbargoed: isHeld(embargo, context.clock()),
    changes: [...changes],
    unsafe: [...unsafe],
    alreadyTold: [...alreadyTold],
  };
}
