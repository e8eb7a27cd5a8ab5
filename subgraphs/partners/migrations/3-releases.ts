import type { MigrationInterface, QueryRunner } from "typeorm";
import { callerAgreement, callerHolds, callerSubject, closedTable } from "./row-policies.js";

const builds = callerHolds("steward:privacy");
const approves = callerHolds("steward:publish");

/** Frozen, anonymised releases: the only records that the researchers' role can reach. */
export class Releases implements MigrationInterface {
  readonly name = "Releases1763760000003";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(this.tables() + this.copyOfAgreements() + this.readers() + this.stewards());
  }

  private tables(): string {
    return `
      CREATE TABLE partners_release.agreement_right (
        agreement text PRIMARY KEY REFERENCES partners.access_agreement ON DELETE CASCADE,
        purpose jsonb NOT NULL,
        variables text[] NOT NULL,
        record_level text NOT NULL,
        k_threshold integer NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        status text NOT NULL,
        synthetic boolean NOT NULL
      );
      CREATE TABLE partners_release.release (
        code text PRIMARY KEY,
        version integer NOT NULL UNIQUE CHECK (version > 0),
        title text NOT NULL,
        created_at timestamptz NOT NULL,
        approved_at timestamptz,
        built_by text NOT NULL,
        approved_by text CHECK (approved_by <> built_by),
        keys text[] NOT NULL,
        columns jsonb NOT NULL,
        report jsonb NOT NULL,
        synthetic boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('BUILT', 'APPROVED')),
        CHECK ((status = 'APPROVED') = (approved_by IS NOT NULL AND approved_at IS NOT NULL))
      );
      CREATE TABLE partners_release.release_agreement (
        release text NOT NULL REFERENCES partners_release.release,
        -- Two releases of the same rosters tell, by their difference, what each of them suppressed.
        agreement text NOT NULL UNIQUE REFERENCES partners.access_agreement,
        PRIMARY KEY (release, agreement)
      );
      CREATE TABLE partners_release.record (
        row_id uuid PRIMARY KEY,
        release text NOT NULL,
        agreement text NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        region_group text NOT NULL,
        age_band text NOT NULL,
        gender text NOT NULL,
        standing text NOT NULL,
        experience_domain text NOT NULL,
        UNIQUE (release, agreement, position),
        FOREIGN KEY (release, agreement) REFERENCES partners_release.release_agreement
      );
      ${closedTable("partners_release.agreement_right")}
      ${closedTable("partners_release.release")}
      ${closedTable("partners_release.release_agreement")}
      ${closedTable("partners_release.record")}`;
  }

  // The researchers' role may not enter the schema of the agreements: each change is copied to where it may.
  private copyOfAgreements(): string {
    const terms = "purpose, variables, record_level, k_threshold, valid_from, valid_to, status, synthetic";
    const columns = terms.split(", ");
    return `
      CREATE FUNCTION partners.copy_agreement_right() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO partners_release.agreement_right (agreement, ${terms})
        VALUES (NEW.code, ${columns.map((column) => `NEW.${column}`).join(", ")})
        ON CONFLICT (agreement) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")};
        RETURN NULL;
      END $$;
      CREATE TRIGGER copy_right AFTER INSERT OR UPDATE ON partners.access_agreement
        FOR EACH ROW EXECUTE FUNCTION partners.copy_agreement_right();`;
  }

  private readers(): string {
    const ownAgreementInForce = `(
      SELECT own.agreement FROM partners_release.agreement_right AS own
      WHERE own.agreement = ${callerAgreement} AND own.status = 'ACTIVE'
        AND own.record_level = 'ANONYMISED'
        AND (now() AT TIME ZONE 'America/Toronto')::date BETWEEN own.valid_from AND own.valid_to
    )`;
    return `
      GRANT USAGE ON SCHEMA partners_release TO hub_researcher, hub_steward;
      GRANT SELECT ON partners_release.agreement_right, partners_release.release_agreement, partners_release.record
        TO hub_researcher;
      GRANT SELECT (code, version, title, created_at, approved_at, keys, columns, report, synthetic, status)
        ON partners_release.release TO hub_researcher;
      CREATE POLICY own_right ON partners_release.agreement_right FOR SELECT TO hub_researcher
        USING (agreement = ${callerAgreement});
      CREATE POLICY own_releases ON partners_release.release_agreement FOR SELECT TO hub_researcher
        USING (agreement = ${ownAgreementInForce});
      CREATE POLICY approved_release ON partners_release.release FOR SELECT TO hub_researcher USING (
        status = 'APPROVED' AND ${callerHolds("research:read")}
        AND code IN (SELECT own.release FROM partners_release.release_agreement AS own)
      );
      CREATE POLICY own_records ON partners_release.record FOR SELECT TO hub_researcher USING (
        release IN (SELECT code FROM partners_release.release WHERE release.status = 'APPROVED')
        AND agreement = ${ownAgreementInForce}
      );`;
  }

  // Nobody may change or remove a record; a release changes once, from built to approved, by another person.
  private stewards(): string {
    const ownUnapprovedRelease = `release IN (
      SELECT code FROM partners_release.release
      WHERE release.status = 'BUILT' AND built_by = ${callerSubject}
    )`;
    return `
      GRANT SELECT, INSERT, UPDATE (status, approved_at, approved_by) ON partners_release.release TO hub_steward;
      GRANT SELECT, INSERT ON partners_release.release_agreement TO hub_steward;
      GRANT INSERT ON partners_release.record TO hub_steward;
      CREATE POLICY steward_reads ON partners_release.release FOR SELECT TO hub_steward
        USING (${builds} OR ${approves});
      CREATE POLICY steward_builds ON partners_release.release FOR INSERT TO hub_steward
        WITH CHECK (${builds} AND status = 'BUILT' AND built_by = ${callerSubject});
      CREATE POLICY steward_approves ON partners_release.release FOR UPDATE TO hub_steward
        USING (${approves} AND status = 'BUILT' AND built_by <> ${callerSubject})
        WITH CHECK (status = 'APPROVED' AND approved_by = ${callerSubject});
      CREATE POLICY steward_compares ON partners_release.release_agreement FOR SELECT TO hub_steward
        USING (${builds});
      CREATE POLICY steward_opens ON partners_release.release_agreement FOR INSERT TO hub_steward
        WITH CHECK (${builds} AND ${ownUnapprovedRelease});
      CREATE POLICY steward_fills ON partners_release.record FOR INSERT TO hub_steward
        WITH CHECK (${builds} AND ${ownUnapprovedRelease});`;
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE partners_release.record, partners_release.release_agreement, partners_release.release;
      DROP TRIGGER copy_right ON partners.access_agreement;
      DROP FUNCTION partners.copy_agreement_right();
      DROP TABLE partners_release.agreement_right;
      REVOKE USAGE ON SCHEMA partners_release FROM hub_researcher, hub_steward;
    `);
  }
}
