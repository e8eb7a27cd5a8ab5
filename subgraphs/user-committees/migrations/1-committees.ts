import type { MigrationInterface, QueryRunner } from "typeorm";

/** Users' committees and their collaborations: public facts and labelled demonstration rows, published tables only. */
export class Committees implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Committees1763760000003";

  async up(runner: QueryRunner): Promise<void> {
    // References wait for the end of the transaction: reference rows are replaced under demonstration rows.
    await runner.query(`
      CREATE TABLE user_committees_published.posture (
        code text PRIMARY KEY CHECK (code IN ('CO_CONSTRUCTION', 'RIGHTS_DEFENCE', 'BOTH_DECLARED')),
        position integer NOT NULL UNIQUE,
        label jsonb NOT NULL,
        description jsonb NOT NULL,
        objective jsonb,
        illness_experience jsonb,
        legitimacy jsonb,
        knowledge_source jsonb,
        provenance jsonb NOT NULL
      );
      CREATE TABLE user_committees_published.committee_kind (
        code text PRIMARY KEY CHECK (code IN ('CU', 'CUCI', 'CR')),
        position integer NOT NULL UNIQUE,
        label jsonb NOT NULL,
        description jsonb NOT NULL,
        mandate text NOT NULL REFERENCES user_committees_published.posture DEFERRABLE INITIALLY DEFERRED,
        provenance jsonb NOT NULL
      );
      CREATE TABLE user_committees_published.collaboration_type (
        code text PRIMARY KEY,
        position integer NOT NULL UNIQUE,
        label jsonb NOT NULL,
        examples jsonb NOT NULL,
        provenance jsonb NOT NULL
      );
      CREATE TABLE user_committees_published.collaboration_intensity (
        code text PRIMARY KEY,
        position integer NOT NULL UNIQUE,
        label jsonb NOT NULL,
        quotes jsonb NOT NULL
      );
      CREATE TABLE user_committees_published.user_committee (
        id text PRIMARY KEY,
        position integer NOT NULL UNIQUE,
        kind text NOT NULL REFERENCES user_committees_published.committee_kind DEFERRABLE INITIALLY DEFERRED,
        name jsonb NOT NULL,
        mandate text NOT NULL REFERENCES user_committees_published.posture DEFERRABLE INITIALLY DEFERRED,
        establishment text NOT NULL,
        origin text NOT NULL CHECK (origin IN ('PUBLISHED', 'SYNTHETIC')),
        provenance jsonb NOT NULL
      );
      CREATE INDEX ON user_committees_published.user_committee (establishment);
      CREATE TABLE user_committees_published.collaboration (
        code text PRIMARY KEY,
        position integer NOT NULL,
        type text REFERENCES user_committees_published.collaboration_type DEFERRABLE INITIALLY DEFERRED,
        intensity text NOT NULL
          REFERENCES user_committees_published.collaboration_intensity DEFERRABLE INITIALLY DEFERRED,
        description jsonb NOT NULL,
        attributed_to text,
        committee text REFERENCES user_committees_published.user_committee DEFERRABLE INITIALLY DEFERRED,
        posture text REFERENCES user_committees_published.posture DEFERRABLE INITIALLY DEFERRED,
        origin text NOT NULL CHECK (origin IN ('PUBLISHED', 'SYNTHETIC')),
        provenance jsonb NOT NULL,
        UNIQUE (origin, position)
      );
      CREATE INDEX ON user_committees_published.collaboration (committee);
      CREATE TABLE user_committees.seed (name text PRIMARY KEY, fingerprint text NOT NULL, sown_at timestamptz NOT NULL DEFAULT now());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE user_committees.seed;
      DROP TABLE user_committees_published.collaboration, user_committees_published.user_committee,
        user_committees_published.collaboration_intensity, user_committees_published.collaboration_type,
        user_committees_published.committee_kind, user_committees_published.posture;
    `);
  }
}
