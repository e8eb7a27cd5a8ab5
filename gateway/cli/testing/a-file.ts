import { columns } from "../../figures-file/columns.js";
import { sourceOfBytes } from "../../figures-file/figure-source.js";
import type { Problem } from "../../figures-file/problem.js";
import { FigureReader, type OfficeFigures } from "../../figures-file/read-figures.js";
import { openFigureFile } from "../../figures-file/read-file.js";
import { readReference } from "../../figures-file/reference.js";

/** The header of a file of yearly figures. */
export const header = columns.join(",");
const reference = readReference();

/** What is read of a file's bytes, or of its text. */
export async function read(file: string | Uint8Array) {
  const source = sourceOfBytes(typeof file === "string" ? Buffer.from(file) : file);
  const problems: Problem[] = [];
  const opened = await openFigureFile(source, (problem) => problems.push(problem));
  const reader = new FigureReader(reference);
  const offices: OfficeFigures[] = [];
  for (let part = 0; part < opened.parts; part += 1)
    offices.push(...opened.officesOf(part, reader, (problem) => problems.push(problem)));
  opened.close();
  return { format: opened.format, offices, problems };
}

/** A file with the usual header and one row for each given question, value, missing code and comment. */
export const fileOf = (...rows: string[]): string =>
  [header, ...rows.map((row) => `2025-2026,chum,,${row}`)].join("\n");
