import { inBatches, nobody, type Place, type Snapshot } from "./verification.repository.js";

/** A reminder as it is kept, and what the audit says of those of that instant. */
export interface KeptReminder {
  readonly id: string;
  readonly campaign: string;
  readonly office: string;
  readonly chain: string;
  readonly message: string;
  readonly remindedBy: string;
  readonly told: readonly {
    readonly sequence: number;
    readonly actor: string;
    readonly hash: string | null;
  }[];
}

/** Every reminder. */
export const remindersInOrder = (snapshot: Snapshot, batch: number): AsyncGenerator<KeptReminder> =>
  inBatches<KeptReminder>((after) =>
    snapshot.query(
      `SELECT id, campaign, office, establishment AS chain, message, reminded_by AS "remindedBy",
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('sequence', sequence, 'actor', actor, 'hash', after_hash)
            ORDER BY sequence), '[]')
          FROM quality_indicators.audit_entry AS entry
          WHERE event = 'REMINDED' AND entry.chain = establishment AND entry.subject = campaign
            AND entry.at = reminded_at) AS told
       FROM quality_indicators.reminder WHERE id > $1 ORDER BY id LIMIT $2`,
      [after?.id ?? nobody, batch],
    ),
  );

/** The last entry of each instant that tells of more reminders of an establishment than there are. */
export const findEntriesWithoutReminder = (
  snapshot: Snapshot,
): Promise<(Place & { readonly campaign: string })[]> =>
  snapshot.query(
    `SELECT chain, max(sequence) AS sequence, subject AS campaign FROM quality_indicators.audit_entry AS entry
     WHERE event = 'REMINDED' GROUP BY chain, subject, at
     HAVING count(*) > (SELECT count(*) FROM quality_indicators.reminder
       WHERE establishment = chain AND campaign = subject AND reminded_at = at)
     ORDER BY 1, 2`,
  );
