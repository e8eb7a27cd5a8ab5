import { type CountedTable, CountedTableBuilder } from "../../subgraphs/offline.js";
import { encodingOf } from "../figures-file/decode-text.js";
import { sourceOfFile } from "../figures-file/figure-source.js";
import { FileRefusal, fileProblem, type Problem, type Tell } from "../figures-file/problem.js";
import { rowsOfCsv } from "../figures-file/read-csv.js";
import type { SheetRow } from "../figures-file/sheet-row.js";
import { positionsIn, type RiskColumns, type RiskPositions, separatorFor } from "./risk-columns.js";
import { cannotBeRead, watched } from "./watched-source.js";

/**
 * Reads the asked columns of a CSV, one row of the table a record, in file order. Null when the file cannot be used; what
 * is wrong with it is told row by row.
 */
export async function readRiskFile(
  path: string,
  columns: RiskColumns,
  tell: Tell,
  onProgress: (share: number) => void,
): Promise<CountedTable | null> {
  const source = watched(await sourceOfFile(path).catch(cannotBeRead(path)), path, (times) =>
    onProgress(times / 2),
  );
  const builder = new CountedTableBuilder(columns.keys, columns.sensitive);
  let isReadable = true;
  const refuse: Tell = (problem) => {
    isReadable = false;
    tell(problem);
  };
  try {
    const found = await encodingOf(source.chunks());
    if ("problem" in found) throw new FileRefusal(found.problem);
    let positions: RiskPositions | null = null;
    let records = 0;
    for await (const rows of rowsOfCsv(source, found.encoding, separatorFor(columns)))
      for (const row of rows) {
        if (positions === null) {
          positions = positionsIn(row, columns);
          continue;
        }
        if (isBlankLine(row, positions)) continue;
        records += 1;
        const problem = problemOf(row, positions, columns);
        if (problem) refuse(problem);
        else builder.add(combinationOf(row, positions));
      }
    if (records === 0) refuse(noRecords(positions === null));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    refuse(error.problem);
  }
  return isReadable ? builder.build() : null;
}

// In a file of one column, an empty line is a record without a value.
const isBlankLine = ({ cells }: SheetRow, { width }: RiskPositions): boolean =>
  width > 1 && cells.length === 1 && cells[0]!.trim() === "";

const textAt = ({ cells }: SheetRow, position: number): string => cells[position]!.trim();

const combinationOf = (row: SheetRow, { keys, sensitive, weights }: RiskPositions) => ({
  keys: keys.map((position) => textAt(row, position)),
  sensitive: sensitive.map((position) => textAt(row, position)),
  count: 1,
  ...(weights === null ? {} : { weight: weightOf(textAt(row, weights)) }),
});

const number = /^\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** A weight as it is written, with a point or a comma; NaN for what is no number. */
const weightOf = (text: string): number => (number.test(text) ? Number(text.replace(",", ".")) : Number.NaN);

function problemOf(row: SheetRow, positions: RiskPositions, columns: RiskColumns): Problem | null {
  if (row.cells.length !== positions.width)
    return fileProblem(
      "RAGGED_ROW",
      {
        fr: "Cette ligne n'a pas autant de cellules que l'en-tête. Si un texte contient le séparateur, mettez-le entre guillemets.",
        en: "This row has not as many cells as the header. When a text holds the separator, put it between quotes.",
      },
      { row: row.row, observed: String(row.cells.length), expected: String(positions.width) },
    );
  if (positions.weights === null) return null;
  const written = textAt(row, positions.weights);
  const weight = weightOf(written);
  if (weight > 0 && Number.isFinite(weight)) return null;
  return fileProblem(
    "NOT_A_WEIGHT",
    { fr: "Ce poids n'est pas un nombre positif.", en: "This weight is no positive number." },
    { row: row.row, column: columns.weights, observed: written, expected: "> 0" },
  );
}

const noRecords = (hasNoHeader: boolean): Problem =>
  hasNoHeader
    ? fileProblem("NO_HEADER", { fr: "Le fichier est vide.", en: "The file is empty." }, { row: 1 })
    : fileProblem(
        "NO_ROWS",
        {
          fr: "Le fichier n'a que son en-tête : aucune fiche.",
          en: "The file has its header only: no record.",
        },
        { row: 1 },
      );
