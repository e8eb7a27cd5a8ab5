/** The endings of whole files of a release. */
export type ReleaseFileEnding = "csv" | "ndjson" | "parquet";

/** How PostgreSQL writes the rows that a file is made of. */
export type CopiedAs = "CSV" | "JSON" | "TEXT";

/** One block of a file: its bytes, and what the end of the file must say of it. */
export interface EncodedBlock<Note> {
  readonly bytes: Buffer;
  readonly note: Note;
}

/** What the end of a file may tell of the whole. */
export interface WholeFile<Note> {
  readonly columns: readonly string[];
  readonly about: Readonly<Record<string, string>>;
  /** In the order of the blocks, with the place of each in the file. */
  readonly blocks: readonly { readonly from: number; readonly note: Note }[];
}

/**
 * A format of a file: a head, blocks of as many rows each, a tail. The same rows always give the same bytes, and a block
 * depends on its own rows only, so that any part of a file can be made again by itself.
 */
export interface ReleaseFileFormat<Note = unknown> {
  readonly ending: ReleaseFileEnding;
  readonly contentType: string;
  /** To be raised with every change of the bytes that it writes: a file begun before is then begun again. */
  readonly generator: number;
  readonly copiedAs: CopiedAs;
  /** Each row is one line, and cheap to write: what part of a block holds which rows can be told. */
  readonly isByLine: boolean;
  /** The first bytes; rowId comes before the columns. */
  head(columns: readonly string[]): Buffer;
  /** Of the pieces in which PostgreSQL sent the rows of a block: a row may be of two. */
  encode(copied: readonly Buffer[], columns: readonly string[]): Promise<EncodedBlock<Note>>;
  tail(whole: WholeFile<Note>): Buffer;
}

/** Rows of a block. */
export const rowsPerBlock = 20_000;

/** The column that comes first in every file. */
export const rowIdColumn = "rowId";
