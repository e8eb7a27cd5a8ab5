import { setImmediate as nextTurn } from "node:timers/promises";
import type { ColumnChunk, SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { copiedRows } from "./copied-columns.js";
import { codedColumnOf, type ParquetColumn, rowIdColumnOf } from "./parquet-column.js";
import { type ReleaseFileFormat, rowIdColumn, type WholeFile } from "./release-file-format.js";

/** A block as the footer tells it: its columns, their places counted from its first byte. */
interface RowGroupNote {
  readonly rows: number;
  readonly chunks: readonly ColumnChunk[];
  readonly bytes: number;
}

// The four bytes by which a file begins and ends.
const magic = Buffer.from("PAR1");

const text = (name: string, repetition: "REQUIRED" | "OPTIONAL"): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  repetition_type: repetition,
});
const elementsOf = (columns: readonly string[]): SchemaElement[] => [
  text(rowIdColumn, "REQUIRED"),
  ...columns.map((column) => text(column, "OPTIONAL")),
];
const rootOf = (children: number): SchemaElement => ({ name: "record", num_children: children });
// Without statistics: the footer, which is no record and counts as none, then tells nothing of any.
const options = { statistics: false, createdBy: "carrefour" } as const;

/** Apache Parquet: a row group a block, texts as codes of a dictionary; row ids, which never repeat, as they are. */
export const parquetFile: ReleaseFileFormat<RowGroupNote> = {
  ending: "parquet",
  contentType: "application/vnd.apache.parquet",
  generator: 1,
  copiedAs: "TEXT",
  isByLine: false,
  head: () => magic,
  async encode(pieces, columns) {
    const copied = Buffer.concat(pieces);
    const rows = await copiedRows(copied, columns.length + 1);
    const [parts, chunks]: [Buffer[], ColumnChunk[]] = [[], []];
    let length = 0;
    for (const [index, element] of elementsOf(columns).entries()) {
      // A column at a time: others have their turn in between.
      await nextTurn();
      const isRowId = index === 0;
      const column = isRowId ? rowIdColumnOf(copied, rows) : codedColumnOf(rows.columns[index - 1]!);
      chunks.push(chunkOf(element.name, isRowId, rows.count, column, length));
      parts.push(column.bytes);
      length += column.bytes.length;
    }
    return { bytes: Buffer.concat(parts), note: { rows: rows.count, chunks, bytes: length } };
  },
  tail: footerOf,
};

/** A column as the footer tells it, its places counted from the first byte of its block. */
const chunkOf = (
  name: string,
  isRowId: boolean,
  rows: number,
  { bytes, uncompressedBytes, dictionaryAt, valuesAt }: ParquetColumn,
  from: number,
): ColumnChunk => ({
  file_offset: BigInt(from),
  meta_data: {
    type: "BYTE_ARRAY",
    encodings: isRowId ? ["PLAIN"] : ["PLAIN", "RLE_DICTIONARY"],
    path_in_schema: [name],
    codec: isRowId ? "UNCOMPRESSED" : "SNAPPY",
    num_values: BigInt(rows),
    total_uncompressed_size: BigInt(uncompressedBytes),
    total_compressed_size: BigInt(bytes.length),
    data_page_offset: BigInt(from + valuesAt),
    ...(dictionaryAt === null ? {} : { dictionary_page_offset: BigInt(from + dictionaryAt) }),
  },
});

/** The same column elsewhere in the file. */
function moved({ meta_data, file_offset }: ColumnChunk, by: number): ColumnChunk {
  if (!meta_data) throw new Error("parquet: a column without its description");
  const { data_page_offset, dictionary_page_offset } = meta_data;
  const dictionary =
    dictionary_page_offset === undefined
      ? {}
      : { dictionary_page_offset: dictionary_page_offset + BigInt(by) };
  return {
    file_offset: file_offset + BigInt(by),
    meta_data: { ...meta_data, data_page_offset: data_page_offset + BigInt(by), ...dictionary },
  };
}

/** What stands after the last row group: the schema, and where each column of each group is. */
function footerOf({ columns, about, blocks }: WholeFile<RowGroupNote>): Buffer {
  const writer = new ByteWriter();
  const elements = elementsOf(columns);
  const file = new ParquetWriter({
    writer,
    schema: [rootOf(elements.length), ...elements],
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    ...options,
  });
  for (const { from, note } of blocks) {
    const chunks = note.chunks.map((chunk) => moved(chunk, from));
    const uncompressed = chunks.map(({ meta_data }) => meta_data?.total_uncompressed_size ?? 0n);
    file.row_groups.push({
      columns: chunks,
      total_byte_size: uncompressed.reduce((sum, size) => sum + size, 0n),
      num_rows: BigInt(note.rows),
      total_compressed_size: BigInt(note.bytes),
    });
    file.num_rows += BigInt(note.rows);
  }
  void file.finish();
  return Buffer.from(writer.getBytes().subarray(magic.length));
}
