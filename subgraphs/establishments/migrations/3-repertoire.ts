import type { MigrationInterface, QueryRunner } from "typeorm";

/** What establishments and stewards put into the repertoire, and who uses it again: protected rows; the public reads copies. */
export class Repertoire implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Repertoire1763760000060";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(publishedTables);
    await runner.query(protectedTables);
    await runner.query(grants);
    await runner.query(policies);
    await runner.query(guard);
    await runner.query(publication);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE establishments.resource_reuse, establishments.added_resource;
      DROP FUNCTION establishments.show_reuse(), establishments.show_resource(), establishments.guard_added_resource();
      DROP TABLE establishments_published.resource_reuse;
      DELETE FROM establishments_published.shared_resource WHERE NOT planted;
      ALTER TABLE establishments_published.shared_resource DROP COLUMN planted, DROP COLUMN synthetic;
      UPDATE establishments_published.former_row SET row = row - '{planted,synthetic}'::text[]
        WHERE relation = 'shared_resource';
      REVOKE SELECT ON establishments.seed FROM hub_establishment, hub_steward;
      REVOKE USAGE ON SCHEMA establishments FROM hub_establishment, hub_steward;
    `);
  }
}

// Whatever stands in the repertoire before this migration was planted from the documents.
const publishedTables = `
  ALTER TABLE establishments_published.shared_resource
    ADD COLUMN planted boolean NOT NULL DEFAULT true,
    ADD COLUMN synthetic boolean NOT NULL DEFAULT false;
  ALTER TABLE establishments_published.shared_resource ALTER COLUMN planted SET DEFAULT false;
  UPDATE establishments_published.former_row SET row = row || '{"planted": true, "synthetic": false}'
    WHERE relation = 'shared_resource';
  -- One row a reuse, without who: the public reads how many, as of any day. It goes with its resource.
  CREATE TABLE establishments_published.resource_reuse (
    id bigint PRIMARY KEY,
    resource text NOT NULL REFERENCES establishments_published.shared_resource ON DELETE CASCADE,
    told_at timestamptz NOT NULL,
    taken_back_at timestamptz CHECK (taken_back_at >= told_at)
  );
  CREATE INDEX ON establishments_published.resource_reuse (resource);
`;

const protectedTables = `
  CREATE TABLE establishments.added_resource (
    code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    establishment text REFERENCES establishments_published.establishment,
    state text NOT NULL CHECK (state IN ('PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
    kind text NOT NULL CHECK (kind IN ('GOOD_PRACTICE', 'TOOL')),
    type text NOT NULL CHECK (type ~ '^[A-Z][A-Z0-9_]*$'),
    title jsonb NOT NULL CHECK (COALESCE(title ->> 'fr', '') <> ''),
    description jsonb NOT NULL CHECK (COALESCE(description ->> 'fr', '') <> ''),
    language text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
    url text CHECK (url ~ '^https?://'),
    licence text NOT NULL CHECK (licence <> ''),
    evaluation_status text NOT NULL CHECK (evaluation_status IN ('EVALUATED', 'NOT_EVALUATED', 'NOT_STATED')),
    search text NOT NULL,
    synthetic boolean NOT NULL,
    added_by text NOT NULL,
    added_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    decision_reason text,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawal_reason text CHECK (withdrawal_reason <> ''),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (decided_by IS NOT NULL OR (state IN ('PROPOSED', 'WITHDRAWN') AND decision_reason IS NULL)),
    CHECK (state <> 'PROPOSED' OR decided_by IS NULL),
    CHECK (state <> 'REFUSED' OR COALESCE(decision_reason, '') <> ''),
    CHECK ((state = 'WITHDRAWN') = (withdrawal_reason IS NOT NULL) AND (state = 'WITHDRAWN') = (withdrawn_by IS NOT NULL)
      AND (state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL))
  );
  CREATE INDEX ON establishments.added_resource (establishment);
  CREATE TABLE establishments.resource_reuse (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    resource text NOT NULL,
    establishment text NOT NULL REFERENCES establishments_published.establishment,
    note text CHECK (note <> ''),
    told_by text NOT NULL,
    told_at timestamptz NOT NULL,
    taken_back_by text,
    taken_back_at timestamptz CHECK (taken_back_at >= told_at),
    CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL))
  );
  CREATE UNIQUE INDEX one_reuse_an_establishment ON establishments.resource_reuse (resource, establishment)
    WHERE taken_back_at IS NULL;
  CREATE INDEX ON establishments.resource_reuse (establishment);
