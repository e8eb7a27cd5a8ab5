import type { EntityManager } from "typeorm";
import type { Anonymised } from "./anonymisation/anonymise.js";
import type { DictionaryColumn } from "./data-dictionary.js";
import { Release } from "./release.entity.js";

/** What is known of a release when it has just been built. */
export interface BuiltRelease {
  readonly code: string;
  readonly agreements: readonly string[];
  readonly version: number;
  readonly title: string;
  readonly createdAt: Date;
  readonly builtBy: string;
  readonly keys: readonly string[];
  readonly columns: readonly DictionaryColumn[];
  readonly report: Anonymised<unknown>["report"];
  readonly synthetic: boolean;
}

/** The releases that the caller may see, the newest first. */
export const findReleases = (manager: EntityManager): Promise<Release[]> =>
  manager.find(Release, { order: { version: "DESC" } });

/** The release with the given code, if the caller may see it. */
export const findRelease = (manager: EntityManager, code: string): Promise<Release | null> =>
  manager.findOne(Release, { where: { code } });

/** The release with the given code if it is for the agreement; null for any other. */
export const findReleaseOfAgreement = (
  manager: EntityManager,
  code: string,
  agreement: string,
): Promise<Release | null> =>
  manager
    .createQueryBuilder(Release, "release")
    .where("release.code = :code", { code })
    .andWhere(
      "EXISTS (SELECT FROM partners_release.release_agreement AS own WHERE own.release = :code AND own.agreement = :agreement)",
      { agreement },
    )
    .getOne();

/** Who built a release, for a steward; null when there is no such release. */
export async function findBuilder(manager: EntityManager, code: string): Promise<string | null> {
  const [row] = (await manager.query("SELECT built_by FROM partners_release.release WHERE code = $1", [
    code,
  ])) as { built_by: string }[];
  return row?.built_by ?? null;
}

/** The number of the next release; nobody else gets it before the transaction ends. */
export async function nextVersion(manager: EntityManager): Promise<number> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtext('partners_release.release'))");
  const [row] = (await manager.query(
    "SELECT coalesce(max(version), 0) + 1 AS next FROM partners_release.release",
  )) as { next: number }[];
  return row?.next ?? 1;
}

/** A release, approved or not, that one of the agreements has already; null when none has any. */
export async function findReleaseOfAny(
  manager: EntityManager,
  agreements: readonly string[],
): Promise<{ release: string; agreement: string } | null> {
  const [first] = (await manager.query(
    `SELECT release, agreement FROM partners_release.release_agreement WHERE agreement = ANY ($1)
     ORDER BY agreement LIMIT 1`,
    [agreements],
  )) as { release: string; agreement: string }[];
  return first ?? null;
}

/** Writes a release that researchers cannot read yet, and the agreements that it is for. */
export async function insertRelease(manager: EntityManager, built: BuiltRelease): Promise<void> {
  await manager.query(
    `INSERT INTO partners_release.release
       (code, version, title, created_at, built_by, keys, columns, report, synthetic, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'BUILT')`,
    [
      built.code,
      built.version,
      built.title,
      built.createdAt,
      built.builtBy,
      built.keys,
      JSON.stringify(built.columns),
      JSON.stringify(built.report),
      built.synthetic,
    ],
  );
  await manager.query(
    "INSERT INTO partners_release.release_agreement (release, agreement) SELECT $1, unnest($2::text[])",
    [built.code, built.agreements],
  );
}

/** Opens a built release to researchers; false when somebody has just done so. */
export async function approveBuiltRelease(
  manager: EntityManager,
  code: string,
  approvedBy: string,
  approvedAt: Date,
): Promise<boolean> {
  const [, changed] = (await manager.query(
    `UPDATE partners_release.release SET status = 'APPROVED', approved_by = $2, approved_at = $3
     WHERE code = $1 AND status = 'BUILT'`,
    [code, approvedBy, approvedAt],
  )) as [unknown, number];
  return changed === 1;
}
