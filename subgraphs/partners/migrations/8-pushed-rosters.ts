import type { MigrationInterface, QueryRunner } from "typeorm";
import { isWrittenNow } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";
import {
  barSuspended,
  callerEstablishment,
  callerHolds,
  closedTable,
  isHonest,
  isWrittenByCaller,
  writtenByTriggers,
} from "./row-policies.js";

const schemas = schemasOf("partners");
const isOwn = `establishment = ${callerEstablishment} AND ${callerHolds("figures:write")}`;

/*
 * Rosters as establishments push them:
 *
 *   roster_revision   one accepted push: its key, what it was answered, and a head that chains it to the one before
 *   roster_row        what a revision changed, partner by partner; the current state is derived from it by a trigger
 *   withdrawal        who asked to be erased, as a salted hash; their rows are gone from every revision
 *   roster_salt       one an establishment, that no caller reads
 *
 *   roster_row ──applied by a trigger──▶ partner, engagement      withdrawal ──erases──▶ roster_row, partner, engagement
 */
export class PushedRosters implements MigrationInterface {
  readonly name = "PushedRosters1763760000090";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${salts}
      ${revisions}
      ${rows}
      ${withdrawals}
      ${["roster_revision", "roster_row", "withdrawal"].map((table) => barSuspended(`partners.${table}`)).join("")}
      ${isWrittenNow(schemas, { table: "partners.roster_revision", column: "pushed_at", on: "INSERT" })}
      ${isWrittenNow(schemas, { table: "partners.withdrawal", column: "at", on: "INSERT" })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE partners.withdrawal, partners.roster_row, partners.roster_revision;
      DROP FUNCTION partners.erase_partner(), partners.apply_roster_rows(), partners.guard_roster_rows(),
        partners.guard_roster_revision(), partners.is_being_made(text, integer), partners.withdrawn_among(text[]),
        partners.salted(text), partners.made_salt(text);
      DROP TABLE partners.roster_salt;
      DROP POLICY written_by_triggers ON partners.engagement;
      DROP POLICY written_by_triggers ON partners.partner;
    `);
  }
}

const definer = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$";
// Called by triggers alone, as the owner already.
const asTrigger = "LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$";
const closed = (signature: string): string => `REVOKE ALL ON FUNCTION partners.${signature} FROM PUBLIC;`;

// A hash of a short identifier is guessed in seconds by who knows the salt: no caller does, and none may ask for another's.
const hashed = (text: string): string => `encode(sha256(salt || convert_to(${text}, 'UTF8')), 'hex')`;
const whileAsking = `
    PERFORM set_config('hub.withdrawing', 'on', true);`;
const salts = `
  CREATE TABLE partners.roster_salt (
    establishment text PRIMARY KEY,
    salt bytea NOT NULL CHECK (length(salt) = 32)
  );
  ${writtenByTriggers("partners.roster_salt")}
  CREATE POLICY read_to_compare ON partners.roster_salt FOR SELECT TO hub_owner
    USING (current_setting('hub.withdrawing', true) = 'on');

  -- The salt of an establishment, made when it is first needed; for triggers, the only ones who may write it.
  CREATE FUNCTION partners.made_salt(whose text) RETURNS bytea ${asTrigger}
  DECLARE
    found bytea;
  BEGIN
    INSERT INTO partners.roster_salt (establishment, salt)
      VALUES (whose, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
      ON CONFLICT DO NOTHING;
    SELECT own.salt INTO STRICT found FROM partners.roster_salt AS own WHERE own.establishment = whose;
    RETURN found;
  END $$;
  ${closed("made_salt(text)")}

  -- A text as the caller's establishment keeps it; null before its first push, and to who pushes nothing.
  CREATE FUNCTION partners.salted(given text) RETURNS text ${definer}
  DECLARE
    salt bytea;
  BEGIN ${whileAsking}
    SELECT own.salt INTO salt FROM partners.roster_salt AS own WHERE ${isOwn};
    PERFORM set_config('hub.withdrawing', '', true);
    RETURN ${hashed("given")};
  END $$;
  ${closed("salted(text)")}
  GRANT EXECUTE ON FUNCTION partners.salted(text) TO hub_establishment;`;

// Neither a revision nor its rows ever change; the key and the payload are kept as salted hashes, since both may name partners.
const revisions = `
  CREATE TABLE partners.roster_revision (
    establishment text NOT NULL,
    revision integer NOT NULL CHECK (revision > 0),
    key text NOT NULL CHECK (key ~ '^[0-9a-f]{64}$'),
    payload_hash text NOT NULL CHECK (payload_hash ~ '^[0-9a-f]{64}$'),
    head text NOT NULL CHECK (head ~ '^[0-9a-f]{64}$'),
    result jsonb NOT NULL,
    synthetic boolean NOT NULL,
    pushed_by text NOT NULL,
    pushed_client text,
    pushed_at timestamptz NOT NULL,
    PRIMARY KEY (establishment, revision),
    UNIQUE (establishment, key)
  );
  ${closedTable("partners.roster_revision")}
  CREATE POLICY read_by_triggers ON partners.roster_revision FOR SELECT TO hub_owner USING (pg_trigger_depth() > 0);
  GRANT SELECT ON partners.roster_revision TO hub_establishment;
  GRANT INSERT (establishment, revision, key, payload_hash, result, synthetic, pushed_by, pushed_client, pushed_at)
    ON partners.roster_revision TO hub_establishment;
  CREATE POLICY own_revisions ON partners.roster_revision FOR SELECT TO hub_establishment USING (${isOwn});
  CREATE POLICY own_new_revision ON partners.roster_revision FOR INSERT TO hub_establishment
    WITH CHECK (${isOwn} AND ${isWrittenByCaller("pushed_by", "pushed_client")} AND ${isHonest});

  CREATE FUNCTION partners.guard_roster_revision() RETURNS trigger ${definer}
  DECLARE
    salt bytea;
    before partners.roster_revision;
  BEGIN
    -- Somebody else's row goes no further: its policy refuses it.
    IF NEW.establishment IS DISTINCT FROM ${callerEstablishment} THEN
      NEW.head := NULL;
      RETURN NEW;
    END IF;
    SELECT * INTO before FROM partners.roster_revision AS own
      WHERE own.establishment = NEW.establishment ORDER BY own.revision DESC LIMIT 1;
    IF NEW.revision <> COALESCE(before.revision, 0) + 1 OR NEW.pushed_at < before.pushed_at THEN
      RAISE insufficient_privilege USING MESSAGE = 'roster_revision: not the next revision of its roster';
    END IF;
    salt := partners.made_salt(NEW.establishment);
    NEW.key := ${hashed("NEW.key")};
    NEW.payload_hash := ${hashed("NEW.payload_hash")};
    NEW.head := encode(sha256(convert_to(concat_ws(E'\\n', before.head, NEW.establishment, NEW.revision, NEW.payload_hash,
      NEW.pushed_by, NEW.pushed_client, extract(epoch FROM NEW.pushed_at)), 'UTF8')), 'hex');
    RETURN NEW;
  END $$;
  ${closed("guard_roster_revision()")}
  CREATE TRIGGER guard BEFORE INSERT ON partners.roster_revision
    FOR EACH ROW EXECUTE FUNCTION partners.guard_roster_revision();

  -- True within the transaction that makes the revision: nothing is added to it later.
  CREATE FUNCTION partners.is_being_made(whose text, which integer) RETURNS boolean ${asTrigger}
  BEGIN
    RETURN EXISTS (SELECT FROM partners.roster_revision AS own
      WHERE own.establishment = whose AND own.revision = which AND own.xmin = pg_current_xact_id()::xid);
  END $$;
  ${closed("is_being_made(text, integer)")}`;

const columns = `status, profiles, age_band, gender, first_language, region, experience_domains, standing, joined_year,
      trained, coached, synthetic`;
const texts = (column: string): string => `ARRAY(SELECT jsonb_array_elements_text(${column}))`;
const rows = `
  CREATE TABLE partners.roster_row (
    establishment text NOT NULL,
    revision integer NOT NULL,
    local_id text NOT NULL CHECK (length(local_id) BETWEEN 1 AND 64),
    content jsonb NOT NULL,
    PRIMARY KEY (establishment, local_id, revision),
    FOREIGN KEY (establishment, revision) REFERENCES partners.roster_revision
  );
  CREATE INDEX ON partners.roster_row (establishment, revision);
  ${writtenByTriggers("partners.roster_row")}
  GRANT SELECT, INSERT ON partners.roster_row TO hub_establishment;
  CREATE POLICY own_rows ON partners.roster_row FOR SELECT TO hub_establishment USING (${isOwn});
  CREATE POLICY own_new_rows ON partners.roster_row FOR INSERT TO hub_establishment WITH CHECK (${isOwn});
  ${["partner", "engagement"]
    .map(
      (table) => `
  CREATE POLICY written_by_triggers ON partners.${table} TO hub_owner
    USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0);`,
    )
    .join("")}

  CREATE FUNCTION partners.guard_roster_rows() RETURNS trigger ${definer}
  BEGIN
    IF NOT partners.is_being_made(NEW.establishment, NEW.revision) THEN
      RAISE insufficient_privilege USING MESSAGE = 'roster_row: its revision is made already, or is not there';
    END IF;
    RETURN NEW;
  END $$;
  ${closed("guard_roster_rows()")}
  CREATE TRIGGER guard BEFORE INSERT ON partners.roster_row
    FOR EACH ROW EXECUTE FUNCTION partners.guard_roster_rows();

  CREATE FUNCTION partners.apply_roster_rows() RETURNS trigger ${definer}
  BEGIN
    IF EXISTS (SELECT FROM added JOIN partners.roster_salt USING (establishment) JOIN partners.withdrawal USING (establishment)
      WHERE withdrawal.hash = ${hashed("added.local_id")}) THEN
      RAISE insufficient_privilege USING MESSAGE = 'roster_row: a partner who was withdrawn';
    END IF;
    INSERT INTO partners.partner (establishment, local_id, ${columns})
      SELECT added.establishment, added.local_id, content ->> 'status', ${texts("content -> 'profiles'")},
        content ->> 'ageBand', content ->> 'gender', content ->> 'firstLanguage', content ->> 'region',
        ${texts("content -> 'experienceDomains'")}, content ->> 'standing', (content ->> 'joinedYear')::integer,
        (content ->> 'trained')::boolean, (content ->> 'coached')::boolean, made.synthetic
      FROM added JOIN partners.roster_revision AS made USING (establishment, revision)
      ON CONFLICT (establishment, local_id) DO UPDATE SET
        (${columns}) = (SELECT ${columns.replace(/(\w+)/g, "excluded.$1")});
    DELETE FROM partners.engagement AS former USING added
      WHERE (former.establishment, former.local_id) = (added.establishment, added.local_id);
    INSERT INTO partners.engagement (establishment, local_id, position, degree, leadership, level, sphere, sector, role,
        posture, from_year, to_year, recognition)
      SELECT establishment, local_id, each.position, each.value ->> 'degree', each.value ->> 'leadership',
        each.value ->> 'level', each.value ->> 'sphere', each.value ->> 'sector', each.value ->> 'role',
        each.value ->> 'posture', (each.value ->> 'fromYear')::integer, (each.value ->> 'toYear')::integer,
        ${texts("each.value -> 'recognition'")}
      FROM added, jsonb_array_elements(content -> 'engagements') WITH ORDINALITY AS each (value, position);
    RETURN NULL;
  END $$;
  ${closed("apply_roster_rows()")}
  CREATE TRIGGER apply AFTER INSERT ON partners.roster_row REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION partners.apply_roster_rows();`;

// What is inserted as the hash is the local id itself: it is replaced before it is stored, and everything under it goes.
const withdrawals = `
  CREATE TABLE partners.withdrawal (
    establishment text NOT NULL,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    revision integer NOT NULL,
    at timestamptz NOT NULL,
    by_subject text NOT NULL,
    by_client text,
    PRIMARY KEY (establishment, hash),
    FOREIGN KEY (establishment, revision) REFERENCES partners.roster_revision
  );
  ${closedTable("partners.withdrawal")}
  CREATE POLICY read_to_compare ON partners.withdrawal FOR SELECT TO hub_owner
    USING (current_setting('hub.withdrawing', true) = 'on' OR pg_trigger_depth() > 0);
  GRANT SELECT (establishment, revision, at, by_subject, by_client) ON partners.withdrawal TO hub_steward;
  GRANT SELECT (establishment, revision, at) ON partners.withdrawal TO hub_establishment;
  GRANT INSERT ON partners.withdrawal TO hub_establishment;
  CREATE POLICY read_by_privacy ON partners.withdrawal FOR SELECT TO hub_steward
    USING (${callerHolds("steward:privacy")});
  CREATE POLICY own_withdrawals ON partners.withdrawal FOR SELECT TO hub_establishment USING (${isOwn});
  CREATE POLICY own_new_withdrawal ON partners.withdrawal FOR INSERT TO hub_establishment
    WITH CHECK (${isOwn} AND ${isWrittenByCaller("by_subject", "by_client")});

  CREATE FUNCTION partners.erase_partner() RETURNS trigger ${definer}
  DECLARE
    salt bytea;
  BEGIN
    IF NEW.establishment IS DISTINCT FROM ${callerEstablishment}
      OR NOT partners.is_being_made(NEW.establishment, NEW.revision) THEN
      RAISE insufficient_privilege USING MESSAGE = 'withdrawal: not of a revision that its establishment is making';
    END IF;
    DELETE FROM partners.roster_row AS gone WHERE gone.establishment = NEW.establishment AND gone.local_id = NEW.hash;
    -- Engagements go with their partner.
    DELETE FROM partners.partner AS gone WHERE gone.establishment = NEW.establishment AND gone.local_id = NEW.hash;
    salt := partners.made_salt(NEW.establishment);
    NEW.hash := ${hashed("NEW.hash")};
    RETURN NEW;
  END $$;
  ${closed("erase_partner()")}
  CREATE TRIGGER erase BEFORE INSERT ON partners.withdrawal
    FOR EACH ROW EXECUTE FUNCTION partners.erase_partner();

  -- Those of the given local ids that the caller's establishment has withdrawn.
  CREATE FUNCTION partners.withdrawn_among(given text[]) RETURNS SETOF text ${definer}
  DECLARE
    salt bytea;
  BEGIN ${whileAsking}
    SELECT own.salt INTO salt FROM partners.roster_salt AS own WHERE ${isOwn};
    RETURN QUERY SELECT id FROM unnest(given) AS id JOIN partners.withdrawal AS kept
      ON kept.establishment = ${callerEstablishment} AND kept.hash = ${hashed("id")};
    PERFORM set_config('hub.withdrawing', '', true);
  END $$;
  ${closed("withdrawn_among(text[])")}
  GRANT EXECUTE ON FUNCTION partners.withdrawn_among(text[]) TO hub_establishment;`;
