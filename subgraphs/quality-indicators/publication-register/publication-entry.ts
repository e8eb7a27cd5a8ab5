import { dayInToronto } from "../../shared/clock.js";
import { disclosurePolicy } from "../disclosure/disclosure-policy.js";
import type { ProtectedPublication } from "../publication/compute-publication.js";
import {
  type PublicationEntry,
  PublicationEntryKind,
  type WithheldCount,
} from "./publication-entry.entity.js";

/** How publications are protected; another way has another name. */
const method = "JOINT_SUPPRESSION_1";

/** After how many months the risk of what is public is assessed again; the privacy officer signs it. */
const monthsToReassessment = 12;

const purpose = {
  fr: "Informer le public de l'état du partenariat avec les usagers et ses proches dans le réseau.",
  en: "Inform the public of the state of partnership with users and their relatives in the network.",
  status: "PROPOSED",
} as const;

/** A vintage about to appear, as the register keeps it. */
export interface AppearedVintage extends ProtectedPublication {
  readonly vintage: string;
  readonly number: number;
  readonly campaign: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** The entry of a publication: method, parameters and measured risk., r. 0.1, s. 9. */
export const publishedEntry = (appeared: AppearedVintage): PublicationEntry => ({
  vintage: appeared.vintage,
  kind: PublicationEntryKind.PUBLISHED,
  campaign: appeared.campaign,
  at: appeared.at,
  by: appeared.by,
  purpose: purpose as PublicationEntry["purpose"],
  reason: appeared.reason,
  method,
  parameters: disclosurePolicy,
  risk: {
    observations: appeared.rows.length,
    withheld: withheldByReason(appeared.rows),
    judged: appeared.judged,
    insiders: appeared.insiders,
    narrowest: appeared.narrowest,
    alreadyTold: appeared.alreadyTold.length,
  },
  reassessOn: monthsLater(dayInToronto(appeared.at), monthsToReassessment),
  replaces: appeared.number > 1 ? `${appeared.campaign}.${appeared.number - 1}` : null,
});

/** The entry of a withdrawal. */
export const withdrawnEntry = (
  withdrawn: Pick<PublicationEntry, "vintage" | "campaign" | "at" | "by" | "reason">,
): PublicationEntry => ({
  ...withdrawn,
  kind: PublicationEntryKind.WITHDRAWN,
  purpose: purpose as PublicationEntry["purpose"],
  method: null,
  parameters: null,
  risk: null,
  reassessOn: null,
  replaces: null,
});

/** How many rows are withheld for each reason, in the order of their codes. */
export function withheldByReason(
  rows: readonly { readonly status: string; readonly reason: string | null }[],
): WithheldCount[] {
  const counts = new Map<string, number>();
  for (const { status, reason } of rows)
    if (status === "SUPPRESSED" && reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([reason, count]) => ({ reason, count }));
}

// A day that the month does not have becomes its last one.
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}
