import { createHash } from "node:crypto";
import type { FileContext } from "../../../shared/subgraph-file.js";
import { asCaller } from "../../../shared/tenancy.js";
import { openRelease } from "../records/open-release.js";
import type { MeasuredFile, ReleaseFile } from "./release-file.js";
import { copyRecords, findLastPosition, findMeasure, insertMeasure } from "./release-file.repository.js";
import { rowsPerBlock } from "./release-file-format.js";

/**
 * How long a file is and how it ends, as it was measured when it was first asked for, or measured now: every block is
 * made once, its length and the hash of the whole are kept, and no byte of it is given.
 */
export async function measureReleaseFile(context: FileContext, file: ReleaseFile): Promise<MeasuredFile> {
  const { known, last } = await asCaller(context, async (manager) => ({
    known: await findMeasure(manager, file),
    last: await findLastPosition(manager, file),
  }));
  if (known) return known;
  const { format, columns, about } = file;
  const head = format.head(columns);
  const hash = createHash("sha256").update(head);
  const blocks: { readonly from: number; readonly bytes: number; readonly note: unknown }[] = [];
  for (let first = 1, from = head.length; first <= last; first += rowsPerBlock) {
    context.signal.throwIfAborted();
    const pieces = await asCaller(context, async (manager) => {
      await openRelease(manager, context, file.release);
      return copyRecords(manager, file, first, first + rowsPerBlock - 1);
    });
    const { bytes, note } = await format.encode(pieces, columns);
    hash.update(bytes);
    blocks.push({ from, bytes: bytes.length, note });
    from += bytes.length;
  }
  const tail = format.tail({ columns, about, blocks });
  const measured = {
    head,
    blockBytes: blocks.map(({ bytes }) => bytes),
    tail,
    sha256: hash.update(tail).digest(),
  };
  await asCaller(context, (manager) => insertMeasure(manager, file, measured));
  return measured;
}
