import type { QueryRunner } from "typeorm";
import type { HubMigration } from "../../shared/migration/hub-migration.js";
import { isSentByCaller, isWrittenAnytime, isWrittenNow } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";

/** What stewards remind offices of: added to, read by its own office, never changed; each reminder stands in the audit. */
export class Reminders implements HubMigration {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Reminders1763760000222";
  // The rule of what entries tell of is written anew, wider: who knows the migration before goes on.
  readonly contracts = "Changes1763760000140";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(access);
    await runner.query(isWrittenNow(schemas, instant));
    await runner.query(`
      ${entriesTell("'LOCK_EXCEPTION', 'REMINDED'")};
      ${evidenceOf("NEW.event <> 'REMINDED'")}
      ${evidenceOfReminders}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The audit forgets nothing: the entries of reminders stay.
    await runner.query(`
      DROP POLICY event_of_reminders ON quality_indicators.audit_entry;
      DROP TRIGGER evidence_of_reminders ON quality_indicators.audit_entry;
      DROP FUNCTION quality_indicators.guard_reminder_evidence();
      ${evidenceOf(null)}
      ${entriesTell("'LOCK_EXCEPTION'")} NOT VALID;
      ${isWrittenAnytime(instant)}
      DROP TABLE quality_indicators.reminder;
    `);
  }
}

const schemas = schemasOf("quality-indicators");
const instant = { table: "quality_indicators.reminder", column: "reminded_at", on: "INSERT" } as const;

const table = `
  CREATE TABLE quality_indicators.reminder (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign text NOT NULL,
    office text NOT NULL,
    establishment text NOT NULL,
    message text NOT NULL CHECK (btrim(message) <> '' AND char_length(message) <= 2000),
    reminded_by text NOT NULL,
    reminded_at timestamptz NOT NULL,
    FOREIGN KEY (campaign, office, establishment) REFERENCES quality_indicators.frame (campaign, office, establishment)
  );
  -- Two clicks remind once: the same words reach an office once a day of Toronto. A text may be longer than an index takes.
  CREATE UNIQUE INDEX once_a_day ON quality_indicators.reminder
    (campaign, office, ((reminded_at AT TIME ZONE 'America/Toronto')::date), hashtextextended(message, 0));
`;

const isCollector = "quality_indicators.caller_has_scope('steward:collect')";
const subject = "quality_indicators.caller_subject()";

// Who reminded an office is the collection's to know: an establishment reads what it is told, and when.
const access = `
  ALTER TABLE quality_indicators.reminder ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators.reminder FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON quality_indicators.reminder TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  GRANT SELECT (campaign, office, establishment, message, reminded_at) ON quality_indicators.reminder TO hub_establishment;
  GRANT SELECT ON quality_indicators.reminder TO hub_steward;
  GRANT INSERT (campaign, office, establishment, message, reminded_by, reminded_at)
    ON quality_indicators.reminder TO hub_steward;
  CREATE POLICY own_reminders ON quality_indicators.reminder FOR SELECT TO hub_establishment
    USING (establishment = quality_indicators.caller_establishment());
  CREATE POLICY read_by_stewards ON quality_indicators.reminder FOR SELECT TO hub_steward
    USING (${isCollector} OR quality_indicators.caller_has_scope('steward:publish'));
  CREATE POLICY added_by_collectors ON quality_indicators.reminder FOR INSERT TO hub_steward
    WITH CHECK (${isCollector} AND reminded_by = ${subject}
      AND EXISTS (SELECT FROM quality_indicators.campaign_window AS plan
        WHERE plan.campaign = reminder.campaign AND plan.opens_at <= reminded_at)
      -- Nobody is reminded of what was sent already.
      AND NOT EXISTS (SELECT FROM quality_indicators.submission AS sent
        WHERE sent.campaign = reminder.campaign AND sent.office = reminder.office
          AND (sent.state IN ('SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED')
            OR (sent.state = 'DRAFT' AND sent.approved_revision IS NOT NULL))));
`;

/** What an entry tells of, by its event; the given events are those of an office, with or without a submission. */
const entriesTell = (ofOffices: string): string => `
  ALTER TABLE quality_indicators.audit_entry DROP CONSTRAINT audit_entry_check;
  ALTER TABLE quality_indicators.audit_entry ADD CONSTRAINT audit_entry_check CHECK (CASE
    WHEN event = 'PUBLISHED' AND chain = 'HUB' THEN submission IS NULL AND subject IS NOT NULL
    WHEN event IN ('CREATED', 'REVISED', 'VALIDATED', 'RETURNED', 'APPROVED', 'UNAPPROVED', 'PUBLISHED', 'CORRECTED',
      'WITHDRAWN') THEN submission IS NOT NULL AND revision IS NOT NULL
    WHEN event IN (${ofOffices}) THEN submission IS NOT NULL OR subject IS NOT NULL
    WHEN event IN ('CAMPAIGN_OPENED', 'INDICATOR_DEFINED', 'CO_CONSTRUCTION_RECORDED', 'PROGRESS_DECLARED',
      'VINTAGE_WITHDRAWAL_ASKED', 'VINTAGE_WITHDRAWN') THEN submission IS NULL AND subject IS NOT NULL
    ELSE false END)`;

/** The trigger that asks evidence of the events of callers; of those only that the condition names, if there is one. */
const evidenceOf = (condition: string | null): string => `
  DROP TRIGGER evidence ON quality_indicators.audit_entry;
  CREATE TRIGGER evidence BEFORE INSERT ON quality_indicators.audit_entry
    FOR EACH ROW WHEN (${isSentByCaller}${condition === null ? "" : ` AND ${condition}`})
    EXECUTE FUNCTION quality_indicators.guard_evidence();`;

// An entry tells of a reminder that this very transaction wrote, in its words, in the chain of its establishment.
const evidenceOfReminders = `
  CREATE FUNCTION quality_indicators.guard_reminder_evidence() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    writing xid := pg_current_xact_id()::xid;
  BEGIN
    IF EXISTS (SELECT FROM quality_indicators.reminder AS evidence
      WHERE evidence.establishment = NEW.chain AND evidence.campaign = NEW.subject AND evidence.message = NEW.reason
        AND evidence.reminded_by = NEW.actor AND evidence.reminded_at = NEW.at AND evidence.xmin = writing)
    THEN
      RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING CONSTRAINT = 'event_is_evident',
      MESSAGE = 'audit_entry: REMINDED tells of nothing that this transaction wrote';
  END $$;
  REVOKE ALL ON FUNCTION quality_indicators.guard_reminder_evidence() FROM PUBLIC;
  CREATE TRIGGER evidence_of_reminders BEFORE INSERT ON quality_indicators.audit_entry
    FOR EACH ROW WHEN (${isSentByCaller} AND NEW.event = 'REMINDED')
    EXECUTE FUNCTION quality_indicators.guard_reminder_evidence();
  CREATE POLICY event_of_reminders ON quality_indicators.audit_entry FOR INSERT TO hub_steward
    WITH CHECK (${isCollector} AND actor = ${subject} AND event = 'REMINDED');
`;
