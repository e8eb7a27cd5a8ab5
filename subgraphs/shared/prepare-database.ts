import { createHash } from "node:crypto";
import type { DatabaseAddress } from "./database-address.js";
import { prepareRoles, rolesMark, strongRoles } from "./database-roles.js";
import { migrate } from "./migrate.js";
import { nameOf } from "./migration/hub-migration.js";
import { type MigrationStanding, readStanding, refuseIfNarrowed } from "./migration/standing.js";
import { asOwner } from "./owner-connection.js";
import type { Subgraph } from "./subgraph.js";

/** What was found or made. */
export interface PreparedDatabase {
  /** Migrations of a newer version, which this one survives: it prepares and seeds nothing. */
  readonly ahead: readonly string[];
}

/**
 * Brings roles, schemas and tables of one subgraph up to date. A database that the same version prepared before is
 * recognised by one look; one that a newer version prepared is left as it is. Throws StartError when it cannot be
 * reached, is too old, holds what this version cannot serve, or an upgrade fails.
 */
export async function prepareDatabase(
  address: DatabaseAddress,
  subgraph: Pick<Subgraph, "schemas" | "migrations">,
): Promise<PreparedDatabase> {
  const { schemas, migrations } = subgraph;
  const names = migrations.map(nameOf);
  const mark = createHash("sha256").update(rolesMark(schemas)).update(names.join()).digest("hex");
  const found = await look(address, subgraph);
  if (found && !found.hasStrongRoles) {
    refuseIfNarrowed(found);
    if (found.unknown.length > 0) return { ahead: found.unknown };
    if (found.fingerprint === mark && found.pending.length === 0) return { ahead: [] };
  }
  await prepareRoles(address, schemas);
  await migrate(address, schemas, migrations);
  await asOwner(address, (owner) =>
    owner.query(
      `INSERT INTO ${schemas.own}.seed (name, fingerprint) VALUES ('preparation', $1) ON CONFLICT (name) DO UPDATE SET fingerprint = $1, sown_at = now()`,
      [mark],
    ),
  );
  return { ahead: [] };
}

interface Found extends MigrationStanding {
  readonly fingerprint: string | null;
  readonly hasStrongRoles: boolean;
}

/** Null when the roles, the password or the tables are not there yet: the long way then finds out and says why. */
async function look(
  address: DatabaseAddress,
  { schemas, migrations }: Pick<Subgraph, "schemas" | "migrations">,
): Promise<Found | null> {
  return asOwner(address, async (owner) => {
    const standing = await readStanding(owner, schemas, migrations);
    const [mark] = await owner.query<{ fingerprint: string | null; hasStrongRoles: boolean }>(
      `SELECT (SELECT fingerprint FROM ${schemas.own}.seed WHERE name = 'preparation') AS fingerprint,
              EXISTS (${strongRoles}) AS "hasStrongRoles"`,
    );
    return mark ? { ...standing, ...mark } : null;
  }).catch(() => null);
}
