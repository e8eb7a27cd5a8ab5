import type { EntityManager } from "typeorm";
import { hasSent, type OfficeProgress } from "../completeness/office-progress.js";
import type { Reminder } from "./reminder.entity.js";

type KeptReminder = Omit<Reminder, "isAnswered"> & Pick<OfficeProgress, "state" | "approvedRevision">;

/** The reminders that the caller may see, of one campaign or of all, the newest first. */
export async function findReminders(manager: EntityManager, campaign: string | null): Promise<Reminder[]> {
  const kept = (await manager.query(
    `SELECT reminder.campaign, reminder.office, reminder.establishment AS "establishmentCode", reminder.message,
       reminder.reminded_at AS "remindedAt", submission.state, submission.approved_revision AS "approvedRevision"
     FROM quality_indicators.reminder
     LEFT JOIN quality_indicators.submission
       ON submission.campaign = reminder.campaign AND submission.office = reminder.office
     WHERE $1::text IS NULL OR reminder.campaign = $1
     ORDER BY reminder.reminded_at DESC, reminder.campaign, reminder.office, reminder.message`,
    [campaign],
  )) as KeptReminder[];
  return kept.map(({ state, approvedRevision, ...reminder }) => ({
    ...reminder,
    isAnswered: hasSent({ state, approvedRevision }),
  }));
}

/** A reminder to keep: the same words to several offices. */
export interface NewReminder {
  readonly campaign: string;
  readonly offices: readonly Pick<OfficeProgress, "office" | "establishment">[];
  readonly message: string;
  readonly remindedBy: string;
  readonly remindedAt: Date;
}

/** Adds a reminder an office, and tells which offices had not got it that day; none is ever changed. One statement. */
export async function insertReminders(
  manager: EntityManager,
  { campaign, offices, message, remindedBy, remindedAt }: NewReminder,
): Promise<ReadonlySet<string>> {
  const added = (await manager.query(
    `INSERT INTO quality_indicators.reminder (campaign, office, establishment, message, reminded_by, reminded_at)
     SELECT $1, office, establishment, $4, $5, $6 FROM unnest($2::text[], $3::text[]) AS asked (office, establishment)
     ORDER BY office
     ON CONFLICT DO NOTHING RETURNING office`,
    [
      campaign,
      offices.map(({ office }) => office),
      offices.map(({ establishment }) => establishment),
      message,
      remindedBy,
      remindedAt,
    ],
  )) as { office: string }[];
  return new Set(added.map(({ office }) => office));
}
