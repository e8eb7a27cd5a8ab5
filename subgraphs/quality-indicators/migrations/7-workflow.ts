import type { MigrationInterface, QueryRunner } from "typeorm";
import { firstSteps } from "./3-guards.js";

/** What the database holds of the workflow: withdrawals, approvals taken back, lock exceptions, embargoes. */
export class Workflow implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Workflow1763760000080";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(access);
    await runner.query(submissionGuard);
    await runner.query(`
      ALTER POLICY decided_by_collectors ON quality_indicators.submission WITH CHECK (${isDecision("'RETURNED', 'WITHDRAWN'")});
      ALTER POLICY added_by_publishers ON quality_indicators_published.vintage WITH CHECK (${isPublisher} AND ${isOutOfEmbargo});
      ALTER POLICY added_by_publishers ON quality_indicators_published.observation WITH CHECK (${isPublisher} AND ${isOfNewVintage});
      DROP POLICY withdrawn_by_publishers ON quality_indicators_published.vintage;
      ${withdrawal}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(firstSteps);
    await runner.query(`
      DROP POLICY withdrawn_by_two ON quality_indicators_published.vintage;
      CREATE POLICY withdrawn_by_publishers ON quality_indicators_published.vintage FOR UPDATE TO hub_steward
        USING (${isPublisher}) WITH CHECK (${isPublisher});
      ALTER POLICY added_by_publishers ON quality_indicators_published.observation WITH CHECK (${isPublisher});
      ALTER POLICY added_by_publishers ON quality_indicators_published.vintage WITH CHECK (${isPublisher});
      ALTER POLICY decided_by_collectors ON quality_indicators.submission WITH CHECK (${isDecision("'RETURNED'")});
      DROP TABLE quality_indicators.vintage_withdrawal, quality_indicators.lock_exception;
    `);
  }
}

const tables = `
  -- V23: until when one office may still send its figures once the campaign is locked.
  CREATE TABLE quality_indicators.lock_exception (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign text NOT NULL,
    office text NOT NULL,
    establishment text NOT NULL,
    ends_at timestamptz NOT NULL,
    reason text NOT NULL CHECK (btrim(reason) <> ''),
    granted_by text NOT NULL,
    granted_at timestamptz NOT NULL,
    FOREIGN KEY (campaign, office, establishment) REFERENCES quality_indicators.frame (campaign, office, establishment),
    CHECK (granted_at < ends_at)
  );
  CREATE INDEX ON quality_indicators.lock_exception (campaign, office);
  -- Who asked first that a vintage be withdrawn; the withdrawal itself takes a second person.
  CREATE TABLE quality_indicators.vintage_withdrawal (
    vintage text PRIMARY KEY REFERENCES quality_indicators_published.vintage,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    answers_for_privacy boolean NOT NULL,
    reason text NOT NULL CHECK (btrim(reason) <> '')
  );
`;

const hasScope = (scope: string): string => `quality_indicators.caller_has_scope('${scope}')`;
const subject = "quality_indicators.caller_subject()";
const isPublisher = `${hasScope("steward:publish")} AND ${subject} IS NOT NULL`;
const mayWithdraw = `(${hasScope("steward:publish")} OR ${hasScope("steward:privacy")})`;

// Both can be added to and read, never changed or removed.
const access = `
  ${["lock_exception", "vintage_withdrawal"]
    .map(
      (table) => `
  ALTER TABLE quality_indicators.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators.${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON quality_indicators.${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY read_by_stewards ON quality_indicators.${table} FOR SELECT TO hub_steward
    USING (quality_indicators.caller_is_steward());
  GRANT SELECT, INSERT ON quality_indicators.${table} TO hub_steward;`,
    )
    .join("")}
  GRANT SELECT ON quality_indicators.lock_exception TO hub_establishment;
  CREATE POLICY own_exceptions ON quality_indicators.lock_exception FOR SELECT TO hub_establishment
    USING (establishment = quality_indicators.caller_establishment());
  CREATE POLICY granted_by_collectors ON quality_indicators.lock_exception FOR INSERT TO hub_steward
    WITH CHECK (${hasScope("steward:collect")} AND granted_by = ${subject} AND granted_at >= (
      SELECT COALESCE(lock_at, closes_at) FROM quality_indicators.campaign_window AS locked
      WHERE locked.campaign = lock_exception.campaign));
  CREATE POLICY asked_by_stewards ON quality_indicators.vintage_withdrawal FOR INSERT TO hub_steward
    WITH CHECK (${mayWithdraw} AND asked_by = ${subject} AND answers_for_privacy = ${hasScope("steward:privacy")});
`;

/*
 * The steps of a submission after its first push; what a step does not name stays as it was:
 *
 *   by                 from           to                what changes
 *   the establishment  any state      DRAFT, SUBMITTED  current_revision + 1; a withdrawn submission is live again
 *   or steward:collect on its behalf
 *   the establishment  any but the    WITHDRAWN         approved_*: none, whatever was approved before; what a vintage
 *   or steward:collect same                             was made of stays in published_revision
 *   steward:collect    SUBMITTED      APPROVED          approved_*: the current revision, by the caller, who did not send it
 *   steward:collect    SUBMITTED      RETURNED          nothing else
 *   steward:collect    APPROVED       RETURNED          approved_*: those of the published revision, as the audit tells
 *                                                       them; none before a publication, nor after a withdrawal
 *   steward:publish    APPROVED       PUBLISHED         published_revision = approved_revision, which another approved
 *   steward:publish    any other but  the same          likewise: a correction waits while the revision before it is
 *                      WITHDRAWN                        published
 *
 * The approvals that a withdrawal and an approval taken back leave behind are the trigger's to set, nobody else's.
 */
const submissionGuard = `
  CREATE OR REPLACE FUNCTION quality_indicators.guard_submission() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  DECLARE
    subject text := quality_indicators.caller_subject();
    sent quality_indicators.submission_revision;
    legal quality_indicators.submission := OLD;
    is_allowed boolean;
  BEGIN
    IF OLD.state <> 'WITHDRAWN' AND NEW.state = 'WITHDRAWN' THEN
      is_allowed := current_user = 'hub_establishment' OR quality_indicators.caller_has_scope('steward:collect');
      legal.state := 'WITHDRAWN';
    ELSIF current_user = 'hub_establishment' OR (NEW.current_revision > OLD.current_revision
      AND quality_indicators.caller_has_scope('steward:collect')) THEN
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
    ELSIF OLD.state IN ('SUBMITTED', 'APPROVED') AND NEW.state = 'RETURNED' THEN
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
    IF NEW.state = 'WITHDRAWN' THEN
      NEW.approved_revision := NULL;
      NEW.approved_by := NULL;
      NEW.approved_at := NULL;
    ELSIF OLD.state = 'APPROVED' AND NEW.state = 'RETURNED' THEN
      SELECT revision, actor, at INTO NEW.approved_revision, NEW.approved_by, NEW.approved_at
      FROM quality_indicators.audit_entry AS approval
      WHERE submission = OLD.id AND event = 'APPROVED' AND revision = OLD.published_revision
        AND NOT EXISTS (SELECT FROM quality_indicators.audit_entry AS withdrawal
          WHERE withdrawal.submission = OLD.id AND withdrawal.event = 'WITHDRAWN'
            AND withdrawal.revision >= OLD.published_revision)
      ORDER BY sequence LIMIT 1;
    END IF;
    RETURN NEW;
  END $$;
`;

/** What a steward who collects may leave behind: a submission in one of the states given, or approved by itself. */
const isDecision = (states: string): string => `
  ${hasScope("steward:collect")} AND (state IN (${states})
    -- V24: who sent a revision does not approve it.
    OR (state = 'APPROVED' AND approved_by = ${subject} AND NOT EXISTS (
      SELECT FROM quality_indicators.submission_revision AS sent
      WHERE sent.submission = submission.id AND sent.revision = approved_revision AND sent.submitted_by = approved_by)))`;

// By the server's own clock, the only one that no caller can set; what a caller says of the time is its word only.
const isOutOfEmbargo = `NOT EXISTS (SELECT FROM quality_indicators.campaign_window AS held
  WHERE held.campaign = vintage.campaign AND held.embargo_until > statement_timestamp())`;

// A vintage is whole when its transaction ends: no value is slipped into one that is out, under embargo or withdrawn,
// nor into that of another campaign, which may be under no embargo.
const isOfNewVintage = `EXISTS (SELECT FROM quality_indicators_published.vintage AS appearing
  WHERE appearing.code = observation.vintage AND appearing.campaign = observation.campaign
    AND appearing.xmin = pg_current_xact_id()::xid)`;

// Another person than who asked, and one of the two answers for privacy. What is withdrawn stays as it is.
const withdrawal = `
  CREATE POLICY withdrawn_by_two ON quality_indicators_published.vintage FOR UPDATE TO hub_steward
    USING (status = 'PUBLISHED' AND ${mayWithdraw} AND EXISTS (
      SELECT FROM quality_indicators.vintage_withdrawal AS asking
      WHERE asking.vintage = vintage.code AND asking.asked_by <> ${subject}
        AND (asking.answers_for_privacy OR ${hasScope("steward:privacy")})))
    WITH CHECK (status = 'WITHDRAWN' AND withdrawn_at IS NOT NULL AND withdrawn_reason IS NOT NULL);
`;
