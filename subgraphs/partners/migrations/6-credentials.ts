import type { MigrationInterface, QueryRunner } from "typeorm";
import { hubScope } from "../../shared/principal.js";
import { isSentByCaller, isWrittenNow } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";
import {
  barSuspended,
  callerHolds,
  closedTable,
  isCallers,
  isHonest,
  isWrittenByCaller,
  writtenByTriggers,
} from "./row-policies.js";

const schemas = schemasOf("partners");
const answersForPrivacy = callerHolds("steward:privacy");

// What a suspended caller reads and writes nothing of, whatever the other policies say.
const barred = [
  "partners.partner",
  "partners.engagement",
  "partners.access_agreement",
  "partners.agreement_act",
  "partners.credential",
  "partners.credential_act",
  "partners_release.agreement_right",
  "partners_release.access_request",
  "partners_release.release",
  "partners_release.release_agreement",
  "partners_release.record",
];

/** Credentials: whom the stewards let in, whom they suspended and why; every act is kept. */
export class Credentials implements MigrationInterface {
  readonly name = "Credentials1763760000070";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${tables}
      ${acts}
      ${guard}
      ${standing}
      ${barred.map(barSuspended).join("")}
      ${isWrittenNow(schemas, { table: "partners.credential", column: "changed_at", on: "INSERT" })}
      ${isWrittenNow(schemas, { table: "partners.credential", column: "changed_at", on: "UPDATE" })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${barred.map((table) => `DROP POLICY admitted ON ${table};`).join("\n")}
      DROP TABLE partners.credential_act, partners.credential;
      DROP TABLE partners_release.credential_right;
      DROP FUNCTION partners.keep_credential_act(), partners.guard_credential(), partners.copy_credential_right();
    `);
  }
}

const tables = `
  CREATE TABLE partners.credential (
    id uuid PRIMARY KEY,
    subject text UNIQUE CHECK (length(subject) BETWEEN 1 AND 255),
    client text UNIQUE CHECK (length(client) BETWEEN 1 AND 255),
    kind text CHECK (kind IN ('RESEARCHER', 'ESTABLISHMENT', 'STEWARD')),
    establishment text,
    agreement text REFERENCES partners.access_agreement,
    scopes text[] NOT NULL,
    status text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'ENDED')),
    synthetic boolean NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    changed_by text NOT NULL,
    changed_client text,
    changed_at timestamptz NOT NULL,
    change_reason text NOT NULL CHECK (change_reason <> ''),
    CHECK (num_nonnulls(subject, client) = 1),
    CHECK (CASE kind
      WHEN 'ESTABLISHMENT' THEN establishment IS NOT NULL AND agreement IS NULL AND scopes = ARRAY['figures:write']
      WHEN 'RESEARCHER' THEN establishment IS NULL AND scopes = ARRAY['research:read']
      WHEN 'STEWARD' THEN establishment IS NULL AND agreement IS NULL AND cardinality(scopes) > 0
        AND scopes <@ ARRAY['steward:collect', 'steward:publish', 'steward:privacy']
      -- Suspended without having been granted here: known by its issuer alone.
      ELSE establishment IS NULL AND agreement IS NULL AND cardinality(scopes) = 0 END)
  );
  ${closedTable("partners.credential")}
  GRANT SELECT, INSERT, UPDATE (status, version, changed_by, changed_client, changed_at, change_reason)
    ON partners.credential TO hub_steward;
  CREATE POLICY read_by_privacy ON partners.credential FOR SELECT TO hub_steward
    USING (${answersForPrivacy} OR ${callerHolds(hubScope)});
  CREATE POLICY granted_by_privacy ON partners.credential FOR INSERT TO hub_steward
    WITH CHECK (${answersForPrivacy} AND version = 1 AND ${isWrittenByCaller("changed_by", "changed_client")}
      AND ${isHonest} AND status = CASE WHEN kind IS NULL THEN 'SUSPENDED' ELSE 'ACTIVE' END);
  CREATE POLICY changed_by_privacy ON partners.credential FOR UPDATE TO hub_steward
    USING (${answersForPrivacy})
    WITH CHECK (${answersForPrivacy} AND ${isWrittenByCaller("changed_by", "changed_client")});`;

const acts = `
  CREATE TABLE partners.credential_act (
    credential uuid NOT NULL,
    version integer NOT NULL,
    act text NOT NULL CHECK (act IN ('GRANTED', 'SUSPENDED', 'RESTORED', 'ENDED')),
    by_subject text NOT NULL,
    by_client text,
    at timestamptz NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (credential, version)
  );
  ${writtenByTriggers("partners.credential_act")}
  GRANT SELECT ON partners.credential_act TO hub_steward;
  CREATE POLICY read_by_privacy ON partners.credential_act FOR SELECT TO hub_steward USING (${answersForPrivacy});
  CREATE FUNCTION partners.keep_credential_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    INSERT INTO partners.credential_act (credential, version, act, by_subject, by_client, at, reason)
    VALUES (NEW.id, NEW.version,
      CASE WHEN NEW.status <> 'ACTIVE' THEN NEW.status WHEN TG_OP = 'INSERT' THEN 'GRANTED' ELSE 'RESTORED' END,
      NEW.changed_by, NEW.changed_client, NEW.changed_at, NEW.change_reason);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION partners.keep_credential_act() FROM PUBLIC;
  CREATE TRIGGER keep_act AFTER INSERT OR UPDATE ON partners.credential
    FOR EACH ROW EXECUTE FUNCTION partners.keep_credential_act();`;

/*
 * The steps of a credential; each makes the next version, and what was granted never changes:
 *
 *   from               to         but not
 *   ACTIVE             SUSPENDED  when nobody else would answer for privacy
 *   SUSPENDED          ACTIVE     by the suspended
 *   ACTIVE, SUSPENDED  ENDED      when nobody else would answer for privacy; for ever
 */
const guard = `
  CREATE FUNCTION partners.guard_credential() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NEW.version <> OLD.version + 1
      OR (OLD.status, NEW.status) NOT IN (('ACTIVE', 'SUSPENDED'), ('SUSPENDED', 'ACTIVE'), ('ACTIVE', 'ENDED'),
        ('SUSPENDED', 'ENDED'))
      OR (NEW.status = 'ACTIVE' AND ${isCallers("NEW")}) THEN
      RAISE insufficient_privilege
        USING MESSAGE = format('credential: not a step (%s to %s)', OLD.status, NEW.status);
    END IF;
    IF OLD.status = 'ACTIVE' AND 'steward:privacy' = ANY (OLD.scopes) THEN
      -- Two who suspend each other at the same moment: the second waits here, then sees the first.
      PERFORM pg_advisory_xact_lock(hashtext('partners.credential'));
      IF NOT EXISTS (SELECT FROM partners.credential AS other WHERE other.id <> OLD.id AND other.status = 'ACTIVE'
        AND 'steward:privacy' = ANY (other.scopes)) THEN
        RAISE insufficient_privilege USING CONSTRAINT = 'last_privacy_steward',
          MESSAGE = 'credential: nobody else would answer for privacy';
      END IF;
    END IF;
    RETURN NEW;
  END $$;
  REVOKE ALL ON FUNCTION partners.guard_credential() FROM PUBLIC;
  CREATE TRIGGER guard BEFORE UPDATE ON partners.credential
    FOR EACH ROW WHEN (${isSentByCaller}) EXECUTE FUNCTION partners.guard_credential();`;

// The policies of every role ask where the caller stands: each may see its own standing, and nothing else of it.
const standing = `
  CREATE TABLE partners_release.credential_right (
    id uuid PRIMARY KEY,
    subject text,
    client text,
    status text NOT NULL
  );
  CREATE INDEX ON partners_release.credential_right (subject);
  CREATE INDEX ON partners_release.credential_right (client);
  ${writtenByTriggers("partners_release.credential_right")}
  GRANT SELECT ON partners_release.credential_right TO hub_researcher, hub_establishment, hub_steward;
  CREATE POLICY own_standing ON partners_release.credential_right FOR SELECT
    TO hub_researcher, hub_establishment, hub_steward USING (${isCallers("credential_right")});
  CREATE FUNCTION partners.copy_credential_right() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    INSERT INTO partners_release.credential_right (id, subject, client, status)
    VALUES (NEW.id, NEW.subject, NEW.client, NEW.status)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION partners.copy_credential_right() FROM PUBLIC;
  CREATE TRIGGER copy_right AFTER INSERT OR UPDATE ON partners.credential
    FOR EACH ROW EXECUTE FUNCTION partners.copy_credential_right();`;
