import type { MigrationInterface, QueryRunner } from "typeorm";
import { barSuspended, callerAgreement, closedTable } from "./row-policies.js";

/**
 * How long each file of a release is, block by block, and what stands at its end: measured once, when the file is first
 * asked for. A release is frozen, so that a part of its file can be made again without what comes before.
 */
export class ReleaseFiles implements MigrationInterface {
  readonly name = "ReleaseFiles1763760000115";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE partners_release.release_file (
        release text NOT NULL,
        agreement text NOT NULL,
        -- Tells the format, the columns and the program that writes it: another of them is another file.
        etag text NOT NULL CHECK (length(etag) BETWEEN 1 AND 100),
        format text NOT NULL CHECK (format IN ('csv', 'ndjson', 'parquet')),
        block_bytes integer[] NOT NULL CHECK (0 < ALL (block_bytes)),
        tail bytea NOT NULL,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
        measured_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (release, agreement, etag),
        FOREIGN KEY (release, agreement) REFERENCES partners_release.release_agreement
      );
      ${closedTable("partners_release.release_file")}
      GRANT SELECT, INSERT (release, agreement, etag, format, block_bytes, tail, sha256)
        ON partners_release.release_file TO hub_researcher;
      CREATE POLICY own_file ON partners_release.release_file FOR SELECT TO hub_researcher
        USING (agreement = ${callerAgreement} AND ${isOwnRelease});
      CREATE POLICY measured_by_reader ON partners_release.release_file FOR INSERT TO hub_researcher
        WITH CHECK (agreement = ${callerAgreement} AND ${isOwnRelease});
      ${barSuspended("partners_release.release_file")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE partners_release.release_file");
  }
}

// Of a release that the caller may read the records of: approved, and of its agreement in force.
const isOwnRelease = `EXISTS (SELECT FROM partners_release.release_agreement AS own
            JOIN partners_release.release ON release.code = own.release AND release.status = 'APPROVED'
          WHERE (own.release, own.agreement) = (release_file.release, release_file.agreement))`;
