import type { MigrationInterface, QueryRunner } from "typeorm";
import { isSentByCaller, isWrittenNow, noServerClock, serverClock } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";
import {
  callerAgreement,
  callerClient,
  callerHolds,
  callerSubject,
  closedTable,
  isHonest,
  isWrittenByCaller,
  writtenByTriggers,
} from "./row-policies.js";

const schemas = schemasOf("partners");
const answersForPrivacy = callerHolds("steward:privacy");
const terms = [
  "purpose",
  "variables",
  "record_level",
  "k_threshold",
  "valid_from",
  "valid_to",
  "status",
  "synthetic",
];
const change = "status, version, changed_by, changed_client, changed_at, change_reason";

/** Access agreements as a whole life: asked for, granted to named subjects, suspended, resumed, ended; every act is kept. */
export class AccessLife implements MigrationInterface {
  readonly name = "AccessLife1763760000060";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${serverClock(schemas, "hub_researcher", "hub_establishment", "hub_steward")}
      GRANT SELECT ON partners.seed TO hub_researcher, hub_establishment, hub_steward;
      ${requests}
      ${agreements}
      ${acts}
      ${guard}
      ${copyOf([...terms, "subjects", "clients"], "SECURITY DEFINER")}
      REVOKE ALL ON FUNCTION partners.copy_agreement_right() FROM PUBLIC;
      ${readers}
      ${[
        { table: "partners_release.access_request", column: "requested_at", on: "INSERT" } as const,
        { table: "partners_release.access_request", column: "decided_at", on: "UPDATE" } as const,
        { table: "partners.access_agreement", column: "changed_at", on: "INSERT" } as const,
        { table: "partners.access_agreement", column: "changed_at", on: "UPDATE" } as const,
      ]
        .map((instant) => isWrittenNow(schemas, instant))
        .join("")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${ownRight(`agreement = ${callerAgreement}`)}
      ${inForce("now()")}
      ${copyOf(terms, "SECURITY INVOKER")}
      GRANT EXECUTE ON FUNCTION partners.copy_agreement_right() TO PUBLIC;
      DROP POLICY written_by_triggers ON partners_release.agreement_right;
      ALTER TABLE partners_release.agreement_right DROP COLUMN subjects, DROP COLUMN clients;
      DROP TRIGGER changed_at_is_now_on_insert ON partners.access_agreement;
      DROP TRIGGER changed_at_is_now_on_update ON partners.access_agreement;
      DROP TRIGGER guard ON partners.access_agreement;
      DROP TRIGGER keep_grant ON partners.access_agreement;
      DROP TRIGGER keep_step ON partners.access_agreement;
      DROP FUNCTION partners.guard_agreement(), partners.keep_agreement_act();
      DROP TABLE partners.agreement_act;
      DROP POLICY granted_by_privacy ON partners.access_agreement;
      DROP POLICY changed_by_privacy ON partners.access_agreement;
      REVOKE INSERT, UPDATE ON partners.access_agreement FROM hub_steward;
      ALTER TABLE partners.access_agreement DROP COLUMN subjects, DROP COLUMN clients, DROP COLUMN request,
        DROP COLUMN version, DROP COLUMN changed_by, DROP COLUMN changed_client, DROP COLUMN changed_at,
        DROP COLUMN change_reason;
      DROP TABLE partners_release.access_request;
      DROP FUNCTION partners_release.is_demonstration();
      REVOKE SELECT ON partners.seed FROM hub_researcher, hub_establishment, hub_steward;
      ${noServerClock(schemas)}
    `);
  }
}

// The researchers' role asks for access; it may not enter the schema of the agreements, so its requests lie here.
const requested =
  "id, title, purpose, variables, record_level, ethics_reference, period_from, period_to, team_size, state, synthetic, requested_by, requested_client, requested_at";
const requests = `
  CREATE FUNCTION partners_release.is_demonstration() RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM partners.seed WHERE name = 'demo');
  REVOKE ALL ON FUNCTION partners_release.is_demonstration() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION partners_release.is_demonstration() TO hub_researcher, hub_steward;
  CREATE TABLE partners_release.access_request (
    id uuid PRIMARY KEY,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    purpose jsonb NOT NULL CHECK (COALESCE(purpose ->> 'fr', '') <> ''),
    variables text[] NOT NULL CHECK (cardinality(variables) > 0),
    record_level text NOT NULL CHECK (record_level IN ('AGGREGATE', 'ANONYMISED')),
    ethics_reference text NOT NULL CHECK (length(ethics_reference) BETWEEN 1 AND 100),
    period_from date NOT NULL,
    period_to date NOT NULL CHECK (period_to >= period_from),
    team_size integer NOT NULL CHECK (team_size BETWEEN 1 AND 100),
    state text NOT NULL CHECK (state IN ('OPEN', 'GRANTED', 'DECLINED')),
    synthetic boolean NOT NULL,
    requested_by text NOT NULL,
    requested_client text,
    requested_at timestamptz NOT NULL,
    decided_by text CHECK (decided_by <> requested_by),
    decided_client text,
    decided_at timestamptz,
    decision_reason text CHECK (decision_reason <> ''),
    CHECK ((state = 'OPEN') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (state <> 'OPEN' OR decision_reason IS NULL),
    CHECK (state <> 'DECLINED' OR decision_reason IS NOT NULL)
  );
  CREATE UNIQUE INDEX one_open_request_a_title ON partners_release.access_request (requested_by, lower(title))
    WHERE state = 'OPEN';
  ${closedTable("partners_release.access_request")}
  GRANT SELECT (${requested}, decided_at, decision_reason) ON partners_release.access_request TO hub_researcher;
  GRANT INSERT (${requested}) ON partners_release.access_request TO hub_researcher;
  GRANT SELECT, UPDATE (state, decided_by, decided_client, decided_at, decision_reason)
    ON partners_release.access_request TO hub_steward;
  CREATE POLICY own_requests ON partners_release.access_request FOR SELECT TO hub_researcher
    USING (${callerHolds("research:read")} AND requested_by = ${callerSubject});
  CREATE POLICY own_new_request ON partners_release.access_request FOR INSERT TO hub_researcher
    WITH CHECK (${callerHolds("research:read")} AND state = 'OPEN' AND ${isHonest}
      AND ${isWrittenByCaller("requested_by", "requested_client")});
  CREATE POLICY read_by_privacy ON partners_release.access_request FOR SELECT TO hub_steward
    USING (${answersForPrivacy});
  CREATE POLICY decided_by_privacy ON partners_release.access_request FOR UPDATE TO hub_steward
    USING (${answersForPrivacy} AND state = 'OPEN')
    WITH CHECK (state IN ('GRANTED', 'DECLINED') AND ${isWrittenByCaller("decided_by", "decided_client")});`;

// An agreement that is older than its list of subjects opens to nobody until it is granted anew; the demonstration's
// stays open to its accounts.
const agreements = `
  SELECT set_config('hub.seeding', 'on', true);
  ALTER TABLE partners.access_agreement
    ADD COLUMN subjects text[] NOT NULL DEFAULT '{}',
    ADD COLUMN clients text[] NOT NULL DEFAULT '{}',
    ADD COLUMN request uuid UNIQUE REFERENCES partners_release.access_request,
    ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    ADD COLUMN changed_by text NOT NULL DEFAULT 'urn:carrefour:hub',
    ADD COLUMN changed_client text,
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN change_reason text CHECK (change_reason <> '');
  ALTER TABLE partners_release.agreement_right
    ADD COLUMN subjects text[] NOT NULL DEFAULT '{}',
    ADD COLUMN clients text[] NOT NULL DEFAULT '{}';
  UPDATE partners.access_agreement SET subjects = ARRAY['researcher', 'researcher:' || code],
      clients = ARRAY['researcher', 'researcher:' || code]
    WHERE synthetic AND code = 'entente-demo-1';
  UPDATE partners.access_agreement SET subjects = ARRAY['researcher:' || code], clients = ARRAY['researcher:' || code]
    WHERE synthetic AND code = 'entente-demo-2';
  UPDATE partners_release.agreement_right AS copied SET subjects = agreement.subjects, clients = agreement.clients
    FROM partners.access_agreement AS agreement WHERE agreement.code = copied.agreement;
  GRANT INSERT (code, ${terms.join(", ")}, subjects, clients, request, version, changed_by, changed_client,
    changed_at, change_reason), UPDATE (${change}) ON partners.access_agreement TO hub_steward;
  CREATE POLICY granted_by_privacy ON partners.access_agreement FOR INSERT TO hub_steward
    WITH CHECK (${answersForPrivacy} AND status = 'ACTIVE' AND version = 1 AND change_reason IS NOT NULL
      AND ${isWrittenByCaller("changed_by", "changed_client")} AND ${isHonest}
      AND valid_to < valid_from + interval '2 years'
      AND cardinality(variables) > 0 AND cardinality(subjects) + cardinality(clients) > 0
      -- Nobody opens records to himself.
      AND ${callerSubject} <> ALL (subjects) AND COALESCE(${callerClient} <> ALL (clients), true));
  CREATE POLICY changed_by_privacy ON partners.access_agreement FOR UPDATE TO hub_steward
    USING (${answersForPrivacy})
    WITH CHECK (${answersForPrivacy} AND change_reason IS NOT NULL
      AND ${isWrittenByCaller("changed_by", "changed_client")});`;

const acts = `
  CREATE TABLE partners.agreement_act (
    agreement text NOT NULL,
    version integer NOT NULL,
    act text NOT NULL CHECK (act IN ('GRANTED', 'SUSPENDED', 'RESUMED', 'ENDED')),
    by_subject text NOT NULL,
    by_client text,
    at timestamptz NOT NULL,
    reason text,
    PRIMARY KEY (agreement, version)
  );
  ${writtenByTriggers("partners.agreement_act")}
  GRANT SELECT ON partners.agreement_act TO hub_steward;
  CREATE POLICY read_by_privacy ON partners.agreement_act FOR SELECT TO hub_steward USING (${answersForPrivacy});
  INSERT INTO partners.agreement_act (agreement, version, act, by_subject, at)
    SELECT code, version, 'GRANTED', changed_by, changed_at FROM partners.access_agreement;
  SELECT set_config('hub.seeding', '', true);
  CREATE FUNCTION partners.keep_agreement_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    INSERT INTO partners.agreement_act (agreement, version, act, by_subject, by_client, at, reason)
    VALUES (NEW.code, NEW.version,
      CASE WHEN TG_OP = 'INSERT' THEN 'GRANTED' WHEN NEW.status = 'ACTIVE' THEN 'RESUMED' ELSE NEW.status END,
      NEW.changed_by, NEW.changed_client, NEW.changed_at, NEW.change_reason);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION partners.keep_agreement_act() FROM PUBLIC;
  CREATE TRIGGER keep_grant AFTER INSERT ON partners.access_agreement
    FOR EACH ROW EXECUTE FUNCTION partners.keep_agreement_act();
  CREATE TRIGGER keep_step AFTER UPDATE ON partners.access_agreement
    FOR EACH ROW WHEN (NEW.version IS DISTINCT FROM OLD.version) EXECUTE FUNCTION partners.keep_agreement_act();`;

/*
 * The steps of an agreement once it is granted; each makes the next version, and what was granted never changes:
 *
 *   from               to
 *   ACTIVE             SUSPENDED
 *   SUSPENDED          ACTIVE
 *   ACTIVE, SUSPENDED  ENDED, for ever
 */
const guard = `
  CREATE FUNCTION partners.guard_agreement() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NEW.version <> OLD.version + 1
      OR (OLD.status, NEW.status) NOT IN (('ACTIVE', 'SUSPENDED'), ('SUSPENDED', 'ACTIVE'), ('ACTIVE', 'ENDED'),
        ('SUSPENDED', 'ENDED')) THEN
      RAISE insufficient_privilege
        USING MESSAGE = format('access_agreement: not a step (%s to %s)', OLD.status, NEW.status);
    END IF;
    RETURN NEW;
  END $$;
  REVOKE ALL ON FUNCTION partners.guard_agreement() FROM PUBLIC;
  CREATE TRIGGER guard BEFORE UPDATE ON partners.access_agreement
    FOR EACH ROW WHEN (${isSentByCaller}) EXECUTE FUNCTION partners.guard_agreement();`;

/** Copies each change to where the researchers' role may look; as the owner, so that nobody else may write there. */
function copyOf(columns: readonly string[], rights: "SECURITY DEFINER" | "SECURITY INVOKER"): string {
  return `
    CREATE OR REPLACE FUNCTION partners.copy_agreement_right() RETURNS trigger
      LANGUAGE plpgsql ${rights} SET search_path = pg_catalog AS $$
    BEGIN
      INSERT INTO partners_release.agreement_right (agreement, ${columns.join(", ")})
      VALUES (NEW.code, ${columns.map((column) => `NEW.${column}`).join(", ")})
      ON CONFLICT (agreement) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")};
      RETURN NULL;
    END $$;`;
}

const ownRight = (condition: string): string => `
  ALTER POLICY own_right ON partners_release.agreement_right USING (${condition});`;

/** The releases and records of the caller's agreement, while it is in force at an instant. */
function inForce(instant: string): string {
  const own = `(
    SELECT own.agreement FROM partners_release.agreement_right AS own
    WHERE own.agreement = ${callerAgreement} AND own.status = 'ACTIVE' AND own.record_level = 'ANONYMISED'
      AND (${instant} AT TIME ZONE 'America/Toronto')::date BETWEEN own.valid_from AND own.valid_to
  )`;
  return `
    ALTER POLICY own_releases ON partners_release.release_agreement USING (agreement = ${own});
    ALTER POLICY own_records ON partners_release.record USING (
      release IN (SELECT code FROM partners_release.release WHERE release.status = 'APPROVED') AND agreement = ${own});`;
}

// The instant of the hub's own clock, as long as it is the server's within minutes; else the server's.
const said = "NULLIF(current_setting('hub.now', true), '')::timestamptz";
const now = `(CASE WHEN partners.is_now(${said}) THEN ${said} ELSE statement_timestamp() END)`;

// A token that names the agreement is not enough: the agreement must name the token's subject, or its client.
const readers = `
  CREATE POLICY written_by_triggers ON partners_release.agreement_right TO hub_owner
    USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0);
  ${ownRight(`agreement = ${callerAgreement} AND (${callerSubject} = ANY (subjects) OR ${callerClient} = ANY (clients))`)}
  ${inForce(now)}`;
