import type { MigrationInterface, QueryRunner } from "typeorm";

/** How indicators are computed, at which levels and beside what; stewards define indicators beside the planted ones. */
export class Measures implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Measures1763760000090";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(emptiedWithItsValue);
    await runner.query(definitions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER guard ON ${indicator};
      DROP FUNCTION quality_indicators.guard_definition();
      DROP POLICY seeding ON ${indicator};
      DROP POLICY read_by_all ON ${indicator};
      DROP POLICY defined_by_publishers ON ${indicator};
      DROP POLICY redefined_by_publishers ON ${indicator};
      REVOKE INSERT, UPDATE ON ${indicator} FROM hub_steward;
      ALTER TABLE ${indicator} NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE ${indicator} DISABLE ROW LEVEL SECURITY;
      DROP TRIGGER emptied ON quality_indicators_published.observation;
      DROP FUNCTION quality_indicators.empty_bases();
      ALTER TABLE quality_indicators_published.campaign DROP COLUMN answered_by, DROP COLUMN breaks;
      ALTER TABLE quality_indicators_published.vintage DROP COLUMN definitions;
      ALTER TABLE quality_indicators_published.observation DROP COLUMN bases, DROP COLUMN compared_with;
      ALTER TABLE ${indicator} DROP CONSTRAINT indicator_code_check,
        ADD CONSTRAINT indicator_code_check CHECK (code ~ '^IQP-[0-9]{2}$') NOT VALID,
        DROP COLUMN measures, DROP COLUMN levels, DROP COLUMN companions, DROP COLUMN planted,
        ADD computation jsonb;
    `);
  }
}

const indicator = "quality_indicators_published.indicator";

// The measures of what is there come with the next planting: the reference data hold them, and no longer the former form.
const columns = `
  ALTER TABLE ${indicator}
    DROP CONSTRAINT indicator_code_check,
    ADD CONSTRAINT indicator_code_check CHECK (code ~ '^IQP-[0-9]{2,3}$'),
    DROP COLUMN computation,
    ADD measures jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(measures) = 'array'),
    ADD levels text[] NOT NULL DEFAULT '{PROVINCE}' CHECK (levels <@ ARRAY['PROVINCE', 'PEER_GROUP', 'REGION_GROUP', 'HEALTH_REGION', 'ESTABLISHMENT'] AND 'PROVINCE' = ANY (levels)),
    ADD companions text[] NOT NULL DEFAULT '{}',
    ADD planted boolean NOT NULL DEFAULT false;
  UPDATE ${indicator} SET planted = true;
  -- Who gave a part of a sum, by basis; and the wider areas that a row of a place may be set beside.
  ALTER TABLE quality_indicators_published.observation
    ADD bases jsonb NOT NULL DEFAULT '[]',
    ADD compared_with jsonb NOT NULL DEFAULT '[]',
    ADD CHECK (status = 'OBSERVED' OR bases = '[]');
  -- How each indicator of a vintage was computed: a later definition does not change what was told.
  ALTER TABLE quality_indicators_published.vintage ADD definitions jsonb NOT NULL DEFAULT '[]';
  -- How many answered, as a document prints it; and the campaigns with which one does not compare, with the reasons.
  ALTER TABLE quality_indicators_published.campaign
    ADD answered_by jsonb NOT NULL DEFAULT '[]',
    ADD breaks jsonb NOT NULL DEFAULT '[]';
`;

// A value that is withdrawn takes with it how many gave it.
const emptiedWithItsValue = `
  CREATE FUNCTION quality_indicators.empty_bases() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  BEGIN
    NEW.bases := '[]';
    RETURN NEW;
  END $$;
  CREATE TRIGGER emptied BEFORE UPDATE ON quality_indicators_published.observation
    FOR EACH ROW WHEN (NEW.status <> 'OBSERVED') EXECUTE FUNCTION quality_indicators.empty_bases();
`;

const isPublisher =
  "quality_indicators.caller_has_scope('steward:publish') AND quality_indicators.caller_subject() IS NOT NULL";

// A definition is added, or followed by its next version; the reference data touch no row that a steward took over.
const definitions = `
  ALTER TABLE ${indicator} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${indicator} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON ${indicator} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY read_by_all ON ${indicator} FOR SELECT
    TO hub_public, hub_researcher, hub_establishment, hub_steward USING (true);
  CREATE POLICY defined_by_publishers ON ${indicator} FOR INSERT TO hub_steward
    WITH CHECK (${isPublisher} AND NOT planted AND version = 1 AND origin = 'PROPOSED_BY_HUB');
  CREATE POLICY redefined_by_publishers ON ${indicator} FOR UPDATE TO hub_steward
    USING (${isPublisher}) WITH CHECK (${isPublisher} AND NOT planted);
  GRANT INSERT, UPDATE ON ${indicator} TO hub_steward;
  CREATE FUNCTION quality_indicators.guard_definition() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  BEGIN
    IF NEW.code <> OLD.code OR NEW.version <> OLD.version + 1 OR NEW.origin <> OLD.origin THEN
      RAISE insufficient_privilege USING MESSAGE = 'indicator: not the next version of its definition';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard BEFORE UPDATE ON ${indicator}
    FOR EACH ROW WHEN (row_security_active('${indicator}')
      AND NOT (current_user = 'hub_owner' AND COALESCE(current_setting('hub.seeding', true), '') = 'on'))
    EXECUTE FUNCTION quality_indicators.guard_definition();
`;
