import type { MigrationInterface, QueryRunner } from "typeorm";

/** Research units and partnerships: public facts and labelled demonstration rows, published tables only. */
export class Research implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Research1763760000004";

  async up(runner: QueryRunner): Promise<void> {
    // References wait for the end of the transaction: reference rows are replaced under demonstration rows.
    // Identifiers sort by their bytes, so that pages keep one order whatever the language of the server.
    await runner.query(`
      CREATE TABLE research_partnerships_published.research_unit (
        code text PRIMARY KEY,
        position integer NOT NULL UNIQUE,
        name jsonb NOT NULL,
        kind text NOT NULL CHECK (kind IN ('SUPPORT_UNIT', 'CENTRE_OF_EXCELLENCE', 'RESEARCH_CHAIR',
          'STRATEGIC_COMMITTEE', 'PARTNERSHIP_OFFICE_IN_RESEARCH', 'LEARNING_COMMUNITY', 'COMMUNITY_OF_PRACTICE')),
        establishment text,
        description jsonb NOT NULL,
        founded_on text,
        provenance jsonb NOT NULL
      );
      CREATE TABLE research_partnerships_published.research_partnership (
        id text COLLATE "C" PRIMARY KEY,
        title jsonb NOT NULL,
        kind text NOT NULL CHECK (kind IN ('IN', 'ON')),
        unit text REFERENCES research_partnerships_published.research_unit DEFERRABLE INITIALLY DEFERRED,
        stages jsonb NOT NULL,
        profile text NOT NULL CHECK (profile IN ('TRAINER', 'RESOURCE', 'RESEARCHER', 'COACH')),
        degree text NOT NULL CHECK (degree IN ('INFORMATION', 'CONSULTATION', 'COLLABORATION', 'PARTNERSHIP')),
        leadership text NOT NULL CHECK (leadership IN ('PROFESSIONAL_LED', 'PATIENT_LED', 'CO_LED')),
        co_lead boolean NOT NULL,
        ethics_reference text,
        started_on date NOT NULL,
        ended_on date CHECK (ended_on >= started_on),
        outputs jsonb NOT NULL,
        origin text NOT NULL CHECK (origin IN ('PUBLISHED', 'SYNTHETIC')),
        provenance jsonb NOT NULL
      );
      CREATE INDEX ON research_partnerships_published.research_partnership (unit);
      CREATE TABLE research_partnerships_published.research_partnership_establishment (
        partnership text COLLATE "C" NOT NULL
          REFERENCES research_partnerships_published.research_partnership ON DELETE CASCADE,
        establishment text NOT NULL,
        position integer NOT NULL,
        PRIMARY KEY (partnership, establishment),
        UNIQUE (partnership, position)
      );
      CREATE INDEX ON research_partnerships_published.research_partnership_establishment (establishment, partnership);
      CREATE TABLE research_partnerships.seed (name text PRIMARY KEY, fingerprint text NOT NULL, sown_at timestamptz NOT NULL DEFAULT now());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE research_partnerships.seed;
      DROP TABLE research_partnerships_published.research_partnership_establishment,
        research_partnerships_published.research_partnership, research_partnerships_published.research_unit;
    `);
  }
}
