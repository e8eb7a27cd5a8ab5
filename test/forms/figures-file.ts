import { chance, type Draw, pick } from "./draw.js";
import type { DrawnAnswer } from "./random-answers.js";

const header = ["campaign", "establishment", "office", "question", "value", "missing", "comment"];

/** A file of answers, and the rows that each answer takes in it, the header being row 1. */
export interface FiguresFile {
  readonly text: string;
  readonly rows: readonly (readonly number[])[];
}

/** Writes answers as a spreadsheet of one country or the other would: separator, decimal mark, end of line. */
export function figuresFile(
  draw: Draw,
  campaign: string,
  establishment: string,
  answers: readonly DrawnAnswer[],
): FiguresFile {
  const separator = pick(draw, [",", ";"]);
  const mark = pick(draw, [".", ","]);
  const end = pick(draw, ["\n", "\r\n"]);
  const quoted = (cell: string): string =>
    /[";,\r\n]/.test(cell) || chance(draw, 10) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines: string[][] = [header];
  const rows = answers.map(({ question, number, text, choices, missing = "", comment = "" }) => {
    const written = number === undefined ? undefined : String(number).replace(".", mark);
    const values = choices ?? [written ?? text ?? ""];
    return values.map((value) =>
      lines.push([campaign, establishment, "", question, value, missing, comment]),
    );
  });
  return { text: lines.map((cells) => cells.map(quoted).join(separator)).join(end), rows };
}
