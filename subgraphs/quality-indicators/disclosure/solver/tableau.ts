const hair = 1e-9;

/** What a tableau found: how far the sum moves, and each column's part in it. */
export interface Move {
  readonly amount: number;
  readonly values: Float64Array;
}

/** A sum of columns that is zero. */
export type TableauRow = readonly { readonly column: number; readonly times: number }[];

/** Memory for rows while they are being solved. */
let room = new Float64Array(0);

/**
 * Rows that sum to zero, solved for some of their columns: the bounded simplex method, from zero on, which always is a
 * solution. For the small parts that hidden figures make: it answers in some 0.05 ms where HiGHS, which must be given
 * each part anew, takes about 1 ms. What it gives is a solution; that no better one exists is not relied upon: a move
 * that it misses makes more be hidden, never less.
 *
 * A solved column plus the cells of its row times the free columns is zero: solved columns, most of all, take no memory.
 */
export class Tableau {
  private constructor(
    private readonly width: number,
    /** The column that each row is solved for. */
    private readonly solved: Int32Array,
    /** The columns that no row is solved for. */
    private readonly free: Int32Array,
    /** Row by row, a cell for each free column. */
    private readonly cells: Float64Array,
  ) {}

  /** Short rows first, each solved for the column that fewest rows have: what is solved stays mostly zeros. */
  static of(rows: readonly TableauRow[], width: number): Tableau {
    if (room.length < rows.length * width) room = new Float64Array(rows.length * width);
    const cells = room.fill(0, 0, rows.length * width);
    const uses = new Int32Array(width);
    [...rows]
      .sort((one, other) => one.length - other.length)
      .forEach((row, rank) => {
        for (const { column, times } of row) {
          cells[rank * width + column]! += times;
          uses[column]! += 1;
        }
      });
    const solved: number[] = [];
    const isSolved = new Uint8Array(width);
    for (let last = rows.length; solved.length < last;) {
      const start = solved.length * width;
      const used: number[] = [];
      let pivot = -1;
      for (let column = 0; column < width; column += 1) {
        const times = cells[start + column]!;
        if (times === 0) continue;
        used.push(column);
        if (Math.abs(times) > hair && (pivot === -1 || uses[column]! < uses[pivot]!)) pivot = column;
      }
      if (pivot === -1) {
        // The others say this row already.
        last -= 1;
        cells.copyWithin(start, last * width, (last + 1) * width);
        continue;
      }
      const factor = cells[start + pivot]!;
      for (let each = 0; each < used.length; each += 1) cells[start + used[each]!]! /= factor;
      for (let other = 0; other < last * width; other += width) {
        const times = cells[other + pivot]!;
        if (times === 0 || other === start) continue;
        for (let each = 0; each < used.length; each += 1)
          cells[other + used[each]!]! -= times * cells[start + used[each]!]!;
      }
      solved.push(pivot);
      isSolved[pivot] = 1;
    }
    const free = Int32Array.from([...isSolved.keys()].filter((column) => !isSolved[column]));
    const count = free.length;
    const kept = new Float64Array(solved.length * count);
    for (let row = 0; row < solved.length; row += 1)
      for (let place = 0; place < count; place += 1)
        kept[row * count + place] = cells[row * width + free[place]!]!;
    return new Tableau(width, Int32Array.from(solved), free, kept);
  }

  /** The same with one more row; this one stays as it is. */
  with(row: TableauRow): Tableau {
    const { width, solved, free, cells } = this;
    const count = free.length;
    const timesOf = new Float64Array(width);
    for (const { column, times } of row) timesOf[column]! += times;
    const more = Float64Array.from(free, (column) => timesOf[column]!);
    solved.forEach((column, rank) => {
      const times = timesOf[column]!;
      if (times === 0) return;
      for (let place = 0; place < count; place += 1) more[place]! -= times * cells[rank * count + place]!;
    });
    // A column that the row itself does not have is in fewer rows.
    const usesOf = (place: number): number => Number(timesOf[free[place]!] !== 0);
    let pivot = -1;
    for (let place = 0; place < count; place += 1) {
      if (Math.abs(more[place]!) <= hair) continue;
      const isRarer = pivot === -1 || (usesOf(place) - usesOf(pivot) || free[place]! - free[pivot]!) < 0;
      if (isRarer) pivot = place;
    }
    if (pivot === -1) return new Tableau(width, solved.slice(), free.slice(), cells.slice());
    const factor = more[pivot]!;
    const left = new Float64Array((solved.length + 1) * (count - 1));
    let next = 0;
    for (let rank = 0; rank < solved.length; rank += 1) {
      const start = rank * count;
      const times = cells[start + pivot]! / factor;
      for (let place = 0; place < count; place += 1)
        if (place !== pivot) left[next++] = cells[start + place]! - times * more[place]!;
    }
    for (let place = 0; place < count; place += 1) if (place !== pivot) left[next++] = more[place]! / factor;
    const column = free[pivot]!;
    return new Tableau(
      width,
      Int32Array.of(...solved, column),
      free.filter((other) => other !== column),
      left,
    );
  }

