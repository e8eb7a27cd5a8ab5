import { createHash } from "node:crypto";
import type { DatabaseAddress } from "./database-address.js";
import { prepareRoles, rolesMark, strongRoles } from "./database-roles.js";
import { migrate } from "./migrate.js";
import { asOwner } from "./owner-connection.js";
import type { Subgraph } from "./subgraph.js";

/**
 * Brings roles, schemas and tables of one subgraph up to date. A database that the same version prepared before is
 * recognised by one statement. Throws StartError when it cannot be reached, is too old, or an upgrade fails.
 */
export async function prepareDatabase(address: DatabaseAddress, subgraph: Subgraph): Promise<void> {
  const { schemas, migrations } = subgraph;
  const names = migrations.map((migration) => new migration().name ?? migration.name);
  const mark = createHash("sha256").update(rolesMark(schemas)).update(names.join()).digest("hex");
  if (await isPrepared(address, schemas.own, mark, names)) return;
  await prepareRoles(address, schemas);
  await migrate(address, schemas, migrations);
  await asOwner(address, (owner) =>
    owner.query(
      `INSERT INTO ${schemas.own}.seed (name, fingerprint) VALUES ('preparation', $1) ON CONFLICT (name) DO UPDATE SET fingerprint = $1, sown_at = now()`,
      [mark],
    ),
  );
}

/** False also when the roles, the password or the tables are not there yet: the long way then finds out and says why. */
async function isPrepared(
  address: DatabaseAddress,
  schema: string,
  mark: string,
  names: readonly string[],
): Promise<boolean> {
  try {
    const [found] = await asOwner(address, (owner) =>
      owner.query<{ fingerprint: string | null; names: string[] | null; hasStrongRoles: boolean }>(
        `SELECT (SELECT fingerprint FROM ${schema}.seed WHERE name = 'preparation') AS fingerprint,
                (SELECT array_agg(name ORDER BY timestamp) FROM ${schema}.migration) AS names,
                EXISTS (${strongRoles}) AS "hasStrongRoles"`,
      ),
    );
    if (found?.hasStrongRoles) return false;
    return found?.fingerprint === mark && found.names?.join() === names.join();
  } catch {
    return false;
  }
}
