import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FigureRow } from "./columns.js";

/** A file of every office stays in memory, in one part, so that its offices keep their order. */
export const largestSinglePart = 5_000_000;
const mostRowsOfSinglePart = 20_000;
// A larger one is written to disk and read back a small part at a time.
const partBytes = 250_000;
const mostParts = 1_024;
const mostRowsWaiting = 10_000;

interface Block {
  readonly offset: number;
  readonly length: number;
}

/**
 * Rows set apart by office, so that each office is together whatever the order of the file:
 *
 *   rows ──hash of campaign, establishment, office──▶ part 0 … part n ──▶ read back, one part at a time
 *
 * The temporary file has no name from its first instant on: the system takes it away with the process, however it ends.
 */
export class RowStore {
  private readonly waiting: FigureRow[][];
  private readonly blocks: Block[][];
  private readonly mostWaiting: number;
  private rowsWaiting = 0;
  private end = 0;
  private file: number | null = null;

  /** For a file of the given size. */
  constructor(fileBytes: number) {
    const parts = fileBytes <= largestSinglePart ? 1 : Math.min(Math.ceil(fileBytes / partBytes), mostParts);
    this.mostWaiting = parts === 1 ? mostRowsOfSinglePart : mostRowsWaiting;
    this.waiting = Array.from({ length: parts }, () => []);
    this.blocks = Array.from({ length: parts }, () => []);
  }

  /** How many parts there are; an office is in one. */
  get parts(): number {
    return this.waiting.length;
  }

  add(row: FigureRow): void {
    this.waiting[this.partOf(row)]!.push(row);
    this.rowsWaiting += 1;
    if (this.rowsWaiting >= this.mostWaiting) this.writeWaiting();
  }

  /** The rows of one part in the order of the file; may be read several times. */
  *rowsOf(part: number): Generator<FigureRow> {
    for (const block of this.blocks[part] ?? []) yield* this.readBlock(block);
    yield* this.waiting[part] ?? [];
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private partOf({ campaign, establishment, office }: FigureRow): number {
    if (this.waiting.length === 1) return 0;
    let hash = 0;
    const place = `${campaign.trim()}\n${establishment.trim()}\n${office.trim()}`;
    for (let index = 0; index < place.length; index += 1)
      hash = (Math.imul(hash, 31) + place.charCodeAt(index)) | 0;
    // The last bits of such a hash depend on the last letters only.
    return ((hash ^ (hash >>> 15)) >>> 0) % this.waiting.length;
  }

  private writeWaiting(): void {
    this.file ??= namelessFile();
    for (const [part, rows] of this.waiting.entries()) {
      if (rows.length === 0) continue;
      const bytes = Buffer.from(JSON.stringify(rows.map(cellsOf)));
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.file, bytes, done, bytes.length - done, this.end + done);
      this.blocks[part]!.push({ offset: this.end, length: bytes.length });
      this.end += bytes.length;
      this.waiting[part] = [];
    }
    this.rowsWaiting = 0;
  }

  private readBlock({ offset, length }: Block): FigureRow[] {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length;)
      done += readSync(this.file!, bytes, done, length - done, offset + done);
    return (JSON.parse(bytes.toString("utf8")) as Cells[]).map(rowOf);
  }
}

function namelessFile(): number {
  const folder = mkdtempSync(join(tmpdir(), "carrefour-rows-"));
  try {
    return openSync(join(folder, "rows"), "wx+", 0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Cells = [number, string, string, string, string, string, string, string];

const cellsOf = (figure: FigureRow): Cells => [
  figure.row,
  figure.campaign,
  figure.establishment,
  figure.office,
  figure.question,
  figure.value,
  figure.missing,
  figure.comment,
];

const rowOf = ([
  row,
  campaign,
  establishment,
  office,
  question,
  value,
  missing,
  comment,
]: Cells): FigureRow => ({
  row,
  campaign,
  establishment,
  office,
  question,
  value,
  missing,
  comment,
});
