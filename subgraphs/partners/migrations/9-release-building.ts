import type { MigrationInterface, QueryRunner } from "typeorm";
import { barSuspended, callerHolds, callerSubject, closedTable, writtenByTriggers } from "./row-policies.js";

const holdsPrivacy = callerHolds("steward:privacy");
// Asked once a statement, not once a row: a release reads and writes a million.
const builds = `(SELECT ${holdsPrivacy})`;
const approves = `(SELECT ${callerHolds("steward:publish")})`;
const readByBuilder = [
  "release_builder ON partners.partner",
  "release_builder ON partners.engagement",
  "traced_by_privacy ON partners_release.record",
];

const wasThere = ["region_group", "age_band", "gender", "standing", "experience_domain"];
const added = [
  "first_language",
  "joined_period",
  "engagement_count",
  "profile",
  "trained",
  "highest_degree",
  "leadership",
  "main_sphere",
];
const ofRelease = ["purpose", "invasiveness", "previous", "licence", "method", "reassess_on"];

/**
 * Releases of chosen variables, for a purpose and in versions; who was in which class of which release, so that they can
 * be compared; and the register of what was anonymised (A-2.1, r. 0.1, s. 9).
 */
export class ReleaseBuilding implements MigrationInterface {
  readonly name = "ReleaseBuilding1763760000100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(wider + members + register);
    for (const policy of readByBuilder) await runner.query(`ALTER POLICY ${policy} USING (${builds})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_built ON partners_release.release;
      DROP TRIGGER keep_approved ON partners_release.release;
      DROP TRIGGER forget_members ON partners.partner;
      DROP TRIGGER keep_act ON partners.withdrawal;
      DROP TABLE partners.release_register, partners.release_member, partners.release_combination;
      DROP FUNCTION partners.keep_release_act(), partners.keep_withdrawal_act(), partners.forget_members();
      ${readByBuilder.map((policy) => `ALTER POLICY ${policy} USING (${holdsPrivacy});`).join("\n")}
      ALTER POLICY steward_compares ON partners_release.release_agreement USING (${holdsPrivacy});
      ALTER POLICY steward_fills ON partners_release.record WITH CHECK (${holdsPrivacy} AND ${ownUnapprovedRelease});
      ALTER TABLE partners_release.record ${added.map((column) => `DROP COLUMN ${column}`).join(", ")},
        ${wasThere.map((column) => `ALTER COLUMN ${column} SET NOT NULL`).join(", ")},
        ADD FOREIGN KEY (release, agreement) REFERENCES partners_release.release_agreement;
      DROP INDEX partners_release.release_agreement_agreement_idx;
      ALTER TABLE partners_release.release_agreement ADD UNIQUE (agreement);
      ALTER TABLE partners_release.release ${ofRelease.map((column) => `DROP COLUMN ${column}`).join(", ")};
    `);
  }
}

const ownUnapprovedRelease = `release IN (
      SELECT code FROM partners_release.release
      WHERE release.status = 'BUILT' AND built_by = ${callerSubject}
    )`;

/*
 * A record is for one of the agreements of its release. The policy looks at each row of a million in a small table that
 * it reads once; a foreign key would ask for each row anew, which takes longer than writing it.
 */
const wider = `
  ALTER TABLE partners_release.record
    ${added.map((column) => `ADD COLUMN ${column} text`).join(", ")},
    ${wasThere.map((column) => `ALTER COLUMN ${column} DROP NOT NULL`).join(", ")},
    DROP CONSTRAINT record_release_agreement_fkey;
  ALTER POLICY steward_fills ON partners_release.record WITH CHECK (
    ${builds} AND ${ownUnapprovedRelease}
    AND (release, agreement) IN (SELECT own.release, own.agreement FROM partners_release.release_agreement AS own)
  );
  ALTER TABLE partners_release.release_agreement DROP CONSTRAINT release_agreement_agreement_key;
  CREATE INDEX ON partners_release.release_agreement (agreement);
  ALTER POLICY steward_compares ON partners_release.release_agreement USING (${builds} OR ${approves});
  ALTER TABLE partners_release.release
    ADD COLUMN purpose jsonb CHECK (purpose ->> 'fr' <> ''),
    ADD COLUMN invasiveness text CHECK (invasiveness IN ('LOW', 'MEDIUM', 'HIGH')),
    ADD COLUMN previous text UNIQUE REFERENCES partners_release.release,
    ADD COLUMN licence jsonb,
    ADD COLUMN method jsonb,
    ADD COLUMN reassess_on date;
  GRANT SELECT (${ofRelease.join(", ")}) ON partners_release.release TO hub_researcher;`;

