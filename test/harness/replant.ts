import { type Bed, plant, type Planting } from "../../seeds/planting.js";
import { asOwner } from "../../subgraphs/index.js";
import type { TestDatabase } from "./database.js";

export type Row = Record<string, unknown>;

/** Plants reference data once more at an instant, as an upgrade of the hub does, with the rows of one table edited. */
export async function replant(
  database: TestDatabase,
  reference: Planting,
  table: string,
  edit: (rows: readonly Row[]) => readonly object[],
  now: Date,
): Promise<void> {
  const edited = (bed: Bed): Bed =>
    bed.table === table ? { ...bed, rows: edit(bed.rows as readonly Row[]) } : bed;
  await asOwner(database.address, async (owner) => {
    await owner.query("BEGIN");
    await plant(owner, { ...reference, beds: reference.beds.map(edited) }, now);
    await owner.query("COMMIT");
  });
}

/** A name, as rows hold it. */
export const renamed = (fr: string): object => ({ fr, en: null, status: "PROPOSED" });

/** Edits the row of a code. */
export const changing =
  (code: string, change: object) =>
  (rows: readonly Row[]): object[] =>
    rows.map((row) => (row.code === code ? { ...row, ...change } : row));
