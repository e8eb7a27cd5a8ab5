import type { ClassPolicy } from "../../release-policy.js";
import type { Generalisation } from "../generalisation.js";

/** One record of a file: its keys, then its sensitive values. */
export interface PlainRecord {
  readonly keys: readonly string[];
  readonly sensitive: readonly string[];
}

/** What one combination of levels would release. */
export interface PlainCandidate {
  readonly levels: readonly string[];
  readonly kept: readonly PlainRecord[];
  readonly loss: number;
}

/**
 * The same question answered the slow way: every combination of levels, record by record, in texts. Those that keep
 * enough records are given.
 */
export function fullLattice(
  records: readonly PlainRecord[],
  hierarchies: readonly Generalisation[],
  policy: ClassPolicy,
): PlainCandidate[] {
  const nodes = hierarchies.reduce<Generalisation["levels"][number][][]>(
    (shorter, { levels }) => shorter.flatMap((node) => levels.map((level) => [...node, level])),
    [[]],
  );
  return nodes
    .map((node) => {
      const kept = safeRecords(
        records,
        (record) => node.map((level, key) => level.generalised[record.keys[key]!]!),
        policy,
      );
      const lossOfKept = node.reduce((sum, level) => sum + level.loss, 0) / node.length;
      const loss = (kept.length * lossOfKept + records.length - kept.length) / records.length;
      return { levels: node.map(({ code }) => code), kept, loss };
    })
    .filter(({ kept }) => kept.length > 0 && kept.length >= policy.keep * records.length);
}

function safeRecords(
  records: readonly PlainRecord[],
  generalised: (record: PlainRecord) => string[],
  { k, l, t }: ClassPolicy,
): PlainRecord[] {
  const classes = groups(records, (record) => generalised(record).join("|"));
  const columns = [...(records[0]?.sensitive ?? []).keys()];
  let kept = classes.filter(
    (alike) =>
      alike.length >= k &&
      columns.every((column) => new Set(alike.map(({ sensitive }) => sensitive[column])).size >= l),
  );
  for (;;) {
    const all = kept.flat();
    const overall = columns.map((column) => sharesOf(all, column));
    const close = kept.filter((alike) =>
      columns.every((column) => distance(sharesOf(alike, column), overall[column]!) <= t + 1e-9),
    );
    if (close.length === kept.length) return all;
    kept = close;
  }
}

function sharesOf(records: readonly PlainRecord[], column: number): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { sensitive } of records) {
    const value = sensitive[column]!;
    shares.set(value, (shares.get(value) ?? 0) + 1 / records.length);
  }
  return shares;
}

const distance = (some: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>): number =>
  [...all].reduce((sum, [value, share]) => sum + Math.abs((some.get(value) ?? 0) - share) / 2, 0);

/** The records that share a name. */
export function groups(
  records: readonly PlainRecord[],
  nameOf: (record: PlainRecord) => string,
): PlainRecord[][] {
  const byName = new Map<string, PlainRecord[]>();
  for (const record of records) {
    const name = nameOf(record);
    const known = byName.get(name);
    if (known) known.push(record);
    else byName.set(name, [record]);
  }
  return [...byName.values()];
}