`;

const content =
  "code, establishment, state, kind, type, title, description, language, url, licence, evaluation_status, search, synthetic, added_by, added_at";
const decision = "decided_by, decided_at, decision_reason";
const withdrawal = "withdrawn_by, withdrawn_at, withdrawal_reason";

// What a resource says is written once: a step changes its state and who took it, never its words.
const grants = `
  GRANT USAGE ON SCHEMA establishments TO hub_establishment, hub_steward;
  GRANT SELECT ON establishments.seed TO hub_establishment, hub_steward;
  GRANT SELECT ON establishments.added_resource, establishments.resource_reuse TO hub_establishment, hub_steward;
  GRANT INSERT (${content}) ON establishments.added_resource TO hub_establishment;
  GRANT INSERT (${content}, ${decision}) ON establishments.added_resource TO hub_steward;
  GRANT UPDATE (state, ${withdrawal}) ON establishments.added_resource TO hub_establishment;
  GRANT UPDATE (state, ${decision}, ${withdrawal}) ON establishments.added_resource TO hub_steward;
  GRANT INSERT (resource, establishment, note, told_by, told_at), UPDATE (taken_back_by, taken_back_at)
    ON establishments.resource_reuse TO hub_establishment;
`;

// A setting that is missing, or empty after a transaction, is NULL: no comparison with it is true.
const setting = (name: string): string => `NULLIF(current_setting('hub.${name}', true), '')`;
const subject = setting("subject");
const own = `establishment = ${setting("establishment")}`;
const collects = `('steward:collect' = ANY (string_to_array(${setting("scopes")}, ' ')) AND ${subject} IS NOT NULL)`;

// What a demonstration receives is synthetic too.
const isHonest = "(synthetic OR NOT EXISTS (SELECT FROM establishments.seed WHERE name = 'demo'))";

const policies = `
  ${["added_resource", "resource_reuse"]
    .map(
      (table) => `
  ALTER TABLE establishments.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE establishments.${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON establishments.${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY own_rows ON establishments.${table} FOR SELECT TO hub_establishment USING (${own});
  CREATE POLICY read_by_collectors ON establishments.${table} FOR SELECT TO hub_steward USING (${collects});`,
    )
    .join("")}
  CREATE POLICY own_proposal ON establishments.added_resource FOR INSERT TO hub_establishment
    WITH CHECK (${own} AND state = 'PROPOSED' AND added_by = ${subject} AND ${isHonest});
  CREATE POLICY added_by_collectors ON establishments.added_resource FOR INSERT TO hub_steward
    WITH CHECK (${collects} AND state = 'PUBLISHED' AND added_by = ${subject} AND decided_by = ${subject}
      AND ${isHonest});
  CREATE POLICY own_withdrawal ON establishments.added_resource FOR UPDATE TO hub_establishment
    USING (${own}) WITH CHECK (${own} AND state = 'WITHDRAWN' AND withdrawn_by = ${subject});
  CREATE POLICY decided_by_collectors ON establishments.added_resource FOR UPDATE TO hub_steward
    USING (${collects}) WITH CHECK (${collects}
      AND CASE state WHEN 'WITHDRAWN' THEN withdrawn_by = ${subject} ELSE decided_by = ${subject} END);
  CREATE POLICY own_reuse ON establishments.resource_reuse FOR INSERT TO hub_establishment
    WITH CHECK (${own} AND told_by = ${subject} AND EXISTS (
      SELECT FROM establishments_published.shared_resource AS shared
      WHERE shared.code = resource AND shared.establishment IS DISTINCT FROM ${setting("establishment")}));
  CREATE POLICY own_taking_back ON establishments.resource_reuse FOR UPDATE TO hub_establishment
    USING (${own} AND taken_back_at IS NULL) WITH CHECK (${own} AND taken_back_by = ${subject});
