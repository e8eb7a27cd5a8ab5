import { readFile, stat } from "node:fs/promises";
import { rowsOfWorkbook } from "../../downloads/xlsx-template.js";
import { decodeText } from "./decode-text.js";
import { fileProblem, type Problem } from "./problem.js";
import { readCsv } from "./read-csv.js";
import { type OfficeFigures, readFigures } from "./read-figures.js";
import type { Reference } from "./reference.js";
import type { SheetRow } from "./sheet-row.js";

/** A file of 35 offices is well below; a larger one is another file. */
export const largestFileBytes = 5_000_000;

/** What was read of a file; with a problem nothing of it is used. */
export interface ReadFile {
  /** How the file was written: an encoding of text, or xlsx. */
  readonly format: string | null;
  readonly offices: readonly OfficeFigures[];
  readonly problems: readonly Problem[];
}

type Rows = { readonly rows: readonly SheetRow[]; readonly format: string } | { readonly problem: Problem };

/** Reads a file of yearly figures, CSV or XLSX. A file that cannot be opened is the caller's to tell: it throws. */
export async function readFigureFile(path: string, reference: Reference): Promise<ReadFile> {
  const { size } = await stat(path);
  if (size > largestFileBytes) return refused(tooLarge(size));
  const read = rowsOf(await readFile(path));
  if ("problem" in read) return refused(read.problem);
  return { format: read.format, ...readFigures(read.rows, reference) };
}

const refused = (problem: Problem): ReadFile => ({ format: null, offices: [], problems: [problem] });

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function rowsOf(bytes: Buffer): Rows {
  // A ZIP archive: XLSX. The older XLS and a workbook with a password start otherwise.
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const rows = rowsOfWorkbook(bytes);
    return rows ? { rows, format: "xlsx" } : { problem: notAWorkbook() };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { problem: notAWorkbook() };
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return decoded;
  const read = readCsv(decoded.text);
  return "problem" in read ? read : { ...read, format: decoded.encoding };
}

const tooLarge = (size: number): Problem =>
  fileProblem(
    "FILE_TOO_LARGE",
    {
      fr: "Le fichier est trop gros pour des données annuelles ; il n'a pas été lu.",
      en: "The file is too large for yearly figures; it was not read.",
    },
    { observed: `${size} octets · bytes`, expected: `≤ ${largestFileBytes} octets · bytes` },
  );

const notAWorkbook = (): Problem =>
  fileProblem(
    "NOT_A_WORKBOOK",
    {
      fr: "Ce classeur ne peut pas être lu. Enregistrez-le de nouveau en XLSX, sans mot de passe, ou en CSV UTF-8.",
      en: "This workbook cannot be read. Save it again as XLSX, without a password, or as CSV UTF-8.",
    },
    { expected: "XLSX | CSV (UTF-8)" },
  );
