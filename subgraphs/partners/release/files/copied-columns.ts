import { setImmediate as nextTurn } from "node:timers/promises";
import { lineFeed, linesIn } from "./block-rows.js";

/**
 * Copied rows, column by column, as numbers in few arrays: a string a value is garbage that the hub's memory grows with
 * until it is collected.
 */
export interface CopiedRows {
  readonly count: number;
  /** Where each row's id, its first field, stands in what was copied. */
  readonly rowIds: { readonly from: Uint32Array; readonly to: Uint32Array };
  /** The other fields. */
  readonly columns: readonly CopiedColumn[];
}

/** The values of a column: a million records hold a few dozen different ones. */
export interface CopiedColumn {
  /** In UTF-8, as they come first. */
  readonly different: readonly Buffer[];
  /** By row, 1 where there is a value, 0 where it is missing. */
  readonly isThere: Uint8Array;
  /** Of each value that is there, its rank in the different ones. */
  readonly codes: Uint32Array;
}

// Some milliseconds of work; others have their turn in between.
const linesPerTurn = 2_000;
const [tab, backslash] = [0x09, 0x5c];

/** Reads rows that PostgreSQL's COPY wrote in its text format (its manual, COPY, « Text Format »); row ids are UUIDs. */
export async function copiedRows(copied: Buffer, fields: number): Promise<CopiedRows> {
  const count = linesIn([copied]);
  const rowIds = { from: new Uint32Array(count), to: new Uint32Array(count) };
  const columns = Array.from({ length: fields - 1 }, () => new ColumnReader(copied, count));
  let [from, field, row, hash] = [0, 0, 0, 0];
  for (let at = 0; at < copied.length; at += 1) {
    const byte = copied[at]!;
    if (byte !== tab && byte !== lineFeed) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      continue;
    }
    const isEnd = byte === lineFeed;
    if (isEnd ? field !== fields - 1 : field >= fields - 1)
      throw new Error(`copied rows: ${isEnd ? "" : "over "}${field + 1} fields, expected ${fields}`);
    if (field > 0) columns[field - 1]!.read(row, from, at, hash);
    else [rowIds.from[row], rowIds.to[row]] = [from, at];
    [from, hash, field] = [at + 1, 0, isEnd ? 0 : field + 1];
    if (isEnd && (row += 1) % linesPerTurn === 0) await nextTurn();
  }
  if (from !== copied.length) throw new Error("copied rows: the last one has no end");
  return { count, rowIds, columns: columns.map((column) => column.done()) };
}

/** A value that a column has had already: where it stands, its rank, and the one before it of the same hash. */
interface KnownField {
  readonly from: number;
  readonly to: number;
  /** Null for a missing value. */
  readonly code: number | null;
  readonly before: KnownField | undefined;
}

class ColumnReader {
  private readonly different: Buffer[] = [];
  private readonly isThere: Uint8Array;
  private readonly codes: Uint32Array;
  private readonly known = new Map<number, KnownField>();
  private size = 0;

  constructor(
    private readonly copied: Buffer,
    rows: number,
  ) {
    this.isThere = new Uint8Array(rows);
    this.codes = new Uint32Array(rows);
  }

  read(row: number, from: number, to: number, hash: number): void {
    let field = this.known.get(hash);
    while (field && !this.isSame(field, from, to)) field = field.before;
    const { code } = field ?? this.learn(from, to, hash);
    if (code === null) return;
    this.isThere[row] = 1;
    this.codes[this.size] = code;
    this.size += 1;
  }

  done(): CopiedColumn {
    const { different, isThere, codes, size } = this;
    return { different, isThere, codes: codes.subarray(0, size) };
  }

  private learn(from: number, to: number, hash: number): KnownField {
    const value = valueOf(this.copied.subarray(from, to));
    const code = value === null ? null : this.different.push(value) - 1;
    const field = { from, to, code, before: this.known.get(hash) };
    this.known.set(hash, field);
    return field;
  }

  private isSame(before: KnownField, from: number, to: number): boolean {
    if (before.to - before.from !== to - from) return false;
    for (let offset = 0; offset < to - from; offset += 1)
      if (this.copied[before.from + offset] !== this.copied[from + offset]) return false;
    return true;
  }
}

const escapes: Readonly<Record<string, string>> = {
  "\\b": "\b",
  "\\f": "\f",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "\\v": "\v",
  "\\\\": "\\",
};

function valueOf(field: Buffer): Buffer | null {
  if (!field.includes(backslash)) return field;
  const text = field.toString("utf8");
  if (text === "\\N") return null;
  return Buffer.from(text.replace(/\\[bfnrtv\\]/g, (escape) => escapes[escape] ?? escape));
}
