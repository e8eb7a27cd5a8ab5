import { ReadWay } from "../../release-read/release-read.entity.js";
import { recordRead } from "../../release-read/release-read.repository.js";
import type { ByteSpan } from "../../../shared/file-conditions.js";
import type { FileContext } from "../../../shared/subgraph-file.js";
import { asCaller } from "../../../shared/tenancy.js";
import { openRelease } from "../records/open-release.js";
import type { MeasuredFile, ReleaseFile } from "./release-file.js";
import { copyRecords } from "./release-file.repository.js";
import { rowsPerBlock } from "./release-file-format.js";
import { linesIn, rowsInSpan } from "./block-rows.js";

/** A block that some asked bytes are of. */
interface AskedBlock {
  /** Position of its first record. */
  readonly first: number;
  readonly bytes: number;
  /** The asked bytes, counted from its first one. */
  readonly cut: ByteSpan;
}

/**
 * The asked bytes of a file, block by block. A block is read as a page is: in one transaction that keeps who reads which
 * rows, and has ended before the first byte leaves. So nothing is sent that is not accounted for, a slow reader holds no
 * connection, and an agreement that ends stops the file at the next block.
 */
export async function* readReleaseFile(
  context: FileContext,
  file: ReleaseFile,
  { head, blockBytes, tail }: MeasuredFile,
  { from, to }: ByteSpan,
): AsyncGenerator<Buffer> {
  const blocks: AskedBlock[] = [];
  let at = head.length;
  for (const [index, bytes] of blockBytes.entries()) {
    const cut = { from: Math.max(0, from - at), to: Math.min(bytes, to - at) };
    if (cut.from < cut.to) blocks.push({ first: 1 + index * rowsPerBlock, bytes, cut });
    at += bytes;
  }
  // The next one is read while this one is sent.
  let next = readBlock(context, file, blocks[0]);
  for (const [index, { bytes, cut }] of blocks.entries()) {
    const read = await next;
    next = readBlock(context, file, blocks[index + 1]);
    const [block] = file.format.isByLine ? read : [(await file.format.encode(read, file.columns)).bytes];
    if (block?.length !== bytes) throw new Error(`${file.release}: a block is not as it was measured`);
    const sent = block.subarray(cut.from, cut.to);
    // Nothing leaves before the first records are there: until then what fails can be told.
    yield index === 0 && from < head.length ? Buffer.concat([head.subarray(from), sent]) : sent;
  }
  if (blocks.length === 0 && from < head.length) yield head.subarray(from, to);
  if (to > at) yield tail.subarray(Math.max(0, from - at), to - at);
}

/**
 * Reads the records of a block, and keeps that they are read: gives its bytes, or, of a format that is dear to write,
 * what they are made of. Its failure is told to who waits for it.
 */
function readBlock(
  context: FileContext,
  file: ReleaseFile,
  block: AskedBlock | undefined,
): Promise<readonly Buffer[]> {
  if (!block) return Promise.resolve([]);
  const { release, agreement, format, columns } = file;
  const { first, cut } = block;
  const reading = asCaller(context, async (manager) => {
    context.signal.throwIfAborted();
    await openRelease(manager, context, release);
    const last = first + rowsPerBlock - 1;
    const pieces = await copyRecords(manager, file, first, last);
    const bytes = format.isByLine ? (await format.encode(pieces, columns)).bytes : null;
    const rows = bytes
      ? rowsInSpan(bytes, cut, format.copiedAs === "CSV")
      : { from: 0, to: linesIn(pieces) - 1 };
    await recordRead(manager, context, {
      release,
      agreement,
      way: ReadWay.FILE,
      rows: [{ from: first + rows.from, to: first + rows.to }],
      question: null,
    });
    // Nobody takes it: nothing of it was sent, and nothing is kept.
    context.signal.throwIfAborted();
    return bytes ? [bytes] : pieces;
  });
  reading.catch(() => undefined);
  return reading;
}
