import type { MigrationInterface, QueryRunner } from "typeorm";
import { isWrittenNow, type WrittenInstant } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";

const schemas = schemasOf("quality-indicators");
const writtenAt: WrittenInstant = {
  table: `${schemas.own}.publication_register`,
  column: "at",
  on: "INSERT",
};

/** The register of what was made public, how it was protected and with which measured risk; added to, never rewritten. */
export class Disclosure implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Disclosure1763760000130";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(access);
    await runner.query(isWrittenNow(schemas, writtenAt));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE quality_indicators.publication_register");
  }
}

// r. 0.1, s. 9: what was anonymised, how, with which risk, and when that is assessed again.
const table = `
  CREATE TABLE quality_indicators.publication_register (
    vintage text NOT NULL REFERENCES quality_indicators_published.vintage,
    kind text NOT NULL CHECK (kind IN ('PUBLISHED', 'WITHDRAWN')),
    campaign text NOT NULL,
    at timestamptz NOT NULL,
    by text NOT NULL CHECK (by <> ''),
    purpose jsonb NOT NULL,
    reason text NOT NULL CHECK (btrim(reason) <> ''),
    method text,
    parameters jsonb,
    risk jsonb,
    reassess_on date,
    replaces text REFERENCES quality_indicators_published.vintage,
    PRIMARY KEY (vintage, kind),
    CHECK ((kind = 'PUBLISHED') = (method IS NOT NULL AND parameters IS NOT NULL AND risk IS NOT NULL
      AND reassess_on IS NOT NULL)),
    CHECK (kind = 'PUBLISHED' OR replaces IS NULL)
  );
`;

const hasScope = (scope: string): string => `quality_indicators.caller_has_scope('${scope}')`;
const isWriter = "by = quality_indicators.caller_subject()";

// It can be added to and read, never changed or removed.
const access = `
  ALTER TABLE quality_indicators.publication_register ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators.publication_register FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON quality_indicators.publication_register TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY read_by_stewards ON quality_indicators.publication_register FOR SELECT TO hub_steward
    USING (${hasScope("steward:publish")} OR ${hasScope("steward:privacy")});
  CREATE POLICY kept_by_publishers ON quality_indicators.publication_register FOR INSERT TO hub_steward
    WITH CHECK (${isWriter} AND campaign = (
        SELECT known.campaign FROM quality_indicators_published.vintage AS known WHERE known.code = vintage)
      AND CASE kind WHEN 'PUBLISHED' THEN ${hasScope("steward:publish")}
        ELSE ${hasScope("steward:publish")} OR ${hasScope("steward:privacy")} END);
  GRANT SELECT, INSERT ON quality_indicators.publication_register TO hub_steward;
`;
