import type { MigrationInterface, QueryRunner } from "typeorm";

/** Stewards open campaigns beside those of the reference data, with a form of modules and totals; nobody changes one. */
export class OpenedCampaigns implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "OpenedCampaigns1763760000070";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(publishedPolicies);
    await runner.query(protectedPolicies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY opened_by_collectors ON quality_indicators.frame;
      DROP POLICY opened_by_collectors ON quality_indicators.campaign_window;
      REVOKE INSERT ON quality_indicators.campaign_window, quality_indicators.frame FROM hub_steward;
      ${tables
        .map(
          (table) => `
      DROP POLICY seeding ON ${table};
      DROP POLICY read_by_all ON ${table};
      DROP POLICY opened_by_collectors ON ${table};
      REVOKE INSERT ON ${table} FROM hub_steward;
      ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} DROP COLUMN planted;`,
        )
        .join("")}
      ALTER TABLE quality_indicators_published.instrument DROP COLUMN modules, DROP COLUMN totals;
      ALTER TABLE quality_indicators.campaign_window DROP COLUMN embargo_until;
    `);
  }
}

const tables = ["quality_indicators_published.campaign", "quality_indicators_published.instrument"];

// What is there came from the reference data: the seeds may plant it again, and never what a steward opened.
const columns = `
  ${tables
    .map(
      (table) => `
  ALTER TABLE ${table} ADD planted boolean NOT NULL DEFAULT false;
  UPDATE ${table} SET planted = true;`,
    )
    .join("")}
  ALTER TABLE quality_indicators_published.instrument
    ADD modules jsonb NOT NULL DEFAULT '[]',
    ADD totals jsonb NOT NULL DEFAULT '[]';
  ALTER TABLE quality_indicators.campaign_window ADD embargo_until timestamptz;
`;

const isCollector =
  "quality_indicators.caller_has_scope('steward:collect') AND quality_indicators.caller_subject() IS NOT NULL";

const publishedPolicies = tables
  .map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON ${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY read_by_all ON ${table} FOR SELECT
    TO hub_public, hub_researcher, hub_establishment, hub_steward USING (true);
  CREATE POLICY opened_by_collectors ON ${table} FOR INSERT TO hub_steward WITH CHECK (${isCollector} AND NOT planted);
  GRANT INSERT ON ${table} TO hub_steward;`,
  )
  .join("");

// A frame is copied once, when its campaign opens: no office joins it by a later transaction.
const protectedPolicies = `
  GRANT INSERT ON quality_indicators.campaign_window, quality_indicators.frame TO hub_steward;
  CREATE POLICY opened_by_collectors ON quality_indicators.campaign_window FOR INSERT TO hub_steward
    WITH CHECK (${isCollector});
  CREATE POLICY opened_by_collectors ON quality_indicators.frame FOR INSERT TO hub_steward
    WITH CHECK (${isCollector} AND EXISTS (SELECT FROM quality_indicators.campaign_window AS opening
      WHERE opening.campaign = frame.campaign AND opening.xmin = pg_current_xact_id()::xid));
`;
