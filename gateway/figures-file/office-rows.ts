import type { FigureRow } from "./columns.js";
import { fileProblem, type Problem, type Tell } from "./problem.js";
import { formulasIn, saysSomething } from "./unsafe-cells.js";

/** The rows of one office for one campaign, each said once. */
export interface OfficeRows {
  readonly figures: readonly FigureRow[];
  /** By row, the columns of its cells that were refused already. */
  readonly refused: ReadonlyMap<number, readonly (string | null)[]>;
}

interface Gathering {
  readonly figures: FigureRow[];
  readonly firstRows: Map<string, number>;
  readonly refused: Map<number, (string | null)[]>;
}

/** A form asks some eighty choices and texts: far more rows than that are no answers of one office. */
export const mostRowsOfAnOffice = 2_000;

/** Puts the rows of each office together, in the order in which the offices come; tells each row that cannot be used. */
export function officeRowsOf(rows: Iterable<FigureRow>, tell: Tell): OfficeRows[] {
  const offices = new Map<string, Gathering>();
  for (const figure of rows) {
    const place = `${figure.campaign.trim()}\n${figure.establishment.trim()}\n${figure.office.trim()}`;
    let office = offices.get(place);
    if (!office) offices.set(place, (office = { figures: [], firstRows: new Map(), refused: new Map() }));
    const [formulas, refusal] = [formulasIn(figure), refusalOf(figure, office)];
    if (formulas.length === 0 && refusal === null) {
      office.figures.push(figure);
      continue;
    }
    formulas.forEach(tell);
    if (refusal !== null) tell(refusal);
    else {
      // A formula keeps its place among the answers: the rules then do not ask for it a second time.
      office.figures.push(figure);
      office.refused.set(
        figure.row,
        formulas.map(({ column }) => column),
      );
    }
  }
  return [...offices.values()].filter(({ figures }) => figures.length > 0);
}

function refusalOf(figure: FigureRow, { figures, firstRows }: Gathering): Problem | null {
  // A blank answer says nothing twice.
  if (saysSomething(figure)) {
    const { question, value, missing, comment } = figure;
    const said = `${question.trim()}\n${value.trim()}\n${missing.trim()}\n${comment.trim()}`;
    const first = firstRows.get(said);
    if (first !== undefined) return repeatedRow(figure, first);
    if (figures.length < mostRowsOfAnOffice) firstRows.set(said, figure.row);
  }
  return figures.length < mostRowsOfAnOffice ? null : oneRowTooMany(figure);
}

const repeatedRow = ({ row, question, value }: FigureRow, first: number): Problem =>
  fileProblem(
    "REPEATED_ROW",
    {
      fr: `Cette ligne répète la ligne ${first}. Gardez-en une.`,
      en: `This row repeats row ${first}. Keep one of them.`,
    },
    { row, column: "question", question: question.trim() || null, observed: value },
  );

const oneRowTooMany = ({ row, question, establishment, office }: FigureRow): Problem => ({
  ...fileProblem(
    "TOO_MANY_ROWS",
    {
      fr: `Ce bureau a déjà ${mostRowsOfAnOffice} lignes pour cette campagne : celle-ci n'a pas été lue.`,
      en: `This office already has ${mostRowsOfAnOffice} rows for this campaign: this one was not read.`,
    },
    { row, column: "question", question: question.trim() || null, expected: `≤ ${mostRowsOfAnOffice}` },
  ),
  establishment: establishment.trim(),
  office: office.trim() || null,
});
