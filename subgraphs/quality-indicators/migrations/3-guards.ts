import type { MigrationInterface, QueryRunner } from "typeorm";

/** The borders that the database keeps by itself, whatever statement a service or an intruder sends it. */
export class Guards implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Guards1763760000044";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(publishedPolicies);
    await runner.query(submissionGuard);
    await runner.query(revisionGuard);
    await runner.query(appendOnly);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE INSERT (${auditColumns}) ON quality_indicators.audit_entry FROM hub_establishment, hub_steward;
      GRANT INSERT ON quality_indicators.audit_entry TO hub_establishment, hub_steward;
      ALTER POLICY own_new_key ON quality_indicators.idempotency_key
        WITH CHECK (establishment = quality_indicators.caller_establishment()
          AND office IN (SELECT office FROM quality_indicators.frame));
      ALTER TABLE quality_indicators.submission DROP CONSTRAINT current_revision_exists;
      DROP TRIGGER guard ON quality_indicators.submission_revision;
      DROP TRIGGER guard ON quality_indicators.submission;
      DROP FUNCTION quality_indicators.guard_revision(), quality_indicators.guard_submission();
      DROP POLICY withdrawn_by_publishers ON quality_indicators_published.vintage;
      ${publicationTables
        .map(
          (table) => `
      DROP POLICY read_by_all ON ${table};
      DROP POLICY added_by_publishers ON ${table};
      DROP POLICY seeding ON ${table};
      ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`,
        )
        .join("")}
    `);
  }
}

const publicationTables = [
  "quality_indicators_published.vintage",
  "quality_indicators_published.observation",
];

const isPublisher =
  "quality_indicators.caller_has_scope('steward:publish') AND quality_indicators.caller_subject() IS NOT NULL";

const publishedPolicies = `${publicationTables
  .map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON ${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY read_by_all ON ${table} FOR SELECT
    TO hub_public, hub_researcher, hub_establishment, hub_steward USING (true);
  CREATE POLICY added_by_publishers ON ${table} FOR INSERT TO hub_steward WITH CHECK (${isPublisher});`,
  )
  .join("")}
  CREATE POLICY withdrawn_by_publishers ON quality_indicators_published.vintage FOR UPDATE TO hub_steward
    USING (${isPublisher}) WITH CHECK (${isPublisher});
`;

// Seeds plant rows that went all the way already; an administrator stands above row-level security and triggers alike.
const guarded = (table: string): string => `
    FOR EACH ROW WHEN (row_security_active('${table}')
      AND NOT (current_user = 'hub_owner' AND COALESCE(current_setting('hub.seeding', true), '') = 'on'))`;

/*
 * The steps of a submission after its first push; what a step does not name stays as it was:
 *
 *   by                 from        to                what changes
 *   the establishment  any state   DRAFT, SUBMITTED  current_revision + 1
 *   steward:collect    SUBMITTED   APPROVED          approved_*: the current revision, by the caller, who did not send it
 *   steward:collect    SUBMITTED   RETURNED          nothing else
 *   steward:publish    APPROVED    PUBLISHED         published_revision = approved_revision, which another approved
 *   steward:publish    any other   the same          likewise: a correction waits while the revision before it is published
 */
export const firstSteps = `
  CREATE OR REPLACE FUNCTION quality_indicators.guard_submission() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  DECLARE
    subject text := quality_indicators.caller_subject();
    sent quality_indicators.submission_revision;
    legal quality_indicators.submission := OLD;
    is_allowed boolean;
  BEGIN
    IF current_user = 'hub_establishment' THEN
      is_allowed := NEW.state IN ('DRAFT', 'SUBMITTED');
      legal.state := NEW.state;
      legal.current_revision := OLD.current_revision + 1;
    ELSIF OLD.state = 'SUBMITTED' AND NEW.state = 'APPROVED' THEN
      SELECT * INTO sent FROM quality_indicators.submission_revision
        WHERE submission = OLD.id AND revision = OLD.current_revision;
      is_allowed := quality_indicators.caller_has_scope('steward:collect')
        AND sent.submitted_by <> subject AND NEW.approved_at >= sent.submitted_at;
      legal.state := 'APPROVED';
      legal.approved_revision := OLD.current_revision;
      legal.approved_by := subject;
      legal.approved_at := NEW.approved_at;
    ELSIF OLD.state = 'SUBMITTED' AND NEW.state = 'RETURNED' THEN
      is_allowed := quality_indicators.caller_has_scope('steward:collect');
      legal.state := 'RETURNED';
    ELSE
      is_allowed := quality_indicators.caller_has_scope('steward:publish')
        AND OLD.approved_by <> subject AND OLD.state <> 'WITHDRAWN';
      legal.state := CASE OLD.state WHEN 'APPROVED' THEN 'PUBLISHED' ELSE OLD.state END;
      legal.published_revision := OLD.approved_revision;
    END IF;
    IF subject IS NULL OR is_allowed IS NOT TRUE OR NEW IS DISTINCT FROM legal THEN
      RAISE insufficient_privilege
        USING MESSAGE = format('submission: not a step of this caller (%s to %s)', OLD.state, NEW.state);
    END IF;
    RETURN NEW;
  END $$;
`;

const submissionGuard = `
  ${firstSteps}
  CREATE TRIGGER guard BEFORE UPDATE ON quality_indicators.submission
    ${guarded("quality_indicators.submission")} EXECUTE FUNCTION quality_indicators.guard_submission();
`;

// A push moves its submission on first and adds the revision then: at the end of the transaction both are there.
const revisionGuard = `
  CREATE FUNCTION quality_indicators.guard_revision() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  DECLARE
    place quality_indicators.submission;
    last_revision integer;
    last_instant timestamptz;
  BEGIN
    SELECT * INTO place FROM quality_indicators.submission WHERE id = NEW.submission;
    SELECT max(revision), max(submitted_at) INTO last_revision, last_instant
      FROM quality_indicators.submission_revision WHERE submission = NEW.submission;
    IF (NEW.revision = place.current_revision
        AND NEW.revision = COALESCE(last_revision, 0) + 1
        AND NEW.submitted_by = quality_indicators.caller_subject()
        AND NEW.submitted_at >= COALESCE(last_instant, '-infinity')
        AND NEW.mode = CASE place.state WHEN 'SUBMITTED' THEN 'SUBMIT' ELSE place.state END
        -- What a demonstration receives is synthetic too.
        AND (NEW.synthetic OR NOT EXISTS (SELECT FROM quality_indicators.seed WHERE name = 'demo'))) IS NOT TRUE
    THEN
      RAISE insufficient_privilege USING MESSAGE = 'submission_revision: not the next revision of its submission';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard BEFORE INSERT ON quality_indicators.submission_revision
    ${guarded("quality_indicators.submission_revision")} EXECUTE FUNCTION quality_indicators.guard_revision();
  ALTER TABLE quality_indicators.submission ADD CONSTRAINT current_revision_exists
    FOREIGN KEY (id, current_revision) REFERENCES quality_indicators.submission_revision (submission, revision)
    DEFERRABLE INITIALLY DEFERRED;
`;

const auditColumns = "submission, event, revision, actor, at, reason, vintage, before_hash, after_hash";

// The number of an event tells its place in the history: nobody chooses it. A key serves a campaign that expects the office.
const appendOnly = `
  REVOKE INSERT ON quality_indicators.audit_entry FROM hub_establishment, hub_steward;
  GRANT INSERT (${auditColumns}) ON quality_indicators.audit_entry TO hub_establishment, hub_steward;
  ALTER POLICY own_new_key ON quality_indicators.idempotency_key
    WITH CHECK (establishment = quality_indicators.caller_establishment()
      AND (campaign, office) IN (SELECT campaign, office FROM quality_indicators.frame));
`;
