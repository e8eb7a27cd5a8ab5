import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a read of a release asked for beside its rows: a count and a filter tell something, whatever they give. */
export class RecordReads implements MigrationInterface {
  readonly name = "RecordReads1763760000110";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE partners_release.release_read
        ADD COLUMN question jsonb CHECK (jsonb_typeof(question) = 'object'),
        ADD CHECK (way <> 'COUNT' OR question IS NOT NULL);
      GRANT INSERT (question) ON partners_release.release_read TO hub_researcher;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE partners_release.release_read DROP COLUMN question");
  }
}
