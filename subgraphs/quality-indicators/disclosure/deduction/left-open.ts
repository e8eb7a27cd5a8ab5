import type { ProtectedTable, Term } from "../protected-table.js";
import type { LinearProblem, Row } from "../solver/linear-problem.js";
import { narrowBounds } from "./narrow-bounds.js";
import { reduceRows } from "./reduce-rows.js";

/** Unknowns that hang together by what is shown of them; what is known of others says nothing about these. */
export interface Component {
  readonly rank: number;
  /** Ranks in the table's unknowns, by their rank here. */
  readonly unknowns: readonly number[];
  readonly problem: LinearProblem;
  /** The rows that each unknown is in. */
  readonly rowsWith: readonly (readonly number[])[];
}

/** What a table leaves open to a reader of it alone. */
export interface LeftOpen {
  readonly components: readonly Component[];
  /** The component of an unknown, and its rank there; null for one that every reader can compute. */
  readonly placeOf: (unknown: number) => { readonly component: Component; readonly rank: number } | null;
}

/** Works out what a table leaves open: which unknowns cannot be computed, and how far each can deviate at most. */
export function findLeftOpen(table: ProtectedTable): LeftOpen {
  const { unknowns, figures } = table;
  const lower = Float64Array.from(unknowns, ({ lower, value }) => lower - value);
  const upper = Float64Array.from(unknowns, ({ upper, value }) =>
    upper === null ? Infinity : upper - value,
  );
  const isWhole = Uint8Array.from(unknowns, ({ isWhole }) => Number(isWhole));
  const isKnown = Uint8Array.from(unknowns, (_, rank) => Number(lower[rank] === 0 && upper[rank] === 0));
  const shown = figures.flatMap(({ isShown, terms }) => (isShown ? [merged(terms)] : []));
  const rows = withoutKnown(reduceRows(withoutKnown(shown, isKnown), unknowns.length), isKnown);
  const problem = { lower, upper, isWhole, rows };
  isKnown.forEach((known, rank) => {
    if (known) lower[rank] = upper[rank] = 0;
  });
  narrowBounds(problem, rowsWith(rows, unknowns.length));
  lower.forEach((least, rank) => {
    if (upper[rank]! - least <= 1e-9 * (1 + unknowns[rank]!.value)) isKnown[rank] = 1;
  });
  return inComponents({ ...problem, rows: withoutKnown(rows, isKnown) }, isKnown);
}

/** Each unknown once. */
function merged(terms: readonly Term[]): Row {
  const times = new Map<number, number>();
  for (const { unknown, times: more } of terms) times.set(unknown, (times.get(unknown) ?? 0) + more);
  if (times.size === terms.length) return terms.filter(({ times }) => times !== 0);
  return [...times].flatMap(([unknown, sum]) => (sum === 0 ? [] : [{ unknown, times: sum }]));
}

const rowsWith = (rows: readonly Row[], unknowns: number): number[][] => {
  const found: number[][] = Array.from({ length: unknowns }, () => []);
  rows.forEach((row, index) => row.forEach(({ unknown }) => found[unknown]!.push(index)));
  return found;
};

/** Takes what is known out of the rows; an unknown that is left alone in its row becomes known. */
function withoutKnown(rows: readonly Row[], isKnown: Uint8Array): Row[] {
  let left: readonly Row[] = rows;
  for (let isDone = false; !isDone;) {
    isDone = true;
    left = left.flatMap((row) => {
      const rest = row.some(({ unknown }) => isKnown[unknown])
        ? row.filter(({ unknown }) => !isKnown[unknown])
        : row;
      if (rest.length > 1) return [rest];
      if (rest.length === 1) [isKnown[rest[0]!.unknown], isDone] = [1, false];
      return [];
    });
  }
  return [...left];
}

function inComponents(problem: LinearProblem, isKnown: Uint8Array): LeftOpen {
  const unknowns = problem.lower.length;
  const with_ = rowsWith(problem.rows, unknowns);
  const placeOf: ({ component: Component; rank: number } | null)[] = new Array(unknowns).fill(null);
  const rankOf = new Int32Array(unknowns).fill(-1);
  const components: Component[] = [];
  for (let first = 0; first < unknowns; first += 1) {
    if (isKnown[first] || rankOf[first] !== -1) continue;
    const members = [first];
    const rows = new Set<number>();
    rankOf[first] = 0;
    for (let next = 0; next < members.length; next += 1)
      for (const row of with_[members[next]!]!) {
        if (rows.has(row)) continue;
        rows.add(row);
        for (const { unknown } of problem.rows[row]!)
          if (rankOf[unknown] === -1) rankOf[unknown] = members.push(unknown) - 1;
      }
    const local = {
      lower: Float64Array.from(members, (unknown) => problem.lower[unknown]!),
      upper: Float64Array.from(members, (unknown) => problem.upper[unknown]!),
      isWhole: Uint8Array.from(members, (unknown) => problem.isWhole[unknown]!),
      rows: [...rows].map((row) =>
        problem.rows[row]!.map(({ unknown, times }) => ({ unknown: rankOf[unknown]!, times })),
      ),
    };
    const component = {
      rank: components.length,
      unknowns: members,
      problem: local,
      rowsWith: rowsWith(local.rows, members.length),
    };
    components.push(component);
    members.forEach((unknown, rank) => (placeOf[unknown] = { component, rank }));
  }
  return { components, placeOf: (unknown) => placeOf[unknown] ?? null };
}
