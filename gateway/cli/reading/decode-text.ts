import { fileProblem, type Problem } from "./problem.js";

/** The encodings in which spreadsheets save text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The text of a file: by its byte order mark, else UTF-8 when it is that, else what Windows programs write. */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: Encoding } | { readonly problem: Problem } {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.[0] ?? (decode(bytes, "utf-8") === null ? "windows-1252" : "utf-8");
  const text = decode(bytes, encoding);
  if (text === null || text.includes("\0")) return { problem: notText(encoding) };
  return { text, encoding };
}

// The decoder takes the byte order mark off by itself.
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
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
