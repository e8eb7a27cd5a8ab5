import type { MigrationInterface, QueryRunner } from "typeorm";

/** The register of health regions, establishments, offices and shared resources: public facts, published tables only. */
export class Register implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Register1763760000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE establishments_published.health_region (
        code text PRIMARY KEY CHECK (code ~ '^RSS-[0-9]{2}$'),
        name jsonb NOT NULL,
        "group" text NOT NULL,
        represented_2024 boolean NOT NULL,
        valid_from date,
        valid_to date,
        validity_note jsonb,
        provenance jsonb NOT NULL
      );
      CREATE TABLE establishments_published.establishment (
        code text PRIMARY KEY,
        number integer NOT NULL UNIQUE,
        type text NOT NULL,
        name jsonb NOT NULL,
        short_name jsonb NOT NULL,
        aliases jsonb NOT NULL,
        region text NOT NULL REFERENCES establishments_published.health_region,
        questionnaire_2024_option text,
        in_universe_32 boolean NOT NULL,
        in_universe_35 boolean NOT NULL,
        represented_2024 text NOT NULL CHECK (represented_2024 IN ('YES', 'NO', 'UNSTATED')),
        peer_group text,
        valid_from date,
        valid_to date,
        parents jsonb NOT NULL,
        provenance jsonb NOT NULL,
        search text NOT NULL
      );
      CREATE INDEX ON establishments_published.establishment (region);
      CREATE TABLE establishments_published.partnership_office (
        code text PRIMARY KEY,
        establishment text NOT NULL REFERENCES establishments_published.establishment,
        names jsonb NOT NULL,
        status text NOT NULL,
        valid_from date,
        valid_to date,
        provenance jsonb NOT NULL
      );
      CREATE INDEX ON establishments_published.partnership_office (establishment);
      CREATE TABLE establishments_published.shared_resource (
        code text PRIMARY KEY,
        position integer NOT NULL,
        kind text NOT NULL,
        type text NOT NULL,
        title jsonb NOT NULL,
        description jsonb NOT NULL,
        establishment text REFERENCES establishments_published.establishment,
        partners_text text,
        language text NOT NULL,
        url text,
        licence text NOT NULL,
        evaluation_status text NOT NULL,
        provenance jsonb NOT NULL,
        search text NOT NULL
      );
      CREATE TABLE establishments.seed (name text PRIMARY KEY, fingerprint text NOT NULL, sown_at timestamptz NOT NULL DEFAULT now());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE establishments.seed;
      DROP TABLE establishments_published.shared_resource, establishments_published.partnership_office,
        establishments_published.establishment, establishments_published.health_region;
    `);
  }
}
