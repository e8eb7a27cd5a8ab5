import { createHash } from "node:crypto";
import { type OwnerConnection, StartError } from "../subgraphs/index.js";

/** The rows of one table, keyed by column (snake_case); jsonb columns take plain objects. */
export interface Bed {
  readonly table: string;
  readonly rows: readonly object[];
  /** Only the rows of this origin are replaced, where facts and demonstration share a table; all rows otherwise. */
  readonly origin?: "PUBLISHED" | "SYNTHETIC";
}

/** Everything that a seed puts into one subgraph, in the order of its references. */
export interface Planting {
  readonly name: "reference" | "demo";
  /** Tables in the order in which they must be filled; emptied in the opposite order first. */
  readonly beds: readonly Bed[];
}

/** Reads one data file of seeds/reference. */
export { readReferenceFile as readReference } from "../subgraphs/index.js";

/** Turns the keys of a record from camelCase into the names of columns. */
export const asRow = (record: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/([a-z])(\d)/g, "$1_$2"),
      value,
    ]),
  );

/** A short text that changes whenever what is planted changes. */
export const fingerprintOf = (planting: Planting): string =>
  createHash("sha256").update(JSON.stringify(planting)).digest("hex");

/**
 * Fills every bed; runs inside the caller's transaction, as the owner of the schemas. Reference facts replace the
 * former ones. Demonstration data only goes into empty tables: throws StartError where somebody's rows are.
 */
export async function plant(owner: OwnerConnection, { name, beds }: Planting): Promise<void> {
  // Protected tables let the owner in only while it says that it plants.
  await owner.query("SELECT set_config('hub.seeding', 'on', true)");
  for (const bed of [...beds].reverse()) {
    if (name === "demo") await refuseOccupied(owner, bed);
    else await owner.query(`DELETE FROM ${bed.table} ${rowsOf(bed)}`);
  }
  for (const { table, rows } of beds) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
      .map((name) => `"${name}"`)
      .join(", ");
    if (rows.length === 0) continue;
    await owner.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
}

const rowsOf = ({ origin }: Bed): string => (origin ? `WHERE origin = '${origin}'` : "");

async function refuseOccupied(owner: OwnerConnection, bed: Bed): Promise<void> {
  const rows = await owner.query(`SELECT 1 FROM ${bed.table} ${rowsOf(bed)} LIMIT 1`);
  if (rows.length === 0) return;
  throw new StartError(
    "DEMO_ON_REAL_DATA",
    `HUB_SEED=demo est refusé : la table ${bed.table} contient déjà des données, et rien n'y a été changé. Gardez HUB_SEED=reference pour cette base, ou donnez une base vide.`,
    `HUB_SEED=demo is refused: the table ${bed.table} holds rows already, and nothing in it was changed. Keep HUB_SEED=reference for this database, or give an empty one.`,
  );
}