/*
 * Whom a release holds, and as what. Only the generalised values are kept. A partner whose content is erased stays as a
 * member that nobody is: what others could compute by comparing releases does not change when one is forgotten.
 */
const members = `
  CREATE TABLE partners.release_combination (
    release text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    keys text[] NOT NULL,
    sensitive text[] NOT NULL,
    PRIMARY KEY (release, number)
  );
  CREATE TABLE partners.release_member (
    release text NOT NULL,
    combination integer NOT NULL,
    establishment text NOT NULL,
    local_id text NOT NULL
  );
  ${["partners.release_combination", "partners.release_member"]
    .map(
      (table) => `
  ${closedTable(table)}
  GRANT SELECT, INSERT ON ${table} TO hub_steward;
  CREATE POLICY compared_by_privacy ON ${table} FOR SELECT TO hub_steward USING (${builds});
  CREATE POLICY written_by_builder ON ${table} FOR INSERT TO hub_steward
    WITH CHECK (${builds} AND ${ownUnapprovedRelease});
  ${barSuspended(table)}`,
    )
    .join("")}
  CREATE POLICY forgotten_by_trigger ON partners.release_member TO hub_owner
    USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0);
  CREATE FUNCTION partners.forget_members() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    -- One name for all the releases that somebody was in: together they say no more than before.
    UPDATE partners.release_member AS member SET establishment = '', local_id = gone.name
    FROM (SELECT establishment, local_id, gen_random_uuid()::text AS name FROM erased OFFSET 0) AS gone
    WHERE (member.establishment, member.local_id) = (gone.establishment, gone.local_id);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION partners.forget_members() FROM PUBLIC;
  CREATE TRIGGER forget_members AFTER DELETE ON partners.partner REFERENCING OLD TABLE AS erased
    FOR EACH STATEMENT EXECUTE FUNCTION partners.forget_members();`;

// Written by the database itself, in the transaction of the act: no act without its entry, no entry without its act.
const register = `
  CREATE TABLE partners.release_register (
    entry bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act text NOT NULL CHECK (act IN ('BUILT', 'APPROVED', 'PARTNERS_WITHDRAWN', 'KEY_DESTROYED')),
    release text,
    at timestamptz NOT NULL,
    by_subject text NOT NULL,
    told jsonb NOT NULL
  );
  CREATE INDEX ON partners.release_register (release);
  ${writtenByTriggers("partners.release_register")}
  GRANT SELECT ON partners.release_register TO hub_steward;
  CREATE POLICY read_by_stewards ON partners.release_register FOR SELECT TO hub_steward
    USING (${builds} OR ${approves});
  ${barSuspended("partners.release_register")}
  CREATE FUNCTION partners.keep_release_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO partners.release_register (act, release, at, by_subject, told)
      VALUES ('BUILT', NEW.code, NEW.created_at, NEW.built_by, jsonb_build_object('title', NEW.title,
        'purpose', NEW.purpose, 'invasiveness', NEW.invasiveness, 'method', NEW.method, 'variables',
        (SELECT jsonb_agg(each -> 'column') FROM jsonb_array_elements(NEW.columns) AS each), 'report', NEW.report,
        'previous', NEW.previous, 'reassessOn', NEW.reassess_on, 'synthetic', NEW.synthetic));
    END IF;
    IF NEW.status = 'APPROVED' THEN
      INSERT INTO partners.release_register (act, release, at, by_subject, told)
      VALUES ('APPROVED', NEW.code, NEW.approved_at, NEW.approved_by, '{}');
    END IF;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION partners.keep_release_act() FROM PUBLIC;
  CREATE TRIGGER keep_built AFTER INSERT ON partners_release.release
    FOR EACH ROW EXECUTE FUNCTION partners.keep_release_act();
  CREATE TRIGGER keep_approved AFTER UPDATE OF status ON partners_release.release
    FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION partners.keep_release_act();
  CREATE FUNCTION partners.keep_withdrawal_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    -- From which roster and how many; who they were is kept nowhere.
    INSERT INTO partners.release_register (act, at, by_subject, told)
    SELECT 'PARTNERS_WITHDRAWN', max(at), by_subject,
      jsonb_build_object('establishment', establishment, 'revision', revision, 'partners', count(*))
    FROM added GROUP BY establishment, revision, by_subject;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION partners.keep_withdrawal_act() FROM PUBLIC;
  CREATE TRIGGER keep_act AFTER INSERT ON partners.withdrawal REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION partners.keep_withdrawal_act();`;
