/** One coefficient a column. */
export type Row = Float64Array;

// Numbers have at most four decimals: what is smaller than this is what computing left over.
const nothing = 1e-7;
const isNothing = (value: number): boolean => Math.abs(value) < nothing;

/** Columns that belong together, and how many offices they are: no reader tells these apart. */
export interface Atom {
  readonly columns: readonly number[];
  readonly offices: number;
}

interface Pivot {
  readonly column: number;
  readonly row: Row;
}

/** Takes multiples of the pivots off a row until it has nothing left in their columns. */
function reduced(row: Row, pivots: readonly Pivot[]): Row {
  const left = row.slice();
  for (const pivot of pivots) {
    const times = left[pivot.column] ?? 0;
    if (isNothing(times)) continue;
    for (let column = 0; column < left.length; column += 1)
      left[column] = (left[column] ?? 0) - times * (pivot.row[column] ?? 0);
    left[pivot.column] = 0;
  }
  return left;
}

/** A row divided so that it has 1 in its largest column; null for a row of nothing. */
function pivotOf(row: Row): Pivot | null {
  let column = -1;
  let largest = nothing;
  for (const [index, value] of row.entries())
    if (Math.abs(value) > largest) [column, largest] = [index, Math.abs(value)];
  if (column < 0) return null;
  const divisor = row[column] ?? 1;
  return { column, row: row.map((value) => value / divisor) };
}

/** Past this many coefficients looked at it counts as told: what cannot be made sure of in time is withheld. */
export const mostLookedAt = 5_000_000;

/**
 * Everything that adding and subtracting told figures gives. A figure is a row: how many times it counts each unknown.
 */
export class RowSpace {
  // In reduced form: a pivot's column is nothing in every other row.
  private pivots: Pivot[] = [];
  private readonly forbidden: Row[] = [];

  constructor(
    private readonly atoms: readonly Atom[],
    private readonly most = mostLookedAt,
  ) {}

  /** Adds a told figure. */
  add(row: Row): void {
    const pivot = pivotOf(reduced(row, this.pivots));
    if (pivot === null) return;
    this.pivots = [
      ...this.pivots.map(({ column, row: of }) => ({ column, row: reduced(of, [pivot]) })),
      pivot,
    ];
  }

  /** What takes back all that is added from now on. */
  memory(): () => void {
    const { pivots } = this;
    return () => {
      this.pivots = pivots;
    };
  }

  /** Nothing told may give this row. */
  forbid(row: Row): void {
    this.forbidden.push(row);
  }

  /** True when a figure would give, added to and subtracted from the told ones, a forbidden one. */
  tellsForbidden(row: Row): boolean {
    if (this.forbidden.length === 0) return false;
    const pivot = pivotOf(reduced(row, this.pivots));
    if (pivot === null) return false;
    return this.forbidden.some((secret) => {
      const left = reduced(secret, this.pivots);
      return !left.every(isNothing) && reduced(left, [pivot]).every(isNothing);
    });
  }

  /**
   * True when a figure, added to and subtracted from the told ones, would tell of some offices fewer than `smallest`
   * what the told ones alone do not.
   *
   *   Of the unknowns without a pivot, the told rows say nothing; with a pivot, what their row has there. A combination
   *   that is nothing outside some columns exists when what the new row has left over is a combination of theirs.
   */
  tellsOfFew(row: Row, smallest: number): boolean {
    const left = reduced(row, this.pivots);
    if (left.every(isNothing)) return false;
    const few = this.atoms.filter(({ offices }) => offices < smallest);
    const told = new Map(this.pivots.map((pivot) => [pivot.column, pivot]));
    const vectors = few.map(({ columns, offices }) => ({
      offices,
      rows: columns.map((column) => {
        const pivot = told.get(column);
        const vector = new Float64Array(row.length);
        if (pivot === undefined) vector[column] = 1;
        else for (const [index, value] of pivot.row.entries()) if (index !== column) vector[index] = -value;
        return vector;
      }),
    }));
    return new FewestOffices(vectors, this.most).cover(left, smallest - 1, []);
  }
}

interface AtomVectors {
  readonly offices: number;
  readonly rows: readonly Row[];
}

/** Looks for few offices whose columns make up what a row has left over. */
class FewestOffices {
  private lookedAt = 0;

  constructor(
    private readonly atoms: readonly AtomVectors[],
    private readonly most: number,
  ) {}

  /** Some office must have something in each column that is not nothing: tries those of the column that has fewest. */
  cover(row: Row, offices: number, chosen: readonly Pivot[]): boolean {
    this.lookedAt += this.atoms.length * row.length;
    if (this.lookedAt > this.most) return true;
    const left = reduced(row, chosen);
    if (left.every(isNothing)) return true;
    const open = this.atoms.flatMap((atom) => {
      if (atom.offices > offices) return [];
      const rows = atom.rows.map((vector) => reduced(vector, chosen));
      return rows.some((vector) => !vector.every(isNothing)) ? [{ offices: atom.offices, rows }] : [];
    });
    let candidates: AtomVectors[] | null = null;
    for (const [column, value] of left.entries()) {
      if (isNothing(value)) continue;
      const having = open.filter(({ rows }) => rows.some((vector) => !isNothing(vector[column] ?? 0)));
      if (candidates === null || having.length < candidates.length) candidates = having;
      if (candidates.length === 0) return false;
    }
    return (candidates ?? []).some((atom) =>
      this.cover(left, offices - atom.offices, atom.rows.reduce(withPivot, chosen)),
    );
  }
}

function withPivot(pivots: readonly Pivot[], row: Row): readonly Pivot[] {
  const pivot = pivotOf(reduced(row, pivots));
  return pivot === null ? pivots : [...pivots, pivot];
}
