import { hashOf } from "../../shared/canonical-json.js";
import { findingOf, type FindingReport } from "./finding.js";
import type { KeptReminder } from "./kept-reminders.repository.js";

/** Checks that an entry of its instant tells of a reminder, in its words and by who reminded. */
export function verifyReminder(kept: KeptReminder, report: FindingReport): void {
  const { id, campaign, office, chain, message, remindedBy, told } = kept;
  const hash = hashOf({ campaign, office, message });
  if (told.some((entry) => entry.hash === hash && entry.actor === remindedBy)) return;
  const sequence = told.length === 1 ? (told[0]?.sequence ?? null) : null;
  report(findingOf("REMINDER_CHANGED", { chain, sequence }, { reminder: id, office }));
}
