import { type Column, columns, type FigureRow } from "./columns.js";
import { fileProblem, type Problem } from "./problem.js";
import { isSignedNumber } from "./read-number.js";

// A dash and a space begin an item of a list, as people write it; no formula does.
const startsFormula = /^(?:[=+@\t\r]|-(?! ))/;

/** Cells that a spreadsheet would run instead of showing; a signed number is none. */
export const formulasIn = (figures: readonly FigureRow[]): Problem[] =>
  figures.flatMap((figure) =>
    columns
      .filter((column) => startsFormula.test(figure[column].trimStart()) && !isNumberIn(figure, column))
      .map((column) =>
        fileProblem(
          "FORMULA",
          {
            fr: "Cette cellule commence par =, +, - ou @ : un tableur la prendrait pour une formule. Écrivez la valeur, ou commencez le texte autrement.",
            en: "This cell starts with =, +, - or @: a spreadsheet would take it for a formula. Write the value, or start the text otherwise.",
          },
          { row: figure.row, column, question: figure.question || null, observed: figure[column] },
        ),
      ),
  );

const isNumberIn = (figure: FigureRow, column: Column): boolean =>
  column === "value" && isSignedNumber(figure.value);

/** Rows that say again, cell by cell, what a row above said. */
export function repeatedRows(figures: readonly FigureRow[]): {
  readonly once: readonly FigureRow[];
  readonly problems: readonly Problem[];
} {
  const firstRows = new Map<string, number>();
  const problems: Problem[] = [];
  const once = figures.filter((figure) => {
    // A blank answer says nothing twice.
    if (!saysSomething(figure)) return true;
    const said = JSON.stringify(columns.map((column) => figure[column].trim()));
    const first = firstRows.get(said);
    if (first === undefined) firstRows.set(said, figure.row);
    else problems.push(repeatedRow(figure, first));
    return first === undefined;
  });
  return { once, problems };
}

/** True when a row carries more than its place in the form. */
export const saysSomething = ({ value, missing, comment }: FigureRow): boolean =>
  [value, missing, comment].some((cell) => cell.trim() !== "");

const repeatedRow = ({ row, question, value }: FigureRow, first: number): Problem =>
  fileProblem(
    "REPEATED_ROW",
    {
      fr: `Cette ligne répète la ligne ${first}. Gardez-en une.`,
      en: `This row repeats row ${first}. Keep one of them.`,
    },
    { row, column: "question", question: question.trim() || null, observed: value },
  );
