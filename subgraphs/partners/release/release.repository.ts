import type { EntityManager } from "typeorm";
import type { LocalizedText } from "../../shared/localized-text.js";
import type { RiskReport } from "./anonymisation/risk-report.js";
import type { DictionaryColumn } from "./data-dictionary.js";
import { Release } from "./release.entity.js";
import type { Invasiveness } from "./release-policy.js";

/** One caller's transaction, as services hand it on. */
export type Transaction = EntityManager;

/** What is known of a release when it has just been built. */
export interface BuiltRelease {
  readonly code: string;
  readonly agreements: readonly string[];
  readonly version: number;
  readonly title: string;
  readonly purpose: LocalizedText;
  readonly invasiveness: Invasiveness;
  /** Code of the version before. */
  readonly previous: string | null;
  readonly licence: LocalizedText;
  readonly method: LocalizedText;
  /** Day (YYYY-MM-DD) on which the risk is to be assessed again. */
  readonly reassessOn: string;
  readonly createdAt: Date;
  readonly builtBy: string;
  readonly columns: readonly DictionaryColumn[];
  readonly report: RiskReport;
  readonly synthetic: boolean;
}

/** The releases that the caller may see, the newest first, each with the version before it. */
export async function findReleases(manager: EntityManager): Promise<Release[]> {
  const releases = await manager.find(Release, { order: { version: "DESC" } });
  const byCode = new Map(releases.map((release) => [release.code, release]));
  for (const release of releases) release.before = byCode.get(release.previous ?? "");
  return releases;
}

/** The release with the given code, if the caller may see it, with the version before it. */
export async function findRelease(manager: EntityManager, code: string): Promise<Release | null> {
  const release = await manager.findOne(Release, { where: { code } });
  if (release?.previous)
    release.before = (await manager.findOne(Release, { where: { code: release.previous } })) ?? undefined;
  return release;
}

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

/** The number of the next release, which no discarded one had; nobody else gets it before the transaction ends. */
export async function nextVersion(manager: EntityManager): Promise<number> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtext('partners_release.release'))");
  const [row] = (await manager.query(
    `SELECT coalesce(max(version), 0) + 1 AS next
     FROM (SELECT version FROM partners_release.release UNION ALL SELECT version FROM partners.release_discard) AS used`,
  )) as { next: number }[];
  return row?.next ?? 1;
}

/** The agreements that a release is for; none when there is no such release. */
export async function findAgreementsOf(manager: EntityManager, release: string): Promise<string[]> {
  const rows = (await manager.query(
    "SELECT agreement FROM partners_release.release_agreement WHERE release = $1",
    [release],
  )) as { agreement: string }[];
  return rows.map(({ agreement }) => agreement);
}

/** True when another release is the next version of the given one. */
export const isFollowed = async (manager: EntityManager, release: string): Promise<boolean> =>
  ((await manager.query("SELECT FROM partners_release.release WHERE previous = $1", [release])) as unknown[])
    .length > 0;

/** Writes a release that researchers cannot read yet, and the agreements that it is for. */
export async function insertRelease(manager: EntityManager, built: BuiltRelease): Promise<void> {
  await manager.query(
    `INSERT INTO partners_release.release
       (code, version, title, purpose, invasiveness, previous, licence, method, reassess_on, created_at, built_by, keys,
        columns, report, synthetic, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'BUILT')`,
    [
      built.code,
      built.version,
      built.title,
      JSON.stringify(built.purpose),
      built.invasiveness,
      built.previous,
      JSON.stringify(built.licence),
      JSON.stringify(built.method),
      built.reassessOn,
      built.createdAt,
      built.builtBy,
      built.columns.filter(({ part }) => part === "KEY").map(({ column }) => column),
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

/** How many of a release's members were withdrawn since it was built; for who approves it. */
export async function countWithdrawnMembers(manager: EntityManager, code: string): Promise<number> {
  const [row] = (await manager.query(
    "SELECT count(*)::integer FROM partners.release_member WHERE release = $1 AND establishment = ''",
    [code],
  )) as { count: number }[];
  return row?.count ?? 0;
}

/** Takes a release that nobody approved away, with all that it holds; the register keeps that it was there. */
export const insertDiscard = async (
  manager: EntityManager,
  discarded: Pick<Release, "code" | "version"> & {
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> => {
  await manager.query(
    "INSERT INTO partners.release_discard (release, version, reason, at, by_subject) VALUES ($1, $2, $3, $4, $5)",
    [discarded.code, discarded.version, discarded.reason, discarded.at, discarded.by],
  );
};
