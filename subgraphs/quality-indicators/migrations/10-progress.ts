import type { MigrationInterface, QueryRunner } from "typeorm";

/** What stewards declare of the recommendations and record of the making of indicators: public, added to, never rewritten. */
export class Progress implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Progress1763760000100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    // Rows of indicators let their owner in only while it says that it plants.
    await runner.query(`
      SELECT set_config('hub.seeding', 'on', true);
      ALTER TABLE quality_indicators_published.recommendation DROP COLUMN progress;
      ALTER TABLE quality_indicators_published.indicator ALTER COLUMN co_construction SET DEFAULT '{"statements": []}';
      UPDATE quality_indicators_published.indicator SET co_construction = '{"statements": []}';
      SELECT set_config('hub.seeding', '', true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('hub.seeding', 'on', true);
      UPDATE quality_indicators_published.indicator SET co_construction = '{"status": "NONE_RECORDED"}';
      SELECT set_config('hub.seeding', '', true);
      ALTER TABLE quality_indicators_published.indicator ALTER COLUMN co_construction DROP DEFAULT;
      ALTER TABLE quality_indicators_published.recommendation
        ADD COLUMN progress jsonb NOT NULL DEFAULT '{"status": "UNKNOWN"}';
      ALTER TABLE quality_indicators_published.recommendation ALTER COLUMN progress DROP DEFAULT;
      DROP TABLE quality_indicators_published.co_construction, quality_indicators_published.recommendation_progress;
      DROP FUNCTION quality_indicators.guard_progress(), quality_indicators.guard_co_construction();
    `);
  }
}

// Reference facts are planted beside these tables: a key that refers to them would hold back their own corrections.
const tables = `
  CREATE TABLE quality_indicators_published.recommendation_progress (
    recommendation text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    status text NOT NULL CHECK (status IN ('UNKNOWN', 'NOT_STARTED', 'IN_PROGRESS', 'DONE', 'ABANDONED')),
    actor text CHECK (actor <> ''),
    evidence jsonb CHECK (evidence IS NULL OR COALESCE(evidence ->> 'fr', '') <> ''),
    reason jsonb CHECK (reason IS NULL OR COALESCE(reason ->> 'fr', '') <> ''),
    linked_indicators text[] NOT NULL,
    date date NOT NULL,
    declared_at timestamptz NOT NULL,
    synthetic boolean NOT NULL,
    PRIMARY KEY (recommendation, number),
    CHECK (date <= (declared_at AT TIME ZONE 'America/Toronto')::date),
    CHECK (status NOT IN ('IN_PROGRESS', 'DONE', 'ABANDONED') OR evidence IS NOT NULL),
    CHECK ((status = 'UNKNOWN') = (reason IS NOT NULL) AND (status <> 'UNKNOWN' OR number > 1))
  );
  CREATE TABLE quality_indicators_published.co_construction (
    indicator text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    stage text NOT NULL CHECK (stage IN ('IDEATION', 'DEFINITION', 'TEST', 'INTERPRETATION', 'DISSEMINATION')),
    degree text NOT NULL CHECK (degree IN ('INFORMATION', 'CONSULTATION', 'COLLABORATION', 'PARTNERSHIP')),
    leadership text NOT NULL CHECK (leadership IN ('PROFESSIONAL_LED', 'PATIENT_LED', 'CO_LED')),
    -- A count of 1 to 4 persons is not kept at all: everybody reads this table.
    partners integer CHECK (partners >= 5),
    partners_withheld text CHECK (partners_withheld IN ('SMALL_COUNT', 'NOT_STATED')),
    profiles text[] NOT NULL CHECK (profiles <@ ARRAY['TRAINER', 'RESOURCE', 'RESEARCHER', 'COACH']),
    committee text CHECK (committee <> ''),
    date date NOT NULL,
    evidence jsonb NOT NULL CHECK (COALESCE(evidence ->> 'fr', '') <> ''),
    recorded_at timestamptz NOT NULL,
    synthetic boolean NOT NULL,
    PRIMARY KEY (indicator, number),
    CHECK ((partners IS NULL) = (partners_withheld IS NOT NULL)),
    CHECK (date <= (recorded_at AT TIME ZONE 'America/Toronto')::date)
  );
`;

/** A table that stewards of one scope add to, in order, each row after the one before. */
const addedTo = ({
  table,
  of,
  instant,
  guard,
  scope,
}: Readonly<Record<"table" | "of" | "instant" | "guard" | "scope", string>>): string => `
  ALTER TABLE quality_indicators_published.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators_published.${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON quality_indicators_published.${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY read_by_all ON quality_indicators_published.${table} FOR SELECT
    TO hub_public, hub_researcher, hub_establishment, hub_steward USING (true);
  CREATE POLICY added_by_stewards ON quality_indicators_published.${table} FOR INSERT TO hub_steward
    WITH CHECK (quality_indicators.caller_has_scope('${scope}') AND quality_indicators.caller_subject() IS NOT NULL
      AND ${of} IN (SELECT known.code FROM quality_indicators_published.${of} AS known));
  GRANT INSERT ON quality_indicators_published.${table} TO hub_steward;
  CREATE FUNCTION quality_indicators.${guard}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  DECLARE
    last_number integer;
    last_instant timestamptz;
  BEGIN
    SELECT max(number), max(${instant}) INTO last_number, last_instant
      FROM quality_indicators_published.${table} WHERE ${of} = NEW.${of};
    IF (NEW.number = COALESCE(last_number, 0) + 1 AND NEW.${instant} >= COALESCE(last_instant, '-infinity')
        -- What a demonstration receives is synthetic too.
        AND (NEW.synthetic OR NOT EXISTS (SELECT FROM quality_indicators.seed WHERE name = 'demo'))) IS NOT TRUE
    THEN
      RAISE insufficient_privilege USING MESSAGE = '${table}: not the next row of its ${of}';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard BEFORE INSERT ON quality_indicators_published.${table}
    FOR EACH ROW WHEN (row_security_active('quality_indicators_published.${table}'))
    EXECUTE FUNCTION quality_indicators.${guard}();`;

const guards = `
  ${addedTo({
    table: "recommendation_progress",
    of: "recommendation",
    instant: "declared_at",
    guard: "guard_progress",
    scope: "steward:collect",
  })}
  ${addedTo({
    table: "co_construction",
    of: "indicator",
    instant: "recorded_at",
    guard: "guard_co_construction",
    scope: "steward:publish",
  })}
`;
