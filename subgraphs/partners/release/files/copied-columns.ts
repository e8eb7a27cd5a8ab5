import { setImmediate as nextTurn } from "node:timers/promises";

// Some milliseconds of work; others have their turn in between.
const linesPerTurn = 2_000;

const escapes: Readonly<Record<string, string>> = {
  "\\b": "\b",
  "\\f": "\f",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "\\v": "\v",
  "\\\\": "\\",
};

const valueOf = (field: string): string | null =>
  field === "\\N" ? null : field.replace(/\\[bfnrtv\\]/g, (escape) => escapes[escape] ?? escape);

const [tab, lineFeed] = [0x09, 0x0a];
// A column of more values than these is one of row ids, of which none repeats.
const mostKnown = 1_000;

/** A value that a column has had already: where it stands, and what it is. */
interface KnownField {
  readonly from: number;
  readonly to: number;
  readonly value: string | null;
}

/**
 * The values of each column in rows that PostgreSQL's COPY wrote in its text format (its manual, COPY, « Text Format »).
 * The same code of a column is the same string: a million records hold a few dozen of them.
 */
export async function copiedColumns(copied: Buffer, count: number): Promise<(string | null)[][]> {
  const columns = Array.from({ length: count }, (): (string | null)[] => []);
  const known = columns.map(() => new Map<number, KnownField>());
  let [from, column, hash] = [0, 0, 0];
  for (let at = 0; at < copied.length; at += 1) {
    const byte = copied[at]!;
    if (byte !== tab && byte !== lineFeed) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      continue;
    }
    const isEnd = byte === lineFeed;
    if (isEnd ? column !== count - 1 : column >= count - 1)
      throw new Error(`copied rows: ${isEnd ? "" : "over "}${column + 1} fields, expected ${count}`);
    columns[column]!.push(fieldOf(copied, from, at, hash, known[column]!));
    [from, hash, column] = [at + 1, 0, isEnd ? 0 : column + 1];
    if (isEnd && columns[0]!.length % linesPerTurn === 0) await nextTurn();
  }
  if (from !== copied.length) throw new Error("copied rows: the last one has no end");
  return columns;
}

function fieldOf(
  copied: Buffer,
  from: number,
  to: number,
  hash: number,
  known: Map<number, KnownField>,
): string | null {
  const before = known.get(hash);
  if (before && isSame(copied, before, from, to)) return before.value;
  const field = copied.toString("utf8", from, to);
  const value = field.includes("\\") ? valueOf(field) : field;
  // Two values of one hash: the first one stays.
  if (!before && known.size < mostKnown) known.set(hash, { from, to, value });
  return value;
}

function isSame(copied: Buffer, before: KnownField, from: number, to: number): boolean {
  if (before.to - before.from !== to - from) return false;
  for (let offset = 0; offset < to - from; offset += 1)
    if (copied[before.from + offset] !== copied[from + offset]) return false;
  return true;
}
