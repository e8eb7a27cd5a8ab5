import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a vintage was made of, and where its values go when it is withdrawn: protected rows for stewards only. */
export class VintageProtection implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "VintageProtection1763760000045";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guard);
    await runner.query(withdrawal);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER withdrawal ON quality_indicators_published.vintage;
      DROP FUNCTION quality_indicators.withdraw_observations();
      DROP TABLE quality_indicators.withdrawn_observation, quality_indicators.vintage_revision;
    `);
  }
}

const tables = `
  -- The revisions that a vintage was computed from: the next one is compared with them.
  CREATE TABLE quality_indicators.vintage_revision (
    vintage text NOT NULL REFERENCES quality_indicators_published.vintage,
    submission uuid NOT NULL,
    revision integer NOT NULL,
    PRIMARY KEY (vintage, submission),
    FOREIGN KEY (submission, revision) REFERENCES quality_indicators.submission_revision (submission, revision)
  );
  CREATE TABLE quality_indicators.withdrawn_observation (
    observation bigint PRIMARY KEY,
    vintage text NOT NULL,
    status text NOT NULL,
    reason text,
    value double precision,
    low double precision,
    high double precision,
    text text,
    numerator double precision,
    denominator double precision
  );
`;

// Both can be added to and read, never changed or removed.
const guard = `
  ${["vintage_revision", "withdrawn_observation"]
    .map(
      (table) => `
  ALTER TABLE quality_indicators.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators.${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON quality_indicators.${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY read_by_stewards ON quality_indicators.${table} FOR SELECT TO hub_steward
    USING (quality_indicators.caller_is_steward());
  GRANT SELECT ON quality_indicators.${table} TO hub_steward;`,
    )
    .join("")}
  GRANT INSERT ON quality_indicators.vintage_revision TO hub_steward;
  CREATE POLICY told_by_publishers ON quality_indicators.vintage_revision FOR INSERT TO hub_steward
    WITH CHECK (quality_indicators.caller_has_scope('steward:publish'));
`;

// Every audience reads the table of observations: a withdrawn value must not be in it, whoever withdraws and however.
// The owner may write to these tables only while it says that it plants: so does the function, for as long as it runs.
const withdrawal = `
  CREATE FUNCTION quality_indicators.withdraw_observations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    before text := COALESCE(current_setting('hub.seeding', true), '');
  BEGIN
    IF OLD.status = 'WITHDRAWN' THEN
      RAISE EXCEPTION 'vintage %: expected to stay withdrawn', OLD.code USING ERRCODE = 'check_violation';
    END IF;
    PERFORM set_config('hub.seeding', 'on', true);
    INSERT INTO quality_indicators.withdrawn_observation
      (observation, vintage, status, reason, value, low, high, text, numerator, denominator)
    SELECT id, vintage, status, reason, value, low, high, text, numerator, denominator
    FROM quality_indicators_published.observation WHERE vintage = NEW.code;
    UPDATE quality_indicators_published.observation
    SET status = 'WITHDRAWN', reason = 'VINTAGE_WITHDRAWN', value = NULL, low = NULL, high = NULL, text = NULL,
      numerator = NULL, denominator = NULL
    WHERE vintage = NEW.code;
    PERFORM set_config('hub.seeding', before, true);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION quality_indicators.withdraw_observations() FROM PUBLIC;
  CREATE TRIGGER withdrawal AFTER UPDATE OF status ON quality_indicators_published.vintage
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION quality_indicators.withdraw_observations();
`;
