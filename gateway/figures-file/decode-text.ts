import { fileProblem, type Problem } from "./problem.js";

/** The encodings in which spreadsheets save text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

type Bytes = AsyncIterable<Uint8Array>;

// Fatal for Windows-1252 too: without it Node 20 reads € and ’ as control characters.
const decoderOf = (encoding: Encoding): TextDecoder => new TextDecoder(encoding, { fatal: true });

/** A file's bytes as UTF-8, piece by piece: as they are, or as texts that were decoded. */
export async function* piecesOf(chunks: Bytes, encoding: Encoding): AsyncGenerator<string | Uint8Array> {
  if (encoding === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = decoderOf(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * How a file is written: by its byte order mark, else UTF-8 when all of it is that, else what Windows programs write.
 * Reads the bytes once and keeps none of them.
 */
export async function encodingOf(
  chunks: Bytes,
): Promise<{ readonly encoding: Encoding } | { readonly problem: Problem }> {
  let isMarked = false;
  let encoding: Encoding | null = null;
  let decoder = decoderOf("utf-8");
  const isText = (chunk: Uint8Array | null): boolean => {
    const text = decoded(decoder, chunk);
    if (text !== null) return !text.includes("\0");
    if (isMarked || encoding === "windows-1252") return false;
    encoding = "windows-1252";
    decoder = decoderOf(encoding);
    return chunk === null || isText(chunk);
  };
  for await (const chunk of chunks) {
    if (encoding === null) {
      const marked = marks.find(([, mark]) => mark.every((byte, index) => chunk[index] === byte));
      isMarked = marked !== undefined;
      encoding = marked?.[0] ?? "utf-8";
      decoder = decoderOf(encoding);
    }
    if (!isText(chunk)) return { problem: notText(encoding) };
  }
  return isText(null) ? { encoding: encoding ?? "utf-8" } : { problem: notText(encoding ?? "utf-8") };
}

// Null stands for the end: a character cut there is none.
function decoded(decoder: TextDecoder, chunk: Uint8Array | null): string | null {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return null;
  }
}

const notText = (encoding: Encoding): Problem =>
  fileProblem(
    "NOT_TEXT",
    {
      fr: "Ce fichier n'est pas du texte lisible. Enregistrez-le de nouveau au format « CSV UTF-8 » ou XLSX.",
      en: "This file is not readable text. Save it again as “CSV UTF-8” or XLSX.",
    },
    { observed: encoding, expected: "CSV (UTF-8) | XLSX" },
  );
