import { createHash } from "node:crypto";
import type { OpenedRelease } from "../records/open-release.js";
import { csvFile } from "./csv-file.js";
import { ndjsonFile } from "./ndjson-file.js";
import { parquetFile } from "./parquet-file.js";
import type { ReleaseFileFormat } from "./release-file-format.js";

/** The formats in which a whole release is sent. */
export const releaseFileFormats: readonly ReleaseFileFormat[] = [
  csvFile as ReleaseFileFormat,
  ndjsonFile as ReleaseFileFormat,
  parquetFile as ReleaseFileFormat,
];

/** One file of a release, for one agreement: its order of rows, its row ids and its columns are the agreement's own. */
export interface ReleaseFile {
  readonly release: string;
  readonly agreement: string;
  readonly columns: readonly string[];
  readonly format: ReleaseFileFormat;
  /** What the end of the file tells of the whole. */
  readonly about: Readonly<Record<string, string>>;
  /** Another release, agreement, format, column or program is another file (RFC 9110, s. 8.8.3: a strong one). */
  readonly etag: string;
}

/** A file of an opened release. */
export function releaseFileOf(
  { release, agreement, columns: opened }: OpenedRelease,
  format: ReleaseFileFormat,
  about: ReleaseFile["about"],
): ReleaseFile {
  const columns = opened.map(({ column }) => column);
  const said = [release.code, release.version, agreement, format.ending, format.generator, columns, about];
  const hash = createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 27);
  return { release: release.code, agreement, columns, format, about, etag: `"${format.ending}-${hash}"` };
}

/** How long a file is, block by block, and how it ends. */
export interface MeasuredFile {
  readonly head: Buffer;
  readonly blockBytes: readonly number[];
  readonly tail: Buffer;
  readonly sha256: Buffer;
}

/** The length of a whole file. */
export const lengthOf = ({ head, blockBytes, tail }: MeasuredFile): number =>
  blockBytes.reduce((sum, bytes) => sum + bytes, head.length + tail.length);
