import { hashOf } from "../../shared/canonical-json.js";
import { instantInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { readableText } from "../../shared/public-text.js";
import { asCaller } from "../../shared/tenancy.js";
import { recordEvents } from "../audit/audit-entry.repository.js";
import { AuditEvent } from "../audit/audit-event.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import { findWindow } from "../campaign-window/campaign-window.repository.js";
import { unexpectedOffice } from "../campaign-window/unexpected-office.js";
import { findProgress } from "../completeness/completeness.repository.js";
import { hasSent, type OfficeProgress } from "../completeness/office-progress.js";
import type { RemindOfficesInput } from "./remind-offices.input.js";
import type { RemindOfficesResult } from "./remind-offices-result.entity.js";
import { ReminderStatus } from "./reminder-outcome.js";
import type { Transaction } from "../submission/submission.repository.js";
import { insertReminders } from "./reminder.repository.js";

const mostOffices = 100;
const mostCharacters = 2_000;

/**
 * Shows a reminder to offices that have not sent their figures: once a day the same words, whoever clicks twice. Refuses
 * an office that the campaign does not expect, and a campaign that is not open yet; who has sent is left alone and said.
 */
export async function remindOffices(
  context: SubgraphContext,
  { campaign, message: given, offices: named }: RemindOfficesInput,
): Promise<RemindOfficesResult> {
  // Browsers send two characters for the end of a line.
  const message = readableText(given.replaceAll("\r\n", "\n"), { argument: "message", mostCharacters });
  const codes = [...new Set(named)];
  refuseUnusableList(codes);
  await knownCampaign(context, campaign);
  const { subject } = context.principal;
  if (subject === null) throw new HubError("NOT_ALLOWED");
  const now = context.clock();
  return asCaller(context, async (manager) => {
    const progress = new Map((await findProgress(manager, campaign)).map((one) => [one.office, one]));
    const offices = codes.map((code) => progress.get(code) ?? unexpected(campaign, code));
    await refuseBeforeOpening(manager, campaign, now);
    const silent = offices.filter((office) => !hasSent(office));
    const reminder = { campaign, offices: silent, message, remindedBy: subject, remindedAt: now };
    const added = silent.length === 0 ? new Set<string>() : await insertReminders(manager, reminder);
    await recordReminders(
      manager,
      { campaign, message, subject, now },
      silent.filter(({ office }) => added.has(office)),
    );
    return {
      recorded: added.size,
      outcomes: offices.map((office) => ({
        office: office.office,
        status: hasSent(office)
          ? ReminderStatus.ALREADY_SENT
          : added.has(office.office)
            ? ReminderStatus.RECORDED
            : ReminderStatus.ALREADY_REMINDED,
      })),
    };
  });
}

function refuseUnusableList(codes: readonly string[]): void {
  if (codes.length > 0 && codes.length <= mostOffices) return;
  throw new HubError(
    "INVALID_ARGUMENT",
    {
      argument: "offices",
      observed: { fr: `${codes.length} bureaux`, en: `${codes.length} offices` },
      expected: { fr: `1 à ${mostOffices} bureaux`, en: `1 to ${mostOffices} offices` },
    },
    "offices",
  );
}

const unexpected = (campaign: string, office: string): never => {
  throw unexpectedOffice(campaign, office, "offices");
};

/** An office can do nothing yet about a campaign that is to come. */
async function refuseBeforeOpening(manager: Transaction, campaign: string, now: Date): Promise<void> {
  const window = await findWindow(manager, campaign);
  const opensAt = window?.opensAt ?? null;
  if (opensAt !== null && opensAt <= now) return;
  const told = (at: Date | null | undefined): string => (at ? instantInToronto(at) : "—");
  throw new HubError(
    "CAMPAIGN_NOT_OPEN",
    { campaign, opens: told(opensAt), closes: told(window?.closesAt) },
    "campaign",
  );
}

interface Recorded {
  readonly campaign: string;
  readonly message: string;
  readonly subject: string;
  readonly now: Date;
}

async function recordReminders(
  manager: Transaction,
  { campaign, message, subject, now }: Recorded,
  offices: readonly OfficeProgress[],
): Promise<void> {
  if (offices.length === 0) return;
  await recordEvents(
    manager,
    offices.map(({ office, establishment }) => ({
      chain: establishment,
      event: AuditEvent.REMINDED,
      submission: null,
      revision: null,
      subject: campaign,
      actor: subject,
      at: now,
      reason: message,
      vintage: null,
      beforeHash: null,
      afterHash: hashOf({ campaign, office, message }),
    })),
  );
}
