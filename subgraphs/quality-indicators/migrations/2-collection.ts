import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the offices send and what becomes of it: protected rows only, but for the form itself. */
export class Collection implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Collection1763760000002";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(formTable);
    await runner.query(protectedTables);
    await runner.query(guard);
    await runner.query(grants);
    await runner.query(establishmentPolicies);
    await runner.query(stewardPolicies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE quality_indicators.audit_entry, quality_indicators.idempotency_key,
        quality_indicators.submission_revision, quality_indicators.submission, quality_indicators.frame,
        quality_indicators.campaign_window, quality_indicators_published.instrument;
      DROP FUNCTION quality_indicators.caller_establishment(), quality_indicators.caller_subject(),
        quality_indicators.caller_has_scope(text), quality_indicators.caller_is_steward();
    `);
  }
}

// The form is a reference fact: planted again, whole, when its wording changes; nothing refers to it by key.
const formTable = `
  CREATE TABLE quality_indicators_published.instrument (
    code text PRIMARY KEY,
    version text NOT NULL,
    title jsonb NOT NULL,
    preamble jsonb,
    notice jsonb NOT NULL,
    sections jsonb NOT NULL,
    questions jsonb NOT NULL,
    provenance jsonb
  );
`;

const protectedTables = `
  CREATE TABLE quality_indicators.campaign_window (
    campaign text PRIMARY KEY,
    opens_at timestamptz,
    closes_at timestamptz,
    lock_at timestamptz,
    CHECK (opens_at < closes_at AND closes_at <= lock_at)
  );
  -- The expected offices, frozen at opening: completeness and every total use them only.
  CREATE TABLE quality_indicators.frame (
    campaign text NOT NULL REFERENCES quality_indicators.campaign_window,
    office text NOT NULL,
    establishment text NOT NULL,
    region text NOT NULL,
    region_group text NOT NULL,
    peer_group text,
    in_universe_32 boolean NOT NULL,
    in_universe_35 boolean NOT NULL,
    names jsonb NOT NULL,
    PRIMARY KEY (campaign, office),
    UNIQUE (campaign, office, establishment)
  );
  CREATE TABLE quality_indicators.submission (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign text NOT NULL,
    office text NOT NULL,
    establishment text NOT NULL,
    state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
    current_revision integer NOT NULL CHECK (current_revision > 0),
    approved_revision integer CHECK (approved_revision <= current_revision),
    approved_by text,
    approved_at timestamptz,
    published_revision integer CHECK (published_revision <= current_revision),
    -- V02: one live submission an office and campaign.
    UNIQUE (campaign, office),
    FOREIGN KEY (campaign, office, establishment) REFERENCES quality_indicators.frame (campaign, office, establishment),
    CHECK ((approved_revision IS NULL) = (approved_by IS NULL) AND (approved_revision IS NULL) = (approved_at IS NULL))
  );
  CREATE INDEX ON quality_indicators.submission (establishment);
  CREATE TABLE quality_indicators.submission_revision (
    submission uuid NOT NULL REFERENCES quality_indicators.submission,
    revision integer NOT NULL CHECK (revision > 0),
    responses jsonb NOT NULL,
    submitted_by text NOT NULL,
    submitted_at timestamptz NOT NULL,
    mode text NOT NULL CHECK (mode IN ('DRAFT', 'SUBMIT')),
    reason text,
    notice_version text,
    synthetic boolean NOT NULL,
    payload_hash text NOT NULL,
    receipt text NOT NULL,
    PRIMARY KEY (submission, revision)
  );
  CREATE TABLE quality_indicators.idempotency_key (
    campaign text NOT NULL,
    office text NOT NULL,
    establishment text NOT NULL,
    key text NOT NULL,
    payload_hash text NOT NULL,
    result jsonb NOT NULL,
    PRIMARY KEY (campaign, office, key)
  );
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
`;

const tables = [
  "campaign_window",
  "frame",
  "submission",
  "submission_revision",
  "idempotency_key",
  "audit_entry",
];

// Settings are local to a transaction and empty after it: an empty or missing one stands for nobody.
const guard = `
  CREATE FUNCTION quality_indicators.caller_establishment() RETURNS text LANGUAGE sql STABLE
    RETURN NULLIF(current_setting('hub.establishment', true), '');
  CREATE FUNCTION quality_indicators.caller_subject() RETURNS text LANGUAGE sql STABLE
    RETURN NULLIF(current_setting('hub.subject', true), '');
  CREATE FUNCTION quality_indicators.caller_has_scope(scope text) RETURNS boolean LANGUAGE sql STABLE
    RETURN COALESCE(scope = ANY (string_to_array(current_setting('hub.scopes', true), ' ')), false);
  CREATE FUNCTION quality_indicators.caller_is_steward() RETURNS boolean LANGUAGE sql STABLE
    RETURN COALESCE(string_to_array(current_setting('hub.scopes', true), ' ')
      && ARRAY['steward:collect', 'steward:publish', 'steward:privacy'], false);
  ${tables
    .map(
      (table) => `
  ALTER TABLE quality_indicators.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators.${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON quality_indicators.${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');`,
    )
    .join("")}
`;

// Revisions, keys and the audit can be added to and read, never changed or removed.
const grants = `
  GRANT USAGE ON SCHEMA quality_indicators TO hub_establishment, hub_steward;
  GRANT SELECT ON quality_indicators.seed TO hub_establishment, hub_steward;
  GRANT SELECT ON quality_indicators.campaign_window, quality_indicators.frame, quality_indicators.submission,
    quality_indicators.submission_revision, quality_indicators.audit_entry TO hub_establishment, hub_steward;
  GRANT INSERT ON quality_indicators.audit_entry TO hub_establishment, hub_steward;
  GRANT INSERT ON quality_indicators.submission, quality_indicators.submission_revision TO hub_establishment;
  GRANT SELECT, INSERT ON quality_indicators.idempotency_key TO hub_establishment;
  GRANT UPDATE (state, current_revision) ON quality_indicators.submission TO hub_establishment;
  GRANT UPDATE (state, approved_revision, approved_by, approved_at, published_revision)
    ON quality_indicators.submission TO hub_steward;
`;

const establishmentPolicies = `
  CREATE POLICY read_by_senders ON quality_indicators.campaign_window FOR SELECT TO hub_establishment
    USING (quality_indicators.caller_establishment() IS NOT NULL);
  CREATE POLICY own_offices ON quality_indicators.frame FOR SELECT TO hub_establishment
    USING (establishment = quality_indicators.caller_establishment());
  CREATE POLICY own_rows ON quality_indicators.submission FOR SELECT TO hub_establishment
    USING (establishment = quality_indicators.caller_establishment());
  CREATE POLICY own_first_push ON quality_indicators.submission FOR INSERT TO hub_establishment
    WITH CHECK (establishment = quality_indicators.caller_establishment() AND state IN ('DRAFT', 'SUBMITTED')
      AND current_revision = 1 AND approved_revision IS NULL AND published_revision IS NULL);
  CREATE POLICY own_next_push ON quality_indicators.submission FOR UPDATE TO hub_establishment
    USING (establishment = quality_indicators.caller_establishment())
    WITH CHECK (establishment = quality_indicators.caller_establishment() AND state IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN'));
  CREATE POLICY own_revisions ON quality_indicators.submission_revision FOR SELECT TO hub_establishment
    USING (submission IN (SELECT id FROM quality_indicators.submission));
  CREATE POLICY own_new_revision ON quality_indicators.submission_revision FOR INSERT TO hub_establishment
    WITH CHECK (submission IN (SELECT id FROM quality_indicators.submission)
      AND submitted_by = quality_indicators.caller_subject());
  CREATE POLICY own_keys ON quality_indicators.idempotency_key FOR SELECT TO hub_establishment
    USING (establishment = quality_indicators.caller_establishment());
  CREATE POLICY own_new_key ON quality_indicators.idempotency_key FOR INSERT TO hub_establishment
    WITH CHECK (establishment = quality_indicators.caller_establishment()
      AND office IN (SELECT office FROM quality_indicators.frame));
  CREATE POLICY own_history ON quality_indicators.audit_entry FOR SELECT TO hub_establishment
    USING (submission IN (SELECT id FROM quality_indicators.submission));
  CREATE POLICY own_new_event ON quality_indicators.audit_entry FOR INSERT TO hub_establishment
    WITH CHECK (submission IN (SELECT id FROM quality_indicators.submission)
      AND actor = quality_indicators.caller_subject()
      AND event IN ('CREATED', 'REVISED', 'VALIDATED', 'CORRECTED', 'WITHDRAWN'));
`;

const stewardPolicies = `
  ${["campaign_window", "frame", "submission", "submission_revision", "audit_entry"]
    .map(
      (table) => `
  CREATE POLICY read_by_stewards ON quality_indicators.${table} FOR SELECT TO hub_steward
    USING (quality_indicators.caller_is_steward());`,
    )
    .join("")}
  CREATE POLICY decided_by_collectors ON quality_indicators.submission FOR UPDATE TO hub_steward
    USING (quality_indicators.caller_has_scope('steward:collect'))
    WITH CHECK (quality_indicators.caller_has_scope('steward:collect') AND (state = 'RETURNED'
      -- V24: who sent a revision does not approve it.
      OR (state = 'APPROVED' AND approved_by = quality_indicators.caller_subject() AND NOT EXISTS (
        SELECT FROM quality_indicators.submission_revision AS sent
        WHERE sent.submission = submission.id AND sent.revision = approved_revision AND sent.submitted_by = approved_by))));
  CREATE POLICY marked_by_publishers ON quality_indicators.submission FOR UPDATE TO hub_steward
    USING (quality_indicators.caller_has_scope('steward:publish'))
    WITH CHECK (quality_indicators.caller_has_scope('steward:publish')
      AND approved_by <> quality_indicators.caller_subject() AND published_revision = approved_revision);
  CREATE POLICY event_of_collectors ON quality_indicators.audit_entry FOR INSERT TO hub_steward
    WITH CHECK (quality_indicators.caller_has_scope('steward:collect') AND actor = quality_indicators.caller_subject()
      AND event IN ('RETURNED', 'APPROVED', 'UNAPPROVED', 'LOCK_EXCEPTION'));
  CREATE POLICY event_of_publishers ON quality_indicators.audit_entry FOR INSERT TO hub_steward
    WITH CHECK (quality_indicators.caller_has_scope('steward:publish') AND actor = quality_indicators.caller_subject()
      AND event = 'PUBLISHED');
`;
