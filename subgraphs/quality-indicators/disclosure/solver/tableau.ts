const hair = 1e-9;

/** What a tableau found: how far the sum moves, and each column's part in it. */
export interface Move {
  readonly amount: number;
  readonly values: Float64Array;
}

/** A sum of columns that is zero. */
type TableauRow = readonly { readonly column: number; readonly times: number }[];

/**
 * Rows that sum to zero, solved for some of their columns: the bounded simplex method, from zero on, which always is a
 * solution. For the small parts that hidden figures make: it answers in some 0.05 ms where HiGHS, which must be given
 * each part anew, takes about 1 ms. What it gives is a solution; that no better one exists is not relied upon: a move
 * that it misses makes more be hidden, never less.
 */
export class Tableau {
  private readonly width: number;
  private readonly cells: Float64Array;
  /** The column that each row is solved for. */
  private readonly solved: number[] = [];
  private readonly isSolved: Uint8Array;

  /** `room` is used instead of new memory where it is large enough: what it held is lost. */
  constructor(
    rows: readonly TableauRow[],
    width: number,
    before: Tableau | null = null,
    room: Float64Array | null = null,
  ) {
    const first = before?.solved.length ?? 0;
    const size = (first + rows.length) * width;
    this.width = width;
    this.cells = room && room.length >= size ? room.fill(0, 0, size) : new Float64Array(size);
    this.isSolved = new Uint8Array(width);
    if (before) {
      this.cells.set(before.cells.subarray(0, first * width));
      this.isSolved.set(before.isSolved);
      this.solved.push(...before.solved);
    }
    // Short rows first, each solved for the column that fewest rows have: what is solved stays mostly zeros.
    const uses = new Int32Array(width);
    [...rows]
      .sort((one, other) => one.length - other.length)
      .forEach((row, rank) => {
        for (const { column, times } of row) {
          this.cells[(first + rank) * width + column]! += times;
          uses[column]! += 1;
        }
      });
    this.solved.forEach((column, row) => {
      for (let other = first; other < first + rows.length; other += 1) this.takeOut(row, column, other);
    });
    let last = first + rows.length;
    for (let row = first; row < last;) {
      const pivot = this.rarestIn(row, uses);
      if (pivot === null) {
        // The others say this row already.
        last -= 1;
        this.cells.copyWithin(row * width, last * width, (last + 1) * width);
        continue;
      }
      this.solve(row, pivot, last);
      this.solved.push(pivot);
      this.isSolved[pivot] = 1;
      row += 1;
    }
  }

  /** The same with one more row; this one stays as it is. */
  with(row: TableauRow): Tableau {
    return new Tableau([row], this.width, this);
  }

  /** Makes a sum as large as it can within the bounds, but not larger than `most`. */
  raise(sum: Float64Array, lower: Float64Array, upper: Float64Array, most: number): Move {
    const { width, cells, solved } = this;
    const values = new Float64Array(width);
    let amount = 0;
    const turns = 20 * (width + solved.length);
    for (let turn = 0; turn < turns && amount < most - hair; turn += 1) {
      // Bland's rule once the greedy one may go in circles.
      const entering = this.entering(sum, lower, upper, values, turn > turns / 2);
      if (!entering) break;
      const { column, rate } = entering;
      const way = Math.sign(rate);
      let step = (most - amount) / Math.abs(rate);
      let blocking = -1;
      const own = way > 0 ? upper[column]! - values[column]! : values[column]! - lower[column]!;
      if (own < step) step = own;
      solved.forEach((basic, row) => {
        const slope = -way * cells[row * width + column]!;
        if (Math.abs(slope) < hair) return;
        const room = slope > 0 ? upper[basic]! - values[basic]! : values[basic]! - lower[basic]!;
        const limit = Math.max(room, 0) / Math.abs(slope);
        const isNearer = limit < step - hair;
        const isAlike = limit < step + hair && blocking >= 0 && basic < solved[blocking]!;
        if (!isNearer && !isAlike) return;
        step = Math.min(step, limit);
        blocking = row;
      });
      values[column]! += way * step;
      solved.forEach((basic, row) => (values[basic]! -= way * step * cells[row * width + column]!));
      amount += step * Math.abs(rate);
      if (blocking >= 0) this.exchange(blocking, column);
    }
    return { amount, values };
  }

  private entering(
    sum: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
    values: Float64Array,
    isFirst: boolean,
  ): { column: number; rate: number } | null {
    const { width, cells, solved } = this;
    // The sum has few terms: of all rows these alone count.
    const priced = [...solved.keys()].filter((row) => sum[solved[row]!] !== 0);
    let best: { column: number; rate: number } | null = null;
    for (let column = 0; column < width; column += 1) {
      if (this.isSolved[column] || lower[column] === upper[column]) continue;
      let rate = sum[column]!;
      for (const row of priced) rate -= sum[solved[row]!]! * cells[row * width + column]!;
      if (Math.abs(rate) < hair) continue;
      const room = rate > 0 ? upper[column]! - values[column]! : values[column]! - lower[column]!;
      if (room < hair) continue;
      if (isFirst) return { column, rate };
      if (!best || Math.abs(rate) > Math.abs(best.rate) + hair) best = { column, rate };
    }
    return best;
  }

  private exchange(row: number, column: number): void {
    this.isSolved[this.solved[row]!] = 0;
    this.isSolved[column] = 1;
    this.solved[row] = column;
    this.solve(row, column, this.solved.length);
  }

  private rarestIn(row: number, uses: Int32Array): number | null {
    let rarest: number | null = null;
    for (let column = 0; column < this.width; column += 1)
      if (Math.abs(this.cells[row * this.width + column]!) > hair)
        if (rarest === null || uses[column]! < uses[rarest]!) rarest = column;
    return rarest;
  }

  /** Solves a row for a column and takes the column out of all other rows. */
  private solve(row: number, pivot: number, rows: number): void {
    const { width, cells } = this;
    const start = row * width;
    const factor = cells[start + pivot]!;
    const used: number[] = [];
    for (let column = 0; column < width; column += 1)
      if (cells[start + column] !== 0) {
        cells[start + column]! /= factor;
        used.push(column);
      }
    for (let other = 0; other < rows; other += 1) {
      const times = cells[other * width + pivot]!;
      if (other === row || times === 0) continue;
      for (const column of used) cells[other * width + column]! -= times * cells[start + column]!;
    }
  }

  /** Takes the column that a row is solved for out of another row. */
  private takeOut(row: number, solved: number, other: number): void {
    const { width, cells } = this;
    const times = cells[other * width + solved]!;
    if (times === 0) return;
    for (let column = 0; column < width; column += 1)
      cells[other * width + column]! -= times * cells[row * width + column]!;
  }
}
