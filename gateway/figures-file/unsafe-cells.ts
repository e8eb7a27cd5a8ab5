import { type Column, columns, type FigureRow } from "./columns.js";
import { fileProblem, type Problem } from "./problem.js";
import { isSignedNumber } from "./read-number.js";

// A dash and a space begin an item of a list, as people write it; no formula does.
const startsFormula = /^\s*(?:[=+@]|-(?! ))/;

// Told by most cells at once: a pattern is tried on the few others.
const mayStartFormula = (cell: string): boolean => {
  const first = cell.charCodeAt(0);
  // Signs and blanks come before the digits, and blanks of other scripts after the letters of ours.
  return first < 0x30 || first === 0x3d || first === 0x40 || first > 0x7e;
};

const none: readonly Problem[] = [];

/** Cells of a row that a spreadsheet would run instead of showing; a signed number is none. */
export function formulasIn(figure: FigureRow): readonly Problem[] {
  if (!columns.some((column) => mayStartFormula(figure[column]))) return none;
  return columns
    .filter((column) => startsFormula.test(figure[column]) && !isNumberIn(figure, column))
    .map((column) => formulaAt(figure, column));
}

const formulaAt = (figure: FigureRow, column: Column): Problem =>
  fileProblem(
    "FORMULA",
    {
      fr: "Cette cellule commence par =, +, - ou @ : un tableur la prendrait pour une formule. Écrivez la valeur, ou commencez le texte autrement.",
      en: "This cell starts with =, +, - or @: a spreadsheet would take it for a formula. Write the value, or start the text otherwise.",
    },
    { row: figure.row, column, question: figure.question || null, observed: figure[column] },
  );

const isNumberIn = (figure: FigureRow, column: Column): boolean =>
  column === "value" && isSignedNumber(figure.value);

/** True when a row carries more than its place in the form. */
export const saysSomething = ({ value, missing, comment }: FigureRow): boolean =>
  value.trim() !== "" || missing.trim() !== "" || comment.trim() !== "";
