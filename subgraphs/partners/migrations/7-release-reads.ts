import type { MigrationInterface, QueryRunner } from "typeorm";
import { isWrittenNow } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";
import {
  barSuspended,
  callerAgreement,
  callerHolds,
  closedTable,
  isWrittenByCaller,
} from "./row-policies.js";

const schemas = schemasOf("partners");
const answersForPrivacy = callerHolds("steward:privacy");

/** Who read which rows of which release, under which agreement: written with the read itself, and never changed. */
export class ReleaseReads implements MigrationInterface {
  readonly name = "ReleaseReads1763760000080";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE partners_release.release_read (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        release text NOT NULL,
        agreement text NOT NULL,
        subject text NOT NULL,
        client text,
        at timestamptz NOT NULL,
        request_id text NOT NULL CHECK (length(request_id) BETWEEN 1 AND 200),
        way text NOT NULL CHECK (way IN ('PAGE', 'FILE', 'COUNT')),
        -- The ranks of the rows in the order of their agreement: a thousand neighbours are one range.
        positions int4multirange NOT NULL,
        FOREIGN KEY (release, agreement) REFERENCES partners_release.release_agreement
      );
      CREATE INDEX ON partners_release.release_read (release, agreement);
      CREATE INDEX ON partners_release.release_read (agreement);
      CREATE INDEX ON partners_release.release_read (subject);
      ${closedTable("partners_release.release_read")}
      GRANT INSERT (release, agreement, subject, client, at, request_id, way, positions)
        ON partners_release.release_read TO hub_researcher;
      GRANT SELECT ON partners_release.release_read TO hub_steward;
      GRANT SELECT (row_id, release, agreement, position) ON partners_release.record TO hub_steward;
      -- A reader writes its own reads and sees none: what was read by whom is the stewards' to ask.
      CREATE POLICY own_read ON partners_release.release_read FOR INSERT TO hub_researcher
        WITH CHECK (agreement = ${callerAgreement} AND ${isWrittenByCaller("subject", "client")}
          AND EXISTS (SELECT FROM partners_release.release_agreement AS own
            WHERE (own.release, own.agreement) = (release_read.release, release_read.agreement)));
      CREATE POLICY read_by_privacy ON partners_release.release_read FOR SELECT TO hub_steward
        USING (${answersForPrivacy});
      CREATE POLICY traced_by_privacy ON partners_release.record FOR SELECT TO hub_steward
        USING (${answersForPrivacy});
      ${barSuspended("partners_release.release_read")}
      ${isWrittenNow(schemas, { table: "partners_release.release_read", column: "at", on: "INSERT" })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY traced_by_privacy ON partners_release.record;
      REVOKE SELECT (row_id, release, agreement, position) ON partners_release.record FROM hub_steward;
      DROP TABLE partners_release.release_read;
    `);
  }
}
