import { type CsvError, type Parser, parse } from "csv-parse";
import { columns } from "./columns.js";
import { type Encoding, piecesOf } from "./decode-text.js";
import type { FigureSource } from "./figure-source.js";
import { FileRefusal, fileProblem, type Problem } from "./problem.js";
import type { SheetRow } from "./sheet-row.js";

const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

// A file may have titles above its header.
const mostLinesToHeader = 20;
// Far above what one answer and its comment may hold: a longer row is a quote that nobody closed.
const longestRow = 1_000_000;

/** The separator that cuts one of the first lines into the most known columns: French spreadsheets write semicolons. */
export function separatorOf(text: string, names: readonly string[] = columns): Separator {
  const lines = text.split(/\r\n|\r|\n/, mostLinesToHeader);
  const known = (separator: Separator): number =>
    Math.max(
      ...lines.map(
        (line) =>
          line
            .split(separator)
            .filter((name) =>
              names.some((column) => column.toLowerCase() === name.replaceAll('"', "").trim().toLowerCase()),
            ).length,
      ),
    );
  return separators.reduce((best, candidate) => (known(candidate) > known(best) ? candidate : best));
}

/**
 * Cuts a CSV file into rows, some at a time: memory holds a piece of the file, however large it is.
 * Throws FileRefusal at a quote that is misplaced or never closed.
 */
export async function* rowsOfCsv(
  source: FigureSource,
  encoding: Encoding,
  separatorIn: (text: string) => Separator = separatorOf,
): AsyncGenerator<readonly SheetRow[]> {
  let parser: Parser | null = null;
  let rows: SheetRow[] = [];
  let count = 0;
  const opened = (first: string | Uint8Array): Parser =>
    parse({
      delimiter: separatorIn(typeof first === "string" ? first : new TextDecoder().decode(first)),
      bom: true,
      relax_column_count: true,
      max_record_size: longestRow,
    })
      .on("data", (cells: string[]) => {
        count += 1;
        rows.push({ row: count, cells });
      })
      .on("error", () => undefined);
  const taken = (): readonly SheetRow[] => {
    const batch = rows;
    rows = [];
    return batch;
  };
  for await (const piece of piecesOf(source.chunks(), encoding)) {
    if (piece.length === 0) continue;
    parser ??= opened(piece);
    await write(parser, piece, () => count + 1);
    yield taken();
  }
  if (parser) await write(parser, null, () => count + 1);
  yield taken();
}

// Null ends the text.
const write = (parser: Parser, piece: string | Uint8Array | null, row: () => number): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (error?: Error | null): void =>
      error ? reject(new FileRefusal(brokenQuotes(error as CsvError, row()))) : resolve();
    if (piece === null) parser.end(done);
    else parser.write(piece, done);
  });

function brokenQuotes({ lines, code }: CsvError & { lines?: number }, row: number): Problem {
  const near = (words: string): string => (lines ? `, ${words} ${lines}` : "");
  const messages =
    code === "CSV_MAX_RECORD_SIZE"
      ? {
          fr: `Cette ligne dépasse ${longestRow} caractères : un guillemet (") n'est sans doute jamais refermé.`,
          en: `This row is longer than ${longestRow} characters: a quote (") is probably never closed.`,
        }
      : {
          fr: `Un guillemet (") est mal placé ou n'est pas refermé${near("vers la ligne de texte")}. Dans un texte entre guillemets, doublez-les : "".`,
          en: `A quote (") is misplaced or never closed${near("near text line")}. Within a quoted text, double it: "".`,
        };
  return fileProblem("BROKEN_QUOTES", messages, { row, observed: code, expected: '"…""…"' });
}
