import type { PageHeader } from "hyparquet";
import { ByteWriter } from "hyparquet-writer";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import { writeRleBitPackedHybrid } from "hyparquet-writer/src/encoding.js";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";
import type { CopiedColumn, CopiedRows } from "./copied-columns.js";

/** The pages of a column in one row group; places are counted from the first byte. */
export interface ParquetColumn {
  readonly bytes: Buffer;
  readonly uncompressedBytes: number;
  readonly dictionaryAt: number | null;
  readonly valuesAt: number;
}

/** Row ids, which never repeat, as they are. Apache Parquet Format, « Encodings », Plain. */
export function rowIdColumnOf(copied: Buffer, { count, rowIds: { from, to } }: CopiedRows): ParquetColumn {
  let length = 4 * count;
  for (let row = 0; row < count; row += 1) length += to[row]! - from[row]!;
  const content = Buffer.allocUnsafe(length);
  for (let row = 0, at = 0; row < count; row += 1) {
    at = content.writeUInt32LE(to[row]! - from[row]!, at);
    at += copied.copy(content, at, from[row], to[row]);
  }
  const writer = new ByteWriter(length + roomForHeaders);
  const values = { num_values: count, num_nulls: 0, num_rows: count, encoding: "PLAIN" } as const;
  const uncompressedBytes = writeValues(writer, values, nothing, content, content);
  return { bytes: bytesOf(writer), uncompressedBytes, dictionaryAt: null, valuesAt: 0 };
}

/** Texts as codes of a dictionary. Apache Parquet Format, « Encodings », Dictionary Encoding. */
export function codedColumnOf({ different, isThere, codes }: CopiedColumn): ParquetColumn {
  const writer = new ByteWriter(isThere.length + roomForHeaders);
  const dictionaryBytes = writeDictionary(writer, different);
  const valuesAt = writer.offset;
  const levels = new ByteWriter(isThere.length / 8 + roomForHeaders);
  writeRleBitPackedHybrid(levels, isThere, 1);
  const bits = Math.ceil(Math.log2(Math.max(1, different.length)));
  const content = new ByteWriter((codes.length * bits) / 8 + roomForHeaders);
  content.appendUint8(bits);
  writeRleBitPackedHybrid(content, codes, bits);
  const count = isThere.length;
  const values = { num_values: count, num_nulls: count - codes.length, num_rows: count } as const;
  const plain = content.getBytes();
  const valueBytes = writeValues(
    writer,
    { ...values, encoding: "RLE_DICTIONARY" },
    levels.getBytes(),
    plain,
    snappyCompress(plain),
  );
  return {
    bytes: bytesOf(writer),
    uncompressedBytes: dictionaryBytes + valueBytes,
    dictionaryAt: 0,
    valuesAt,
  };
}

type ValuesHeader = Pick<
  NonNullable<PageHeader["data_page_header_v2"]>,
  "num_values" | "num_nulls" | "num_rows" | "encoding"
>;

const nothing = new Uint8Array(0);
// So that a writer seldom grows.
const roomForHeaders = 256;

const bytesOf = (writer: ByteWriter): Buffer => Buffer.from(writer.buffer, 0, writer.index);

/** Writes a page of values, definition levels first; gives its uncompressed length. */
function writeValues(
  writer: ByteWriter,
  values: ValuesHeader,
  levels: Uint8Array,
  plain: Uint8Array,
  content: Uint8Array,
): number {
  const from = writer.offset;
  writePageHeader(writer, {
    type: "DATA_PAGE_V2",
    uncompressed_page_size: levels.length + plain.length,
    compressed_page_size: levels.length + content.length,
    data_page_header_v2: {
      ...values,
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  const headerBytes = writer.offset - from;
  writer.appendBytes(levels);
  writer.appendBytes(content);
  return headerBytes + levels.length + plain.length;
}

function writeDictionary(writer: ByteWriter, different: readonly Buffer[]): number {
  const dictionary = new ByteWriter();
  for (const value of different) {
    dictionary.appendUint32(value.length);
    dictionary.appendBytes(value);
  }
  const plain = dictionary.getBytes();
  const content = snappyCompress(plain);
  const from = writer.offset;
  writePageHeader(writer, {
    type: "DICTIONARY_PAGE",
    uncompressed_page_size: plain.length,
    compressed_page_size: content.length,
    dictionary_page_header: { num_values: different.length, encoding: "PLAIN" },
  });
  const headerBytes = writer.offset - from;
  writer.appendBytes(content);
  return headerBytes + plain.length;
}
