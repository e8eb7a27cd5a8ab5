import { setTimeout as pause } from "node:timers/promises";
import { DataSource, type QueryRunner } from "typeorm";
import { type DatabaseAddress, urlOfRole } from "./database-address.js";
import { DatabaseClient } from "./database-client.js";
import { preparationLock, type SubgraphSchemas } from "./database-roles.js";
import { type MigrationClass, nameOf, neededBy } from "./migration/hub-migration.js";
import { readStanding, recordNeeds, refuseIfNarrowed } from "./migration/standing.js";
import { SnakeCaseNaming } from "./naming.js";
import { StartError } from "./start-error.js";

// While a migration waits for a table, every request of the old version for it waits behind: it steps aside and comes again.
const longestLockMs = 5_000;
const tries = 12;
const lockNotAvailable = "55P03";

/**
 * Brings the schemas of one subgraph up to date as their owner, all migrations or none, once however many processes
 * start; gives how many ran. How a migration must be written: subgraphs/MIGRATIONS.md.
 * Throws StartError naming the schema when one fails, or when the database is ahead of what this version can serve.
 */
export async function migrate(
  address: DatabaseAddress,
  schemas: SubgraphSchemas,
  migrations: readonly MigrationClass[],
): Promise<number> {
  const source = await ownerSource(address, schemas, migrations).initialize();
  const runner = source.createQueryRunner();
  try {
    // Another process may migrate for as long as it takes.
    await runner.query("SET lock_timeout = 0");
    await runner.query("SELECT pg_advisory_lock($1)", [preparationLock]);
    const standing = await readStanding(runner, schemas, migrations);
    refuseIfNarrowed(standing);
    if (standing.unknown.length > 0) return 0;
    const due = migrations.filter((migration) => standing.pending.includes(nameOf(migration)));
    // Before and after: before, so that an old program that starts meanwhile knows; after, where the table was not there yet.
    await recordNeeds(runner, schemas, neededBy(due));
    const applied = await runPatiently(source);
    await recordNeeds(runner, schemas, neededBy(due));
    return applied;
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      "MIGRATION_FAILED",
      `La mise à niveau du schéma « ${schemas.own} » a échoué (${reason}). Rien n'en a été appliqué. Si des tables s'y trouvent déjà sans migration inscrite (mise à niveau à moitié faite), restaurez la dernière sauvegarde, puis redémarrez.`,
      `Upgrading the schema “${schemas.own}” failed (${reason}). None of it was applied. If tables are there already with no migration recorded (a half-applied upgrade), restore the last backup, then start again.`,
    );
  } finally {
    await unlock(runner);
    await runner.release();
    await source.destroy();
  }
}

async function runPatiently(source: DataSource): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await source.runMigrations({ transaction: "all" })).length;
    } catch (error) {
      if ((error as { code?: string }).code !== lockNotAvailable || attempt === tries) throw error;
      await pause(1_000);
    }
  }
}

const unlock = (runner: QueryRunner): Promise<unknown> =>
  runner.query("SELECT pg_advisory_unlock($1)", [preparationLock]).catch(() => undefined);

// Migrations run as the owner of the schemas; requests never do.
const ownerSource = (
  address: DatabaseAddress,
  schemas: SubgraphSchemas,
  migrations: readonly MigrationClass[],
): DataSource =>
  new DataSource({
    type: "postgres",
    url: urlOfRole(address, "hub_migrator"),
    schema: schemas.own,
    migrations: [...migrations],
    migrationsTableName: "migration",
    namingStrategy: new SnakeCaseNaming(),
    poolSize: 2,
    logging: false,
    extra: { options: `-c role=hub_owner -c lock_timeout=${longestLockMs}`, Client: DatabaseClient },
  });