  /** Makes a sum as large as it can within the bounds, but not larger than `most`. */
  raise(sum: Float64Array, lower: Float64Array, upper: Float64Array, most: number): Move {
    const { cells, solved, free } = this;
    const values = new Float64Array(this.width);
    const count = free.length;
    let amount = 0;
    const turns = 20 * (this.width + solved.length);
    for (let turn = 0; turn < turns && amount < most - hair; turn += 1) {
      // Bland's rule once the greedy one may go in circles.
      const entering = this.entering(sum, lower, upper, values, turn > turns / 2);
      if (!entering) break;
      const { place, rate } = entering;
      const column = free[place]!;
      const way = Math.sign(rate);
      let step = (most - amount) / Math.abs(rate);
      let blocking = -1;
      const own = way > 0 ? upper[column]! - values[column]! : values[column]! - lower[column]!;
      if (own < step) step = own;
      for (let row = 0; row < solved.length; row += 1) {
        const slope = -way * cells[row * count + place]!;
        if (Math.abs(slope) < hair) continue;
        const basic = solved[row]!;
        const left = slope > 0 ? upper[basic]! - values[basic]! : values[basic]! - lower[basic]!;
        const limit = Math.max(left, 0) / Math.abs(slope);
        const isNearer = limit < step - hair;
        const isAlike = limit < step + hair && blocking >= 0 && basic < solved[blocking]!;
        if (!isNearer && !isAlike) continue;
        step = Math.min(step, limit);
        blocking = row;
      }
      values[column]! += way * step;
      for (let row = 0; row < solved.length; row += 1)
        values[solved[row]!]! -= way * step * cells[row * count + place]!;
      amount += step * Math.abs(rate);
      if (blocking >= 0) this.exchange(blocking, place);
    }
    return { amount, values };
  }

  /** The free column that raises the sum fastest, or the first one that raises it at all; null where none does. */
  private entering(
    sum: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
    values: Float64Array,
    isFirst: boolean,
  ): { place: number; rate: number } | null {
    const { cells, solved, free } = this;
    const count = free.length;
    const rates = new Float64Array(count);
    for (let place = 0; place < count; place += 1) rates[place] = sum[free[place]!]!;
    // The sum has few terms: of all rows these alone count.
    for (let row = 0; row < solved.length; row += 1) {
      const times = sum[solved[row]!]!;
      if (times === 0) continue;
      for (let place = 0; place < count; place += 1) rates[place]! -= times * cells[row * count + place]!;
    }
    let best: { place: number; rate: number } | null = null;
    for (let place = 0; place < count; place += 1) {
      const rate = rates[place]!;
      const column = free[place]!;
      if (Math.abs(rate) < hair || lower[column] === upper[column]) continue;
      const left = rate > 0 ? upper[column]! - values[column]! : values[column]! - lower[column]!;
      if (left < hair) continue;
      const more = best && !isFirst ? Math.abs(rate) - Math.abs(best.rate) : 0;
      if (!best || more > hair || (more > -hair && column < free[best.place]!)) best = { place, rate };
    }
    return best;
  }

  /** Solves a row for a free column instead of its own. */
  private exchange(row: number, place: number): void {
    const { cells, solved, free } = this;
    const count = free.length;
    const start = row * count;
    const factor = cells[start + place]!;
    [solved[row], free[place]] = [free[place]!, solved[row]!];
    cells[start + place] = 1;
    const used: number[] = [];
    for (let other = 0; other < count; other += 1)
      if (cells[start + other] !== 0) {
        cells[start + other]! /= factor;
        used.push(other);
      }
    for (let other = 0; other < solved.length; other += 1) {
      const times = cells[other * count + place]!;
      if (other === row || times === 0) continue;
      cells[other * count + place] = 0;
      for (const each of used) cells[other * count + each]! -= times * cells[start + each]!;
    }
  }
}
