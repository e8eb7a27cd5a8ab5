import { columns } from "../reading/columns.js";
import { readCsv } from "../reading/read-csv.js";
import { readFigures } from "../reading/read-figures.js";
import { readReference } from "../reading/reference.js";

/** The header of a file of yearly figures. */
export const header = columns.join(",");
const reference = readReference();

/** What is read of the text of a file. */
export const read = (text: string) => {
  const csv = readCsv(text);
  return "problem" in csv ? { offices: [], problems: [csv.problem] } : readFigures(csv.rows, reference);
};
/** A file with the usual header and one row for each given question, value, missing code and comment. */
export const fileOf = (...rows: string[]): string =>
  [header, ...rows.map((row) => `2025-2026,chum,,${row}`)].join("\n");
