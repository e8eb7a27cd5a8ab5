import type { CellGrid } from "./cell-grid.js";
import type { GivenCell, GivenTable } from "./given-table.js";
import type { Mistakes } from "./table-mistake.js";

/** What is in each cell of a table. */
export interface CellValues {
  readonly values: readonly number[];
  readonly isSuppressed: (cell: number) => boolean;
  /** Of a total that names none, those of its innermost cells. */
  readonly contributors: (cell: number) => readonly number[];
  /** By the rank of the innermost cell. */
  readonly leafContributors: readonly (readonly number[])[];
}

const mostCells = 500_000;
const mostTold = 20;

/** Reads the cells that a file lists and computes the others from their children. */
export function readCells(
  { cells, hierarchies }: GivenTable,
  grid: CellGrid,
  mistakes: Mistakes,
): CellValues {
  if (grid.size > mostCells) {
    mistakes.add(
      "TOO_LARGE",
      "dimensions",
      `la table aurait ${grid.size} cellules ; au plus ${mostCells}.`,
      `the table would have ${grid.size} cells; at most ${mostCells}.`,
    );
    mistakes.refuse();
  }
  const listed = new Map<number, GivenCell>();
  for (const cell of cells) {
    refuseCodes(cell, grid, mistakes);
    refuseNumbers(cell, mistakes);
    if (cell.at.size < hierarchies.size || [...cell.at].some(([name, code]) => !isCode(grid, name, code)))
      continue;
    const rank = grid.cellAt(cell.at);
    const twin = listed.get(rank);
    if (twin)
      mistakes.add(
        "CELL_TWICE",
        cell.place,
        `${grid.nameOf(rank)} est déjà donnée (${twin.place.fr}).`,
        `${grid.nameOf(rank)} is already given (${twin.place.en}).`,
      );
    else listed.set(rank, cell);
  }
  refuseMissing(listed, grid, mistakes);
  mistakes.refuse();
  const leafValues = grid.leafCells.map((cell) => listed.get(cell)!.value);
  const values = Array.from({ length: grid.size }, (_, cell) => {
    const given = listed.get(cell);
    if (given && !grid.isTotal(cell)) return given.value;
    const sum = tidy(grid.leavesOf(cell).reduce((sum, [leaf, times]) => sum + times * leafValues[leaf]!, 0));
    if (given && Math.abs(given.value - sum) > 1e-9 * Math.max(1, Math.abs(sum)))
      refuseSum(given, cell, sum, grid, mistakes);
    return sum;
  });
  const leafContributors = grid.leafCells.map((cell) => listed.get(cell)!.contributors);
  return {
    values,
    isSuppressed: (cell) => listed.get(cell)?.isSuppressed ?? false,
    contributors: (cell) => {
      const own = listed.get(cell)?.contributors ?? [];
      return own.length > 0 ? own : grid.leavesOf(cell).flatMap(([leaf]) => leafContributors[leaf]!);
    },
    leafContributors,
  };
}

/** A sum without the digits that binary fractions invent. */
const tidy = (sum: number): number => (Number.isInteger(sum) ? sum : Number(sum.toPrecision(15)));

const isCode = (grid: CellGrid, name: string, code: string): boolean =>
  grid.dimensions.find((dimension) => dimension.name === name)?.rankOf.has(code) ?? false;

function refuseCodes({ at, place }: GivenCell, grid: CellGrid, mistakes: Mistakes): void {
  for (const [name, code] of at) {
    if (isCode(grid, name, code)) continue;
    const { codes } = grid.dimensions.find((dimension) => dimension.name === name)!;
    const some = `${codes.slice(0, 8).join(", ")}${codes.length > 8 ? ", …" : ""}`;
    mistakes.add(
      "UNKNOWN_CODE",
      { fr: `${place.fr}, ${name}`, en: `${place.en}, ${name}` },
      `le code « ${code} » n'est pas dans la hiérarchie de ${name} ; attendu : ${some}.`,
      `the code “${code}” is not in the hierarchy of ${name}; expected: ${some}.`,
    );
  }
}

function refuseNumbers({ value, contributors, place }: GivenCell, mistakes: Mistakes): void {
  if (value < 0)
    mistakes.add(
      "NEGATIVE_VALUE",
      place,
      `${value} est négatif ; attendu : 0 ou plus.`,
      `${value} is negative; expected: 0 or more.`,
    );
  else if (value > Number.MAX_SAFE_INTEGER)
    mistakes.add(
      "BAD_VALUE",
      place,
      `${value} est trop grand pour être exact ; au plus ${Number.MAX_SAFE_INTEGER}.`,
      `${value} is too large to be exact; at most ${Number.MAX_SAFE_INTEGER}.`,
    );
  if (contributors.some((amount) => amount < 0))
    mistakes.add(
      "BAD_CONTRIBUTORS",
      place,
      `un contributeur est négatif : ${contributors.join(", ")}.`,
      `a contributor is negative: ${contributors.join(", ")}.`,
    );
  const sum = contributors.reduce((sum, amount) => sum + amount, 0);
  if (sum > value * (1 + 1e-9) && value >= 0)
    mistakes.add(
      "BAD_CONTRIBUTORS",
      place,
      `les contributeurs font ${tidy(sum)}, plus que la cellule (${value}).`,
      `the contributors add up to ${tidy(sum)}, more than the cell (${value}).`,
    );
}

function refuseMissing(listed: ReadonlyMap<number, GivenCell>, grid: CellGrid, mistakes: Mistakes): void {
  if (!mistakes.isEmpty) return;
  const missing = grid.leafCells.filter((cell) => !listed.has(cell));
  for (const cell of missing.slice(0, mostTold))
    mistakes.add(
      "MISSING_CELL",
      grid.nameOf(cell),
      `il manque cette cellule, qui n'a pas d'enfants dont la calculer (${missing.length} en tout).`,
      `this cell is missing, and has no children to compute it from (${missing.length} in all).`,
    );
}

function refuseSum(
  { value, place }: GivenCell,
  cell: number,
  sum: number,
  grid: CellGrid,
  mistakes: Mistakes,
): void {
  const total = grid.totalIn(cell);
  const children = total === null ? "" : `${total.name} : ${total.children.slice(0, 8).join(" + ")}`;
  mistakes.add(
    "WRONG_SUM",
    place,
    `${grid.nameOf(cell)} vaut ${value}, et ses enfants (${children}) font ${sum}.`,
    `${grid.nameOf(cell)} is ${value}, and its children (${children}) add up to ${sum}.`,
  );
}
