import { type EntityManager, MoreThan } from "typeorm";
import type { ReleaseRow } from "./anonymisation/release-rows.js";
import { PartnerRecord } from "./partner-record.entity.js";

/** At most `limit` records of a release, as one agreement sees it, that come after a position. */
export const findRecordsAfter = (
  manager: EntityManager,
  release: string,
  agreement: string,
  position: number,
  limit: number,
): Promise<PartnerRecord[]> =>
  manager.find(PartnerRecord, {
    where: { release, agreement, position: MoreThan(position) },
    order: { position: "ASC" },
    take: limit,
  });

/** Writes all the records of a release, in one statement. */
export async function insertRecords(manager: EntityManager, rows: readonly ReleaseRow[]): Promise<void> {
  await manager.query(
    `INSERT INTO partners_release.record
       (row_id, release, agreement, position, region_group, age_band, gender, standing, experience_domain)
     SELECT "rowId", release, agreement, position, "regionGroup", "ageBand", gender, standing, "experienceDomain"
     FROM jsonb_to_recordset($1::jsonb) AS given (
       "rowId" uuid, release text, agreement text, position integer, "regionGroup" text, "ageBand" text,
       gender text, standing text, "experienceDomain" text)`,
    [JSON.stringify(rows)],
  );
}
