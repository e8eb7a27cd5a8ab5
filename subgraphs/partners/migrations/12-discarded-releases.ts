import type { MigrationInterface, QueryRunner } from "typeorm";
import { isWrittenNow } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";
import { barSuspended, callerHolds, callerSubject, closedTable } from "./row-policies.js";

const builds = `(SELECT ${callerHolds("steward:privacy")})`;
const approves = `(SELECT ${callerHolds("steward:publish")})`;
const isApprovable = `${callerHolds("steward:publish")} AND status = 'BUILT' AND built_by <> ${callerSubject}`;
const holdsNobodyGone = `NOT EXISTS (
    SELECT FROM partners.release_member AS member WHERE member.release = release.code AND member.establishment = '')`;

// From what refers to what is referred to.
const contents = [
  { table: "partners_release.record", column: "release" },
  { table: "partners.release_member", column: "release" },
  { table: "partners.release_combination", column: "release" },
  { table: "partners_release.release_agreement", column: "release" },
  { table: "partners_release.release", column: "code" },
] as const;
// Whose members are forgotten one by one has its policy already.
const opened = contents.filter(({ table }) => table !== "partners.release_member");

/**
 * A release that nobody approved may be discarded: nobody ever read it, so nobody can compare others with it. And one
 * that holds a partner who was withdrawn since it was built is never approved.
 */
export class DiscardedReleases implements MigrationInterface {
  readonly name = "DiscardedReleases1763760000120";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(discards + emptying + approvals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY steward_approves ON partners_release.release USING (${isApprovable});
      DROP POLICY counted_by_publication ON partners.release_member;
      ${opened.map(({ table }) => `DROP POLICY emptied_by_trigger ON ${table};`).join("\n")}
      DROP TABLE partners.release_discard;
      DROP FUNCTION partners.empty_release();
      ALTER TABLE partners.release_register DROP CONSTRAINT release_register_act_check,
        ADD CONSTRAINT release_register_act_check
          CHECK (act IN ('BUILT', 'APPROVED', 'PARTNERS_WITHDRAWN', 'KEY_DESTROYED')) NOT VALID;
    `);
  }
}

// The number is kept: no later release has it again.
const discards = `
  CREATE TABLE partners.release_discard (
    release text PRIMARY KEY,
    version integer NOT NULL UNIQUE,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    at timestamptz NOT NULL,
    by_subject text NOT NULL
  );
  ${closedTable("partners.release_discard")}
  GRANT SELECT, INSERT ON partners.release_discard TO hub_steward;
  CREATE POLICY read_by_privacy ON partners.release_discard FOR SELECT TO hub_steward USING (${builds});
  CREATE POLICY written_by_privacy ON partners.release_discard FOR INSERT TO hub_steward WITH CHECK (
    ${builds} AND by_subject = ${callerSubject}
    AND (release, version) IN (SELECT code, kept.version FROM partners_release.release AS kept WHERE status = 'BUILT')
  );
  ${barSuspended("partners.release_discard")}
  ${isWrittenNow(schemasOf("partners"), { table: "partners.release_discard", column: "at", on: "INSERT" })}`;

const emptying = `
  ${opened
    .map(
      ({ table, column }) => `
  CREATE POLICY emptied_by_trigger ON ${table} TO hub_owner
    USING (pg_trigger_depth() > 0 AND ${column} IN (SELECT gone.release FROM partners.release_discard AS gone))
    WITH CHECK (false);`,
    )
    .join("")}
  CREATE POLICY read_by_trigger ON partners.release_discard FOR SELECT TO hub_owner USING (pg_trigger_depth() > 0);
  ALTER TABLE partners.release_register DROP CONSTRAINT release_register_act_check,
    ADD CONSTRAINT release_register_act_check
      CHECK (act IN ('BUILT', 'APPROVED', 'DISCARDED', 'PARTNERS_WITHDRAWN', 'KEY_DESTROYED'));
  CREATE FUNCTION partners.empty_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    readers jsonb;
  BEGIN
    SELECT jsonb_agg(agreement ORDER BY agreement) INTO readers FROM partners_release.release_agreement
      WHERE release = NEW.release;
    ${contents
      .slice(0, -1)
      .map(({ table }) => `DELETE FROM ${table} WHERE release = NEW.release;`)
      .join("\n    ")}
    -- Who approves it at the same moment is waited for, and wins.
    DELETE FROM partners_release.release WHERE code = NEW.release AND status = 'BUILT';
    IF NOT FOUND THEN
      RAISE insufficient_privilege USING MESSAGE = 'release_discard: not a release that waits for its approval';
    END IF;
    INSERT INTO partners.release_register (act, release, at, by_subject, told)
      VALUES ('DISCARDED', NEW.release, NEW.at, NEW.by_subject,
        jsonb_build_object('reason', NEW.reason, 'agreements', readers));
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION partners.empty_release() FROM PUBLIC;
  CREATE TRIGGER empty_release AFTER INSERT ON partners.release_discard
    FOR EACH ROW EXECUTE FUNCTION partners.empty_release();`;

// Who approves sees how many members became nameless; neither their names nor anybody else.
const approvals = `
  CREATE POLICY counted_by_publication ON partners.release_member FOR SELECT TO hub_steward
    USING (${approves} AND establishment = '');
  ALTER POLICY steward_approves ON partners_release.release USING (${isApprovable} AND ${holdsNobodyGone});`;
