const fields = "submission, event, revision, actor, at, reason, vintage, before_hash, after_hash";
const seeding = "(current_setting('hub.seeding', true) = 'on')";
const isSigned = "actor = quality_indicators.caller_subject()";

/** The audit as it stood before its entries were chained: what the migration of the chains gives back. */
export const formerAuditEntry = `
  CREATE TABLE quality_indicators.audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission uuid NOT NULL REFERENCES quality_indicators.submission,
    event text NOT NULL CHECK (event IN ('CREATED', 'REVISED', 'VALIDATED', 'RETURNED', 'APPROVED', 'UNAPPROVED',
      'PUBLISHED', 'CORRECTED', 'WITHDRAWN', 'LOCK_EXCEPTION')),
    revision integer NOT NULL,
    actor text NOT NULL,
    at timestamptz NOT NULL,
    reason text,
    vintage text,
    before_hash text,
    after_hash text
  );
  CREATE INDEX ON quality_indicators.audit_entry (submission);
  ALTER TABLE quality_indicators.audit_entry ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators.audit_entry FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON quality_indicators.audit_entry TO hub_owner USING ${seeding} WITH CHECK ${seeding};
  GRANT SELECT, INSERT (${fields}) ON quality_indicators.audit_entry TO hub_establishment, hub_steward;
  CREATE POLICY own_history ON quality_indicators.audit_entry FOR SELECT TO hub_establishment
    USING (submission IN (SELECT id FROM quality_indicators.submission));
  CREATE POLICY own_new_event ON quality_indicators.audit_entry FOR INSERT TO hub_establishment
    WITH CHECK (submission IN (SELECT id FROM quality_indicators.submission) AND ${isSigned}
      AND event IN ('CREATED', 'REVISED', 'VALIDATED', 'CORRECTED', 'WITHDRAWN'));
  CREATE POLICY read_by_stewards ON quality_indicators.audit_entry FOR SELECT TO hub_steward
    USING (quality_indicators.caller_is_steward());
  CREATE POLICY event_of_collectors ON quality_indicators.audit_entry FOR INSERT TO hub_steward
    WITH CHECK (quality_indicators.caller_has_scope('steward:collect') AND ${isSigned}
      AND event IN ('RETURNED', 'APPROVED', 'UNAPPROVED', 'LOCK_EXCEPTION'));
  CREATE POLICY event_of_publishers ON quality_indicators.audit_entry FOR INSERT TO hub_steward
    WITH CHECK (quality_indicators.caller_has_scope('steward:publish') AND ${isSigned} AND event = 'PUBLISHED');
`;
