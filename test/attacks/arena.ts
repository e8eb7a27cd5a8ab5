import type { TestHub } from "../harness/hub.js";

/** What an attack attained: against what the hub tells, against the raw data, and what guessing attains. */
export interface Score {
  readonly attack: string;
  readonly measure: string;
  readonly hub: number;
  readonly raw: number;
  readonly chance: string;
}

/** Where attacks take place: a started hub, and the scores that they make. */
export interface Arena {
  readonly hub: TestHub;
  readonly scores: Score[];
}

const wide = (text: string, width: number): string => text.padEnd(width);
const number = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3));

/** All scores as one table. */
export function scoreTable(scores: readonly Score[]): string {
  const rows = [
    ["attack", "measure", "hub", "raw", "chance or policy"],
    ...scores.map(({ attack, measure, hub, raw, chance }) => [
      attack,
      measure,
      number(hub),
      number(raw),
      chance,
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => wide(cell, widths[column]!)).join(" | ")).join("\n");
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The items by a key of each. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
