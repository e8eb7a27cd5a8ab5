import { hashOf } from "../../shared/canonical-json.js";
import { instantInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { endOf } from "../../shared/day-or-instant.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { recordEvents } from "../audit/audit-entry.repository.js";
import { AuditEvent } from "../audit/audit-event.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import { findWindow } from "../campaign-window/campaign-window.repository.js";
import { unexpectedOffice } from "../campaign-window/unexpected-office.js";
import { refuseUnusableReason } from "../submission/given-reason.js";
import { findSubmission } from "../submission/submission.repository.js";
import type { LockException } from "./lock-exception.entity.js";
import { findExpectedOffice, insertLockException } from "./lock-exception.repository.js";

/** What a steward grants: until the end of a day in Toronto, or until an instant. */
export interface LockExceptionAsked {
  readonly campaign: string;
  readonly office: string;
  readonly until: string;
  readonly reason: string;
}

/**
 * Lets one office send its figures after the lock (V23). Refuses a campaign or an office that is not expected, an end
 * that has passed, and a campaign that is not locked yet: until then nobody needs an exception.
 */
export async function grantLockException(
  context: SubgraphContext,
  { campaign, office, until: end, reason }: LockExceptionAsked,
): Promise<Omit<LockException, "id">> {
  refuseUnusableReason(reason);
  await knownCampaign(context, campaign);
  return asCaller(context, async (manager) => {
    const expected = await findExpectedOffice(manager, campaign, office);
    if (expected === null) throw unexpectedOffice(campaign, office, "office");
    const { subject } = context.principal;
    if (subject === null) throw new HubError("NOT_ALLOWED");
    const [until, now] = [endOf(end), context.clock()];
    refuseBefore(await lockOf(manager, campaign), campaign, now);
    refusePast(until, now);
    const exception = {
      campaign,
      office,
      establishmentCode: expected.establishment,
      until,
      reason,
      grantedBy: subject,
      grantedAt: now,
    };
    await insertLockException(manager, exception);
    const submission = await findSubmission(manager, { campaign, office }, false);
    await recordEvents(manager, [
      {
        chain: expected.establishment,
        event: AuditEvent.LOCK_EXCEPTION,
        submission: submission?.id ?? null,
        revision: submission?.revision ?? null,
        subject: campaign,
        actor: subject,
        at: now,
        reason,
        vintage: null,
        beforeHash: null,
        afterHash: hashOf({ campaign, office, until, reason }),
      },
    ]);
    return exception;
  });
}

/** The instant from which a campaign takes no figures any more; null while it has none. */
async function lockOf(manager: Parameters<typeof findWindow>[0], campaign: string): Promise<Date | null> {
  const window = await findWindow(manager, campaign);
  return window?.lockAt ?? window?.closesAt ?? null;
}

function refuseBefore(lock: Date | null, campaign: string, now: Date): void {
  if (lock !== null && lock <= now) return;
  throw new HubError(
    "NOT_LOCKED",
    { campaign, lock: lock === null ? "—" : instantInToronto(lock) },
    "campaign",
  );
}

function refusePast(until: Date, now: Date): void {
  if (now < until) return;
  throw new HubError(
    "INVALID_ARGUMENT",
    {
      argument: "until",
      observed: {
        fr: `${instantInToronto(until)} (heure de Toronto)`,
        en: `${instantInToronto(until)} (Toronto time)`,
      },
      expected: { fr: "un instant à venir", en: "an instant to come" },
    },
    "until",
  );
}
