import { createHash } from "node:crypto";
import { type OwnerConnection, StartError } from "../subgraphs/index.js";

/** The rows of one table, keyed by column (snake_case); jsonb columns take plain objects. */
export interface Bed {
  readonly table: string;
  readonly rows: readonly object[];
  /**
   * What tells the rows of this bed from others of the table, such as `{ planted: true }`; each row planted gets it,
   * any other is left as it is, also where it has the key of one. Without it the whole table is the bed's.
   */
  readonly where?: Readonly<Record<string, string | boolean>>;
}

/** Everything that a seed puts into one subgraph. */
export interface Planting {
  readonly name: "reference" | "demo";
  /** Tables in the order in which they must be filled; what is gone is removed in the opposite order. */
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
 * Fills every bed; runs inside the caller's transaction, as the owner of the schemas. Demonstration data only goes into
 * empty tables: throws StartError where somebody's rows are. Reference facts change what differs and remove what is
 * gone, known from `now` on; null at the first planting, for what the hub was born with counts as always known.
 */
export async function plant(
  owner: OwnerConnection,
  { name, beds }: Planting,
  now: Date | null,
): Promise<void> {
  // Protected tables let the owner in only while it says that it plants.
  await owner.query("SELECT set_config('hub.seeding', 'on', true), set_config('hub.now', $1, true)", [
    now?.toISOString() ?? "-infinity",
  ]);
  if (name === "demo") {
    for (const bed of beds) await refuseOccupied(owner, bed);
    for (const bed of beds) await sow(owner, bed);
    return;
  }
  for (const bed of beds) await sowWhatDiffers(owner, bed);
  for (const bed of [...beds].reverse()) await removeWhatIsGone(owner, bed);
}

interface Columns {
  readonly key: readonly string[];
  /** Those that hold nothing unless a row says what: a row that says nothing of them empties them. */
  readonly optional: readonly string[];
}

async function columnsOf(owner: OwnerConnection, { table }: Bed): Promise<Columns> {
  const columns = await owner.query<{ name: string; is_key: boolean; is_optional: boolean }>(
    `SELECT attname AS name, attnum = ANY (indkey) AS is_key, NOT attnotnull AND NOT atthasdef AS is_optional
     FROM pg_attribute JOIN pg_index ON indrelid = attrelid AND indisprimary
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  return {
    key: columns.filter((column) => column.is_key).map((column) => column.name),
    optional: columns.filter((column) => column.is_optional).map((column) => column.name),
  };
}

const quoted = (names: Iterable<string>, prefix = ""): string =>
  [...names].map((name) => `${prefix}"${name}"`).join(", ");

const rowsOf = ({ rows, where }: Bed): string => JSON.stringify(rows.map((row) => ({ ...row, ...where })));

/** The rows of a bed, as a condition on the table `present` whose values follow the parameters already given. */
const ownRows = ({ where = {} }: Bed, given: number): { sql: string; values: unknown[] } => ({
  sql: ["true", ...Object.keys(where).map((name, n) => `present."${name}" = $${given + n + 1}`)].join(
    " AND ",
  ),
  values: Object.values(where),
});

const columnsSaid = (bed: Bed): Set<string> =>
  new Set([...bed.rows.flatMap((row) => Object.keys(row)), ...Object.keys(bed.where ?? {})]);

async function sow(owner: OwnerConnection, bed: Bed): Promise<void> {
  if (bed.rows.length === 0) return;
  const columns = quoted(columnsSaid(bed));
  await owner.query(
    `INSERT INTO ${bed.table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${bed.table}, $1)`,
    [rowsOf(bed)],
  );
}

async function sowWhatDiffers(owner: OwnerConnection, bed: Bed): Promise<void> {
  if (bed.rows.length === 0) return;
  const { key, optional } = await columnsOf(owner, bed);
  const names = new Set([...columnsSaid(bed), ...optional]);
  const columns = quoted(names);
  const own = ownRows(bed, 1);
  await owner.query(
    `INSERT INTO ${bed.table} AS present (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::${bed.table}, $1)
     ON CONFLICT (${quoted(key)}) DO UPDATE SET (${columns}) = ROW (${quoted(names, "excluded.")})
     WHERE ${own.sql} AND (${quoted(names, "present.")}) IS DISTINCT FROM (${quoted(names, "excluded.")})`,
    [rowsOf(bed), ...own.values],
  );
}

async function removeWhatIsGone(owner: OwnerConnection, bed: Bed): Promise<void> {
  const { key } = await columnsOf(owner, bed);
  const own = ownRows(bed, 1);
  await owner.query(
    `DELETE FROM ${bed.table} AS present WHERE ${own.sql} AND NOT EXISTS (
       SELECT FROM jsonb_populate_recordset(NULL::${bed.table}, $1) AS planned
       WHERE (${quoted(key, "planned.")}) = (${quoted(key, "present.")}))`,
    [rowsOf(bed), ...own.values],
  );
}

async function refuseOccupied(owner: OwnerConnection, bed: Bed): Promise<void> {
  const own = ownRows(bed, 0);
  const rows = await owner.query(
    `SELECT 1 FROM ${bed.table} AS present WHERE ${own.sql} LIMIT 1`,
    own.values,
  );
  if (rows.length === 0) return;
  throw new StartError(
    "DEMO_ON_REAL_DATA",
    `HUB_SEED=demo est refusé : la table ${bed.table} contient déjà des données, et rien n'y a été changé. Gardez HUB_SEED=reference pour cette base, ou donnez une base vide.`,
    `HUB_SEED=demo is refused: the table ${bed.table} holds rows already, and nothing in it was changed. Keep HUB_SEED=reference for this database, or give an empty one.`,
  );
}
