import fc from "fast-check";
import { type CountedTable, countedTable } from "../counted-table.js";
import type { Generalisation } from "../generalisation.js";
import type { PlainRecord } from "./full-lattice.js";

/** Hierarchies of so many values each: two and two joined, then four and four, then all. */
export const aHierarchy = (key: string, values: number, degrees: number): Generalisation => ({
  key,
  levels: Array.from({ length: degrees }, (_, rank) => {
    const width = rank === degrees - 1 ? values : 2 ** rank;
    return {
      code: `L${rank}`,
      loss: rank === degrees - 1 ? 1 : rank / degrees,
      generalised: Object.fromEntries(
        Array.from({ length: values }, (_, value) => [String(value), `g${Math.floor(value / width)}`]),
      ),
    };
  }),
});

/** Values of the keys, with their hierarchies; the first ones are common, the last ones rare. */
export function aFile(
  records: { readonly minLength?: number; readonly maxLength: number },
  sizes: readonly (readonly [values: number, degrees: number])[],
) {
  const value = (values: number) =>
    fc.tuple(fc.nat(values - 1), fc.nat(values - 1)).map(([one, other]) => String(Math.min(one, other)));
  const drawn = fc.array(
    fc.record({
      keys: fc.tuple(...sizes.map(([values]) => value(values))),
      sensitive: fc.tuple(value(4), value(3)),
    }),
    { ...records, size: "max" },
  );
  return drawn.map((all: PlainRecord[]) => ({
    records: all,
    hierarchies: sizes.map(([values, degrees], key) => aHierarchy(`key${key}`, values, degrees)),
  }));
}

/** Records as a counted table, one row each: the same combination may come several times. */
export const asCounted = (
  records: readonly PlainRecord[],
  keys = records[0]?.keys.length ?? 0,
): CountedTable =>
  countedTable(
    Array.from({ length: keys }, (_, key) => `key${key}`),
    ["sensitive0", "sensitive1"],
    records.map((record) => ({ ...record, count: 1 })),
  );
