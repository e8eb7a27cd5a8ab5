import { mostWorkbookRows, sheetOfWorkbook } from "../downloads/xlsx-template.js";
import { allBytesOf, type FigureSource } from "./figure-source.js";
import { withMergedCells } from "./merged-cells.js";
import { FileRefusal, fileProblem, type Problem, type Tell } from "./problem.js";
import type { SheetRow } from "./sheet-row.js";

/** A workbook is read whole, so that it has bounds; what is larger goes by CSV, which has none. */
export const largestWorkbookBytes = 5_000_000;
const largestUnpackedBytes = 60_000_000;

/** The rows of the first sheet of a workbook; throws FileRefusal when it is none, or too large. */
export async function readWorkbook(
  source: FigureSource,
  tell: Tell,
  unmerge: typeof withMergedCells = withMergedCells,
): Promise<readonly SheetRow[]> {
  if (source.size > largestWorkbookBytes) throw new FileRefusal(tooLarge(source.size, largestWorkbookBytes));
  const bytes = await allBytesOf(source);
  const unpacked = unpackedSize(bytes);
  if (unpacked !== null && unpacked > largestUnpackedBytes)
    throw new FileRefusal(tooLarge(unpacked, largestUnpackedBytes));
  const sheet = unpacked === null ? null : sheetOfWorkbook(bytes);
  if (sheet === null) throw new FileRefusal(notAWorkbook());
  if (sheet.isCut) throw new FileRefusal(tooManyRows());
  return unmerge(sheet, tell);
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** How many bytes an archive says that it unpacks to: a small one may hold gigabytes. Null when it is no archive. */
function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) return null;
  let size = 0;
  for (let entry = view.getUint32(end + 16, true); entry + 46 <= end;) {
    if (view.getUint32(entry, true) !== directoryEntry) return null;
    size += view.getUint32(entry + 24, true);
    entry += 46 + [28, 30, 32].reduce((sum, place) => sum + view.getUint16(entry + place, true), 0);
  }
  return size;
}

const tooLarge = (size: number, largest: number): Problem =>
  fileProblem(
    "FILE_TOO_LARGE",
    {
      fr: "Ce classeur est trop gros ; il n'a pas été lu. Enregistrez-le en CSV UTF-8, qui n'a pas de limite.",
      en: "This workbook is too large; it was not read. Save it as CSV UTF-8, which has no limit.",
    },
    { observed: `${size} octets · bytes`, expected: `≤ ${largest} octets · bytes` },
  );

const tooManyRows = (): Problem =>
  fileProblem(
    "TOO_MANY_ROWS",
    {
      fr: "La première feuille a trop de lignes ; rien n'en a été lu. Enregistrez-la en CSV UTF-8, qui n'a pas de limite.",
      en: "The first sheet has too many rows; nothing of it was read. Save it as CSV UTF-8, which has no limit.",
    },
    { row: mostWorkbookRows + 1, expected: `≤ ${mostWorkbookRows} lignes · rows` },
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
