import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A steward who collects may send the figures of an office on its behalf, signed by the steward: one file for a whole
 * campaign. The steps of the submission are those of the guard; V24 keeps the sender from approving what it sent.
 */
export class OnBehalf implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "OnBehalf1763760000085";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT INSERT ON quality_indicators.submission, quality_indicators.submission_revision TO hub_steward;
      GRANT SELECT, INSERT ON quality_indicators.idempotency_key TO hub_steward;
      GRANT UPDATE (current_revision) ON quality_indicators.submission TO hub_steward;
      CREATE POLICY first_push_on_behalf ON quality_indicators.submission FOR INSERT TO hub_steward
        WITH CHECK (${isCollector} AND state IN ('DRAFT', 'SUBMITTED')
          AND current_revision = 1 AND approved_revision IS NULL AND published_revision IS NULL);
      CREATE POLICY next_push_on_behalf ON quality_indicators.submission FOR UPDATE TO hub_steward
        USING (${isCollector}) WITH CHECK (${isCollector} AND state IN ('DRAFT', 'SUBMITTED'));
      CREATE POLICY revision_on_behalf ON quality_indicators.submission_revision FOR INSERT TO hub_steward
        WITH CHECK (${isCollector} AND submitted_by = quality_indicators.caller_subject());
      CREATE POLICY keys_on_behalf ON quality_indicators.idempotency_key FOR SELECT TO hub_steward
        USING (${isCollector});
      CREATE POLICY new_key_on_behalf ON quality_indicators.idempotency_key FOR INSERT TO hub_steward
        WITH CHECK (${isCollector} AND ${isExpected});
      ALTER POLICY own_new_key ON quality_indicators.idempotency_key
        WITH CHECK (establishment = quality_indicators.caller_establishment() AND ${isExpected});
      CREATE POLICY event_on_behalf ON quality_indicators.audit_entry FOR INSERT TO hub_steward
        WITH CHECK (${isCollector} AND actor = quality_indicators.caller_subject()
          AND event IN ('CREATED', 'REVISED', 'VALIDATED', 'CORRECTED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY own_new_key ON quality_indicators.idempotency_key
        WITH CHECK (establishment = quality_indicators.caller_establishment()
          AND (campaign, office) IN (SELECT campaign, office FROM quality_indicators.frame));
      DROP POLICY event_on_behalf ON quality_indicators.audit_entry;
      DROP POLICY new_key_on_behalf ON quality_indicators.idempotency_key;
      DROP POLICY keys_on_behalf ON quality_indicators.idempotency_key;
      DROP POLICY revision_on_behalf ON quality_indicators.submission_revision;
      DROP POLICY next_push_on_behalf ON quality_indicators.submission;
      DROP POLICY first_push_on_behalf ON quality_indicators.submission;
      REVOKE UPDATE (current_revision) ON quality_indicators.submission FROM hub_steward;
      REVOKE SELECT, INSERT ON quality_indicators.idempotency_key FROM hub_steward;
      REVOKE INSERT ON quality_indicators.submission, quality_indicators.submission_revision FROM hub_steward;
    `);
  }
}

// A key serves a campaign that expects the office; found by its index, however many offices a campaign expects.
const isExpected = `EXISTS (SELECT FROM quality_indicators.frame AS expected
          WHERE expected.campaign = idempotency_key.campaign AND expected.office = idempotency_key.office
            AND expected.establishment = idempotency_key.establishment)`;
const isCollector = "quality_indicators.caller_has_scope('steward:collect')";
