import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";

/** The bytes of a file, which may be read several times. */
export interface FigureSource {
  readonly size: number;
  /** Its bytes from the first one on, a piece at a time. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

const chunkBytes = 65_536;

/** Bytes at hand as a source. */
export const sourceOfBytes = (bytes: Uint8Array): FigureSource => ({
  size: bytes.length,
  async *chunks() {
    for (let start = 0; start < bytes.length; start += chunkBytes)
      yield bytes.subarray(start, start + chunkBytes);
  },
});

/** A file as a source; one that cannot be read is the caller's to tell: it throws. */
export async function sourceOfFile(path: string): Promise<FigureSource> {
  const file = await stat(path);
  // A pipe gives its bytes once.
  if (!file.isFile()) return sourceOfBytes(await readFile(path));
  return { size: file.size, chunks: () => createReadStream(path, { highWaterMark: chunkBytes }) };
}

/** The first bytes of a source: they tell a workbook from a text. */
export async function firstBytesOf({ chunks }: FigureSource): Promise<Uint8Array> {
  for await (const chunk of chunks()) return chunk.subarray(0, 4);
  return new Uint8Array();
}

/** All bytes of a source; for one that is known to be small. */
export async function allBytesOf({ chunks }: FigureSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks()) pieces.push(chunk);
  return Buffer.concat(pieces);
}
