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

/** Cuts a table into parts that nothing links; parts where nothing must be hidden are left out. */
export function deviationSystems(table: ProtectedTable): DeviationSystem[] {
  const parts = partsOf(table);
  const insidersAt = new Map<number, number[]>();
  table.insiders.forEach(({ knows }, rank) => {
    for (const part of new Set(knows.map(({ unknown }) => parts.partOf(unknown))))
      insidersAt.set(part, [...(insidersAt.get(part) ?? []), rank]);
  });
  return [...parts.figures]
    .filter(([, figures]) => figures.some((rank) => table.figures[rank]!.width !== null))
    .map(([part, figures]) => systemOf(table, figures, insidersAt.get(part) ?? []));
}

function partsOf({ unknowns, figures }: ProtectedTable) {
  const parent = unknowns.map((_, rank) => rank);
  const partOf = (rank: number): number => {
    let root = rank;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = rank; at !== root;) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  for (const { terms } of figures)
    for (const { unknown } of terms) parent[partOf(unknown)] = partOf(terms[0]!.unknown);
  const byPart = new Map<number, number[]>();
  figures.forEach(({ terms }, rank) => {
    if (terms.length === 0) return;
    const part = partOf(terms[0]!.unknown);
    const members = byPart.get(part);
    if (members) members.push(rank);
    else byPart.set(part, [rank]);
  });
  return { partOf, figures: byPart };
}

function systemOf(
  table: ProtectedTable,
  figures: readonly number[],
  insiders: readonly number[],
): DeviationSystem {
  const used = [
    ...new Set(figures.flatMap((rank) => table.figures[rank]!.terms.map((term) => term.unknown))),
  ];
  used.sort((a, b) => a - b);
  const columnOf = new Map(used.map((unknown, column) => [unknown, column]));
  const columns = used.map((rank) => {
    const { value, lower, upper, isWhole } = table.unknowns[rank]!;
    return { lower: lower - value, upper: (upper ?? Infinity) - value, isWhole };
  });
  const readers = insiders.map((rank): Reader => {
    const knows = table.insiders[rank]!.knows.flatMap(({ unknown, lower, upper }) => {
      const column = columnOf.get(unknown);
      if (column === undefined) return [];
      const { value } = table.unknowns[unknown]!;
      return [
        {
          column,
          lower: Math.max(lower - value, columns[column]!.lower),
          upper: Math.min((upper ?? Infinity) - value, columns[column]!.upper),
        },
      ];
    });
    return { insider: rank, knows };
  });
  return {
    columns,
    lines: linesOf(table, figures, columnOf),
    readers: [{ insider: null, knows: [] }, ...readers],
  };
}

function linesOf(
  table: ProtectedTable,
  figures: readonly number[],
  columnOf: ReadonlyMap<number, number>,
): Line[] {
  const alike = new Map<string, number[]>();
  for (const rank of figures) {
    const key = keyOf(table.figures[rank]!);
    const members = alike.get(key);
    if (members) members.push(rank);
    else alike.set(key, [rank]);
  }
  return [...alike.values()].map((members) => {
    const all = members.map((rank) => table.figures[rank]!);
    const shown = all.filter(({ isShown }) => isShown);
    const widths = all.flatMap(({ width }) => (width === null ? [] : [width]));
    const { terms } = all[0]!;
    return {
      terms: terms.map(({ unknown, times }) => ({ unknown: columnOf.get(unknown)!, times })),
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
