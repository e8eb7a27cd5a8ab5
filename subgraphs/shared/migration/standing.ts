import type { OwnerConnection } from "../owner-connection.js";
import { StartError } from "../start-error.js";
import type { SubgraphSchemas } from "../database-roles.js";
import { type MigrationClass, nameOf } from "./hub-migration.js";

// Kept beside the seeds: what a program must know is a fact of the database, like what was sown in it.
const needsPrefix = "needs ";

/** How the migrations of a program and of a database stand to each other. */
export interface MigrationStanding {
  /** Known here, not applied there. */
  readonly pending: readonly string[];
  /** Applied there by a newer program, unknown here. */
  readonly unknown: readonly string[];
  /** What the newer program says one must know to serve, and this one does not. */
  readonly missing: readonly string[];
}

/** Compares what a database holds with what a program knows. */
export function standingOf(
  applied: readonly string[],
  needs: readonly string[],
  migrations: readonly MigrationClass[],
): MigrationStanding {
  const known = migrations.map(nameOf);
  return {
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
    missing: needs.filter((name) => !known.includes(name)),
  };
}

/** Reads both from the database; an empty standing of everything pending where there is no table of migrations yet. */
export async function readStanding(
  owner: Pick<OwnerConnection, "query">,
  { own }: SubgraphSchemas,
  migrations: readonly MigrationClass[],
): Promise<MigrationStanding> {
  const [tables] = await owner.query<{ migration: string | null; seed: string | null }>(
    `SELECT to_regclass('${own}.migration')::text AS migration, to_regclass('${own}.seed')::text AS seed`,
  );
  const applied = tables?.migration
    ? await owner.query<{ name: string }>(`SELECT name FROM ${own}.migration ORDER BY timestamp`)
    : [];
  const needs = tables?.seed
    ? await owner.query<{ name: string }>(`SELECT name FROM ${own}.seed WHERE name LIKE '${needsPrefix}%'`)
    : [];
  return standingOf(
    applied.map(({ name }) => name),
    needs.map(({ name }) => name.slice(needsPrefix.length)),
    migrations,
  );
}

/** Records what a program must know from now on. */
export async function recordNeeds(
  owner: Pick<OwnerConnection, "query">,
  { own }: SubgraphSchemas,
  needs: readonly string[],
): Promise<void> {
  if (needs.length === 0) return;
  const [ledger] = await owner.query<{ name: string | null }>(
    `SELECT to_regclass('${own}.seed')::text AS name`,
  );
  if (!ledger?.name) return;
  const names = needs.map((name) => `('${needsPrefix}${name}', '')`).join(", ");
  await owner.query(`INSERT INTO ${own}.seed (name, fingerprint) VALUES ${names} ON CONFLICT DO NOTHING`);
}

/** Throws DATABASE_AHEAD when a newer program left what this one cannot serve. */
export function refuseIfNarrowed({ pending, unknown, missing }: MigrationStanding): void {
  if (unknown.length === 0) return;
  // Both lack what the other has: neither is the older.
  const reason = missing[0] ?? (pending.length > 0 ? unknown[0] : undefined);
  if (reason === undefined) return;
  throw new StartError(
    "DATABASE_AHEAD",
    `La base de données a reçu d'une version plus récente ce que celle-ci ne peut plus servir (migration « ${reason} », inconnue ici). Démarrez la version qui l'a mise à niveau, ou une plus récente.`,
    `The database received from a newer version what this one can serve no more (migration “${reason}”, unknown here). Start the version that upgraded it, or a newer one.`,
  );
}
