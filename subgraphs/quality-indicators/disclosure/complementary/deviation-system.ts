import type { Figure, ProtectedTable, Term } from "../protected-table.js";

/** How far an unknown may be from its true value, for one reader. */
export interface Range {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
}

/** All figures that sum the same unknowns: who sees one of them knows the others. */
export interface Line {
  readonly terms: readonly Term[];
  readonly value: number;
  /** Ranks in the table's figures. */
  readonly figures: readonly number[];
  /** What is lost when all of them are hidden; null when one of them has been seen. */
  readonly cost: number | null;
  /** True when nobody sees any of them. */
  readonly isHidden: boolean;
  /** How wide the interval must be; null when anybody may know. */
  readonly width: number | null;
  readonly isWhole: boolean;
}

/** One who reads the table: everybody (rank null), or an insider, who knows of some unknowns more. */
export interface Reader {
  readonly insider: number | null;
  readonly knows: readonly Range[];
}

/** Figures and unknowns that depend on each other, told as deviations from the truth: zero is always possible. */
export interface DeviationSystem {
  readonly columns: readonly { readonly lower: number; readonly upper: number; readonly isWhole: boolean }[];
  readonly lines: readonly Line[];
  readonly readers: readonly Reader[];
}

/** What readers of a table look for; its columns are the table's unknowns. */
export function deviationSystem(table: ProtectedTable): DeviationSystem {
  const columns = table.unknowns.map(({ value, lower, upper, isWhole }) => ({
    lower: lower - value,
    upper: (upper ?? Infinity) - value,
    isWhole,
  }));
  const readers = table.insiders.map(({ knows }, insider): Reader => {
    const ranges = knows.map(({ unknown, lower, upper }) => {
      const { value } = table.unknowns[unknown]!;
      return {
        column: unknown,
        lower: Math.max(lower - value, columns[unknown]!.lower),
        upper: Math.min((upper ?? Infinity) - value, columns[unknown]!.upper),
      };
    });
    return { insider, knows: ranges };
  });
  return { columns, lines: linesOf(table), readers: [{ insider: null, knows: [] }, ...readers] };
}

function linesOf(table: ProtectedTable): Line[] {
  const alike = new Map<string, number[]>();
  table.figures.forEach((figure, rank) => {
    const key = keyOf(figure);
    const members = alike.get(key);
    if (members) members.push(rank);
    else alike.set(key, [rank]);
  });
  return [...alike.values()].map((members) => {
    const all = members.map((rank) => table.figures[rank]!);
    const shown = all.filter(({ isShown }) => isShown);
    const widths = all.flatMap(({ width }) => (width === null ? [] : [width]));
    const { terms } = all[0]!;
    return {
      terms,
      value: terms.reduce((sum, { unknown, times }) => sum + times * table.unknowns[unknown]!.value, 0),
      figures: members,
      cost: shown.some(({ cost }) => cost === null)
        ? null
        : shown.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
      isHidden: shown.length === 0,
      width: widths.length > 0 ? Math.max(...widths) : null,
      isWhole: terms.every(
        ({ unknown, times }) => table.unknowns[unknown]!.isWhole && Number.isInteger(times),
      ),
    };
  });
}

const keyOf = ({ terms }: Figure): string =>
  [...terms]
    .sort((a, b) => a.unknown - b.unknown)
    .map(({ unknown, times }) => `${unknown}×${times}`)
    .join(" ");

/** How far one line can move one way by what a reader knows of its unknowns alone. */
export function roomOf(
  { columns, lines, readers }: DeviationSystem,
  line: number,
  reader: number,
  isUp: boolean,
): number {
  const known = new Map(readers[reader]!.knows.map((range) => [range.column, range]));
  return lines[line]!.terms.reduce((sum, { unknown, times }) => {
    const { lower, upper } = known.get(unknown) ?? columns[unknown]!;
    return sum + Math.abs(times) * (times > 0 === isUp ? upper : -lower);
  }, 0);
}
