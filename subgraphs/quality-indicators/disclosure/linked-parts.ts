import type { ProtectedTable } from "./protected-table.js";

/** Figures that hang together by what they count, as a table of their own. */
export interface LinkedPart {
  /** With the unknowns that they count, and those insiders who know something of these. */
  readonly table: ProtectedTable;
  /** Their ranks in the whole table. */
  readonly figures: readonly number[];
}

/** Cuts a table into parts that nothing links, in linear time; parts where nothing must be hidden are left out. */
export function linkedParts(table: ProtectedTable): LinkedPart[] {
  const partOf = partsOf(table);
  const rankOf = new Int32Array(table.unknowns.length);
  const unknowns = byPart(table.unknowns.keys(), partOf);
  for (const members of unknowns.values()) members.forEach((unknown, rank) => (rankOf[unknown] = rank));
  const figures = byPart(
    [...table.figures.keys()].filter((figure) => table.figures[figure]!.terms.length > 0),
    (figure) => partOf(table.figures[figure]!.terms[0]!.unknown),
  );
  const insiders = new Map<number, ProtectedTable["insiders"][number][]>();
  for (const { name, knows } of table.insiders)
    for (const [part, known] of byPart(knows, ({ unknown }) => partOf(unknown))) {
      const renamed = known.map((range) => ({ ...range, unknown: rankOf[range.unknown]! }));
      append(insiders, part, { name, knows: renamed });
    }
  return [...figures]
    .filter(([, members]) => members.some((figure) => table.figures[figure]!.width !== null))
    .map(([part, members]) => ({
      figures: members,
      table: {
        unknowns: unknowns.get(part)!.map((unknown) => table.unknowns[unknown]!),
        figures: members.map((figure) => ({
          ...table.figures[figure]!,
          terms: table.figures[figure]!.terms.map(({ unknown, times }) => ({
            unknown: rankOf[unknown]!,
            times,
          })),
        })),
        insiders: insiders.get(part) ?? [],
      },
    }));
}

/** The part that each unknown is in, by the unknown that stands for it. */
function partsOf({ unknowns, figures }: ProtectedTable): (unknown: number) => number {
  const parent = Int32Array.from(unknowns.keys());
  const partOf = (unknown: number): number => {
    let root = unknown;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = unknown; at !== root;) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  for (const { terms } of figures)
    for (const { unknown } of terms) parent[partOf(unknown)] = partOf(terms[0]!.unknown);
  return partOf;
}

function byPart<One>(all: Iterable<One>, partOf: (one: One) => number): Map<number, One[]> {
  const found = new Map<number, One[]>();
  for (const one of all) append(found, partOf(one), one);
  return found;
}

function append<One>(lists: Map<number, One[]>, key: number, one: One): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
