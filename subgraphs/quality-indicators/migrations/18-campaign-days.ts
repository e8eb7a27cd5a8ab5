import type { QueryRunner } from "typeorm";
import type { HubMigration } from "../../shared/migration/hub-migration.js";

/** The first and the last day on which a campaign takes figures, as everybody may read them. */
export class CampaignDays implements HubMigration {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "CampaignDays1763760000322";

  async up(runner: QueryRunner): Promise<void> {
    // Only what a steward opened has days; the windows of a demonstration are not those of the campaigns of the documents.
    await runner.query(`
      ALTER TABLE quality_indicators_published.campaign ADD COLUMN opens_on date, ADD COLUMN closes_on date;
      SELECT set_config('hub.seeding', 'on', true);
      UPDATE quality_indicators_published.campaign AS campaign SET
        opens_on = (plan.opens_at AT TIME ZONE 'America/Toronto')::date,
        closes_on = ((plan.closes_at - interval '1 millisecond') AT TIME ZONE 'America/Toronto')::date
      FROM quality_indicators.campaign_window AS plan WHERE plan.campaign = campaign.code AND NOT campaign.planted;
      SELECT set_config('hub.seeding', '', true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE quality_indicators_published.campaign DROP COLUMN opens_on, DROP COLUMN closes_on",
    );
  }
}
