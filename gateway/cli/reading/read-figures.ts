import type { Answer } from "../../../subgraphs/index.js";
import { type FigureRow, readColumns } from "./columns.js";
import { fileProblem, type Problem } from "./problem.js";
import { type ReadAnswers, readAnswers } from "./read-answers.js";
import type { Reference, ReferenceForm } from "./reference.js";
import type { SheetRow } from "./sheet-row.js";
import { formulasIn, repeatedRows } from "./unsafe-cells.js";

/** The figures of one office for one campaign, as a file gives them: what one push sends. */
export interface OfficeFigures extends Omit<ReadAnswers, "problems"> {
  readonly campaign: string;
  readonly establishment: string;
  readonly office: string | null;
  readonly answers: readonly Answer[];
  readonly form: ReferenceForm;
  /** The first row of these figures. */
  readonly firstRow: number;
}

/** Everything that a file says, and everything that keeps it from being read; nothing of it is used with a problem. */
export function readFigures(
  rows: readonly SheetRow[],
  reference: Reference,
): { readonly offices: readonly OfficeFigures[]; readonly problems: readonly Problem[] } {
  const { figures, problems: layout } = readColumns(rows);
  if (layout.length > 0) return { offices: [], problems: layout };
  const { once, problems: repeated } = repeatedRows(figures);
  const problems = [...formulasIn(figures), ...repeated, ...unknownPlaces(once, reference)];
  const offices = groupsOf(once).flatMap((group) => {
    const [first] = group;
    const form = reference.forms.get(first?.campaign.trim() ?? "");
    if (!first || !form) return [];
    const { problems: unread, ...read } = readAnswers(group, form);
    // A formula is no number either: once is enough.
    problems.push(...unread.filter((problem) => !problems.some((known) => isSamePlace(known, problem))));
    return {
      campaign: first.campaign.trim(),
      establishment: first.establishment.trim(),
      office: first.office.trim() || null,
      form,
      firstRow: first.row,
      ...read,
    };
  });
  return { offices, problems };
}

const isSamePlace = (left: Problem, right: Problem): boolean =>
  left.row === right.row && left.column === right.column;

function groupsOf(figures: readonly FigureRow[]): FigureRow[][] {
  const groups = new Map<string, FigureRow[]>();
  for (const figure of figures) {
    const place = JSON.stringify(
      [figure.campaign, figure.establishment, figure.office].map((code) => code.trim()),
    );
    const group = groups.get(place);
    if (group) group.push(figure);
    else groups.set(place, [figure]);
  }
  return [...groups.values()];
}

// Each unknown code is told once, at its first row.
function unknownPlaces(figures: readonly FigureRow[], { forms, establishments }: Reference): Problem[] {
  const told = new Set<string>();
  const unknown = (
    column: "campaign" | "establishment",
    known: { has(code: string): boolean; keys(): Iterable<string> },
    words: (code: string) => Problem["messages"],
  ): Problem[] =>
    figures.flatMap(({ row, [column]: cell }) => {
      const code = cell.trim();
      if (known.has(code) || told.has(`${column} ${code}`)) return [];
      told.add(`${column} ${code}`);
      const place = { row, column, observed: code, expected: [...known.keys()].join(", ") };
      return fileProblem(
        column === "campaign" ? "UNKNOWN_CAMPAIGN" : "UNKNOWN_ESTABLISHMENT",
        words(code),
        place,
      );
    });
  return [
    ...unknown("campaign", forms, (code) => ({
      fr: `« ${code} » n'est pas le code d'une campagne qui a un formulaire.`,
      en: `“${code}” is not the code of a campaign that has a form.`,
    })),
    ...unknown("establishment", establishments, (code) => ({
      fr: `« ${code} » n'est pas le code d'un établissement du registre.`,
      en: `“${code}” is not the code of an establishment of the register.`,
    })),
  ];
}
