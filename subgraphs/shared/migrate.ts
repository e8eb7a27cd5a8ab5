import { DataSource, type MigrationInterface } from "typeorm";
import { type DatabaseAddress, urlOfRole } from "./database-address.js";
import { preparationLock, type SubgraphSchemas } from "./database-roles.js";
import { SnakeCaseNaming } from "./naming.js";
import { StartError } from "./start-error.js";

type MigrationClass = new () => MigrationInterface;

/**
 * Brings the schemas of one subgraph up to date as their owner, all migrations or none; gives how many ran.
 * Throws StartError naming the migration when one fails, or when the database is ahead of this version.
 */
export async function migrate(
  address: DatabaseAddress,
  schemas: SubgraphSchemas,
  migrations: readonly MigrationClass[],
): Promise<number> {
  const source = await ownerSource(address, schemas, migrations).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock($1)", [preparationLock]);
    await refuseNewerDatabase(runner, schemas, migrations);
    const applied = await source.runMigrations({ transaction: "all" });
    return applied.length;
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      "MIGRATION_FAILED",
      `La mise à niveau du schéma « ${schemas.own} » a échoué (${reason}). Rien n'en a été appliqué. Si des tables s'y trouvent déjà sans migration inscrite (mise à niveau à moitié faite), restaurez la dernière sauvegarde, puis redémarrez.`,
      `Upgrading the schema “${schemas.own}” failed (${reason}). None of it was applied. If tables are there already with no migration recorded (a half-applied upgrade), restore the last backup, then start again.`,
    );
  } finally {
    await runner.query("SELECT pg_advisory_unlock($1)", [preparationLock]).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

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
    extra: { options: "-c role=hub_owner" },
  });

async function refuseNewerDatabase(
  runner: { query(sql: string): Promise<unknown> },
  schemas: SubgraphSchemas,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const known = new Set(migrations.map((migration) => new migration().name ?? migration.name));
  const table = `${schemas.own}.migration`;
  const [exists] = (await runner.query(`SELECT to_regclass('${table}') AS name`)) as {
    name: string | null;
  }[];
  if (!exists?.name) return;
  const rows = (await runner.query(`SELECT name FROM ${table}`)) as { name: string }[];
  const unknown = rows.find((row) => !known.has(row.name));
  if (!unknown) return;
  throw new StartError(
    "DATABASE_AHEAD",
    `La base de données a reçu la migration « ${unknown.name} », inconnue de cette version du carrefour. Démarrez la version qui l'a appliquée, ou une plus récente.`,
    `The database holds the migration “${unknown.name}”, which this version of the hub does not know. Start the version that applied it, or a newer one.`,
  );
}
