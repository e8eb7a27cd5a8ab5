import { completePolicy, type DisclosurePolicy } from "../disclosure-policy.js";
import { judgeCount, judgeMagnitude } from "../primary-rules.js";
import type { Figure, Insider, ProtectedTable, Term } from "../protected-table.js";
import { dimensionsOf } from "./dimension.js";
import { readCells } from "./cell-values.js";
import { CellGrid } from "./cell-grid.js";
import type { GivenTable } from "./given-table.js";
import { readCsvHierarchies, readCsvTable } from "./read-csv.js";
import { parsed, readJsonTable } from "./read-json.js";
import { hierarchiesIn, isObject, policyIn, refuseOthers } from "./read-members.js";
import { Mistakes } from "./table-mistake.js";

/** A table of a file: what is in it, and where. */
export interface TableFile {
  readonly table: ProtectedTable;
  readonly policy: DisclosurePolicy;
  /** The code of a figure in each dimension, in the order of the dimensions. */
  readonly at: (figure: number) => Readonly<Record<string, string>>;
  /** The figures that the policy wants hidden, and that the file shows. */
  readonly exposed: readonly number[];
}

/** The text of a file; its form is told by how it begins. */
const isJson = (text: string): boolean => /^\uFEFF?\s*[{[]/.test(text);

/**
 * Reads a table, JSON or CSV, and its hierarchies where they are in a file of their own. Cells that are not listed are
 * computed from their children, and shown. Throws TableFileError with every mistake that can be found at once.
 */
export function readTableFile(text: string, hierarchyText: string | null = null): TableFile {
  const mistakes = new Mistakes();
  const apart = hierarchyText === null ? null : readApart(hierarchyText, mistakes);
  mistakes.refuse();
  const given = isJson(text) ? readJsonTable(text, apart, mistakes) : readCsvTable(text, apart, mistakes);
  return tableOf(given, mistakes);
}

function readApart(text: string, mistakes: Mistakes): Pick<GivenTable, "hierarchies" | "policy"> {
  if (!isJson(text)) return { hierarchies: readCsvHierarchies(text, mistakes), policy: {} };
  const file = parsed(text, "JSON", mistakes);
  mistakes.refuse();
  // As in a table's file, or the hierarchies alone.
  if (!isObject(file) || !("dimensions" in file))
    return { hierarchies: hierarchiesIn(file, mistakes), policy: {} };
  refuseOthers(file, ["dimensions", "policy"], "", mistakes);
  return {
    hierarchies: hierarchiesIn(file["dimensions"], mistakes),
    policy: policyIn(file["policy"], mistakes),
  };
}

function tableOf(given: GivenTable, mistakes: Mistakes): TableFile {
  const dimensions = dimensionsOf(given, mistakes);
  mistakes.refuse();
  const grid = new CellGrid(dimensions);
  const { values, isSuppressed, contributors, leafContributors } = readCells(given, grid, mistakes);
  mistakes.refuse();
  const policy = completePolicy(given.policy);
  const leafValues = grid.leafCells.map((cell) => values[cell]!);
  const isWhole = values.every((value) => Number.isInteger(value));
  const figures = Array.from({ length: grid.size }, (_, cell): Figure => {
    const value = values[cell]!;
    const isTotal = grid.isTotal(cell);
    const amounts = contributors(cell);
    const found = [
      judgeCount({ value, isTotal }, policy),
      amounts.length === 0 ? null : judgeMagnitude({ value, contributors: amounts, isTotal }, policy),
    ].filter((finding) => finding !== null);
    return {
      terms: grid.leavesOf(cell).map(([unknown, times]): Term => ({ unknown, times })),
      isShown: !isSuppressed(cell),
      cost: value,
      width: found.length === 0 ? null : Math.max(...found.map(({ width }) => width)),
    };
  });
  return {
    table: {
      unknowns: leafValues.map((value) => ({ value, lower: 0, upper: null, isWhole })),
      figures,
      insiders: insidersOf(leafContributors, leafValues, (unknown) => grid.nameOf(grid.leafCells[unknown]!)),
    },
    policy,
    at: (figure) => grid.at(figure),
    exposed: figures.flatMap(({ isShown, width }, figure) => (isShown && width !== null ? [figure] : [])),
  };
}

/** Each contributor knows its own amount: the whole cell when nobody else is in it, else that it is not less. */
function insidersOf(
  contributors: readonly (readonly number[])[],
  values: readonly number[],
  nameOf: (unknown: number) => string,
): Insider[] {
  return contributors.flatMap((amounts, unknown) =>
    amounts.map((amount, rank) => ({
      name: `${nameOf(unknown)} #${rank + 1}`,
      knows: [
        { unknown, lower: amount, upper: amounts.length === 1 && amount === values[unknown] ? amount : null },
      ],
    })),
  );
}