`;

/*
 * The steps of a resource after its adding; what a step does not name stays as it was:
 *
 *   by                  from                 to                  what changes
 *   steward:collect     PROPOSED             PUBLISHED, REFUSED  decided_*, by another person than who proposed it
 *   its establishment   PROPOSED, PUBLISHED  WITHDRAWN           withdrawn_*
 *   steward:collect     PUBLISHED            WITHDRAWN           withdrawn_*
 */
const guard = `
  CREATE FUNCTION establishments.guard_added_resource() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    legal establishments.added_resource := OLD;
    is_allowed boolean;
  BEGIN
    legal.state := NEW.state;
    IF NEW.state = 'WITHDRAWN' THEN
      is_allowed := OLD.state = 'PUBLISHED' OR (OLD.state = 'PROPOSED' AND current_user = 'hub_establishment');
      legal.withdrawn_by := NEW.withdrawn_by;
      legal.withdrawn_at := NEW.withdrawn_at;
      legal.withdrawal_reason := NEW.withdrawal_reason;
    ELSE
      is_allowed := OLD.state = 'PROPOSED' AND NEW.state IN ('PUBLISHED', 'REFUSED') AND NEW.decided_by <> OLD.added_by;
      legal.decided_by := NEW.decided_by;
      legal.decided_at := NEW.decided_at;
      legal.decision_reason := NEW.decision_reason;
    END IF;
    IF is_allowed IS NOT TRUE OR NEW IS DISTINCT FROM legal THEN
      RAISE insufficient_privilege
        USING MESSAGE = format('added_resource: not a step of this caller (%s to %s)', OLD.state, NEW.state);
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard BEFORE UPDATE ON establishments.added_resource
    FOR EACH ROW WHEN (row_security_active('establishments.added_resource'))
    EXECUTE FUNCTION establishments.guard_added_resource();
`;

// Nobody but these functions writes what the public reads: a proposal gets there by a decision, in no other way, and
// what is withdrawn leaves nothing behind, neither in the repertoire nor in its history.
const publication = `
  CREATE FUNCTION establishments.show_resource() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NEW.state = 'PUBLISHED' THEN
      INSERT INTO establishments_published.shared_resource (code, position, kind, type, title, description, establishment,
        language, url, licence, evaluation_status, provenance, search, synthetic)
      SELECT NEW.code, COALESCE(max(position) + 1, 0), NEW.kind, NEW.type, NEW.title, NEW.description, NEW.establishment,
        NEW.language, NEW.url, NEW.licence, NEW.evaluation_status,
        jsonb_build_object('document', 'HUB', 'edition', NULL, 'section', 'Répertoire des outils et bonnes pratiques',
          'quote', NULL, 'method', 'MANUAL', 'extractedAt', (NEW.decided_at AT TIME ZONE 'America/Toronto')::date,
          'licence', NEW.licence, 'status', 'UNVERIFIED'),
        NEW.search, NEW.synthetic
      FROM establishments_published.shared_resource;
    ELSE
      DELETE FROM establishments_published.shared_resource WHERE code = NEW.code AND NOT planted;
      DELETE FROM establishments_published.former_row
        WHERE relation = 'shared_resource' AND key = jsonb_build_array(NEW.code) AND NOT (row ->> 'planted')::boolean;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER shown AFTER INSERT OR UPDATE OF state ON establishments.added_resource
    FOR EACH ROW WHEN (NEW.state IN ('PUBLISHED', 'WITHDRAWN')) EXECUTE FUNCTION establishments.show_resource();

  CREATE FUNCTION establishments.show_reuse() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO establishments_published.resource_reuse (id, resource, told_at)
      VALUES (NEW.id, NEW.resource, NEW.told_at);
    ELSE
      UPDATE establishments_published.resource_reuse SET taken_back_at = NEW.taken_back_at WHERE id = NEW.id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER shown AFTER INSERT OR UPDATE ON establishments.resource_reuse
    FOR EACH ROW EXECUTE FUNCTION establishments.show_reuse();
  REVOKE ALL ON FUNCTION establishments.show_resource(), establishments.show_reuse() FROM PUBLIC;
`;
