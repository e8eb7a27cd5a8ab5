import type { MigrationInterface, QueryRunner } from "typeorm";

/** The words of partnership: public facts, published tables only. */
export class Words implements MigrationInterface {
  readonly name = "Words1763760000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE partners_published.partner_concept (
        kind text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        label jsonb NOT NULL,
        definition jsonb,
        attributes jsonb NOT NULL,
        source_scheme text NOT NULL,
        provenance jsonb NOT NULL,
        PRIMARY KEY (kind, code)
      );
      CREATE TABLE partners_published.glossary_term (
        kind text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        term jsonb NOT NULL,
        definition jsonb NOT NULL,
        plain jsonb NOT NULL,
        provenance jsonb,
        search text NOT NULL,
        PRIMARY KEY (kind, code)
      );
      CREATE TABLE partners_published.office_name_example (
        position integer PRIMARY KEY,
        label text NOT NULL,
        printed_count integer,
        provenance jsonb NOT NULL
      );
      CREATE TABLE partners.seed (name text PRIMARY KEY, fingerprint text NOT NULL, sown_at timestamptz NOT NULL DEFAULT now());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE partners.seed;
      DROP TABLE partners_published.office_name_example, partners_published.glossary_term,
        partners_published.partner_concept;
    `);
  }
}
