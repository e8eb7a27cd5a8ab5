import type { DeviationSystem } from "./deviation-system.js";
import { Tableau } from "./tableau.js";

/** Columns that may move together while the shown lines stay, with these lines solved. */
export interface OpenPart {
  /** Ranks of the system's columns. */
  readonly columns: readonly number[];
  /** The place of each of them in the tableau. */
  readonly placeOf: ReadonlyMap<number, number>;
  readonly tableau: Tableau;
}

/** A line that a column is in. */
export interface Membership {
  readonly line: number;
  readonly times: number;
}

/** So many columns are looked at before all that may move: what is near moves few counts, and convinces most readers. */
const mostNear = 60;

/** The lines that each column is in. */
export function linesByColumn({ columns, lines }: DeviationSystem): Membership[][] {
  const found = columns.map((): Membership[] => []);
  lines.forEach(({ terms }, line) => {
    for (const { unknown, times } of terms) found[unknown]!.push({ line, times });
  });
  return found;
}

/**
 * What can move while some lines are shown; columns that these fix are left out. When a line is hidden or shown again,
 * only what it touches is worked out again: the columns that it fixed, those that these fixed in turn, and the parts
 * that they are in.
 */
export class OpenParts {
  /** The columns of each line that are not fixed. */
  private readonly openIn: readonly Set<number>[];
  /** By line, the column that it fixes; by column, the line that fixes it. */
  private readonly fixes = new Map<number, number>();
  private readonly fixedBy = new Map<number, number>();
  private readonly partAt = new Map<number, OpenPart>();
  private readonly partOfRow = new Map<number, OpenPart>();
  private readonly outdated = new WeakSet<OpenPart>();
  private lastNear: { readonly line: number; readonly part: OpenPart } | null = null;

  constructor(
    private readonly system: DeviationSystem,
    private readonly linesOf: readonly (readonly Membership[])[],
    private readonly isHidden: (line: number) => boolean,
  ) {
    const { columns, lines } = system;
    this.openIn = lines.map(
      ({ terms }) =>
        new Set(
          terms.flatMap(({ unknown }) =>
            columns[unknown]!.lower < columns[unknown]!.upper ? [unknown] : [],
          ),
        ),
    );
    this.fix(lines.keys());
  }

  /** Takes over that a line is no longer shown, or is again. */
  follow(line: number): void {
    this.lastNear = null;
    this.outdate(line);
    if (!this.isHidden(line)) {
      for (const column of this.openIn[line]!) this.outdateAt(column);
      this.fix([line]);
      return;
    }
    const released = this.release(line);
    this.fix(released.flatMap((column) => this.linesOf[column]!.map(({ line: other }) => other)));
  }

  /** True when the shown lines tell each of some columns. */
  areFixed(columns: readonly number[]): boolean {
    return columns.every((column) => !this.isOpen(column));
  }

  /** All that the columns of a line may move with; null where all of them are fixed. */
  of(line: number): OpenPart | null {
    const open = this.openIn[line]!;
    const [first] = open;
    if (first === undefined) return null;
    const found = this.partAt.get(first);
    if (!found || this.outdated.has(found)) return this.explore(open);
    for (const column of open) if (this.partAt.get(column) !== found) return this.explore(open);
    return found;
  }

  /** A few columns that those of a line may move with, while all others stay; null where all of them are fixed. */
  near(line: number): OpenPart | null {
    const open = this.openIn[line]!;
    if (open.size === 0) return null;
    if (this.lastNear?.line !== line) {
      const known = this.partAt.get(open.values().next().value!);
      const isKnown = known && !this.outdated.has(known) && known.columns.length <= mostNear;
      this.lastNear = { line, part: isKnown ? this.of(line)! : this.partOf(this.nearest(open)) };
    }
    return this.lastNear.part;
  }

  /** The columns of the rows with the fewest open ones first: these leave the least choice. */
  private nearest(from: ReadonlySet<number>): Set<number> {
    const found = new Set<number>();
    const seen = new Set<number>();
    const rows: number[] = [];
    const add = (column: number): void => {
      if (found.has(column)) return;
      found.add(column);
      for (const { line } of this.linesOf[column]!) {
        if (seen.has(line) || this.isHidden(line)) continue;
        seen.add(line);
        rows.push(line);
      }
    };
    for (const column of from) add(column);
    while (found.size < mostNear && rows.length > 0) {
      let least = 0;
      for (let place = 1; place < rows.length; place += 1)
        if (this.openIn[rows[place]!]!.size < this.openIn[rows[least]!]!.size) least = place;
      for (const column of this.openIn[rows[least]!]!) {
        if (found.size >= mostNear) break;
        add(column);
      }
      rows[least] = rows.at(-1)!;
      rows.pop();
    }
    return found;
  }

  private isOpen(column: number): boolean {
    const { lower, upper } = this.system.columns[column]!;
    return lower < upper && !this.fixedBy.has(column);
  }

  /** Fixes the only open column of each shown line, over and over. */
  private fix(lines: Iterable<number>): void {
    const next = [...lines];
    for (let line = next.pop(); line !== undefined; line = next.pop()) {
      const open = this.openIn[line]!;
      if (this.isHidden(line) || open.size !== 1) continue;
      const [only] = open;
      this.fixes.set(line, only!);
      this.fixedBy.set(only!, line);
      this.outdateAt(only!);
      for (const { line: other } of this.linesOf[only!]!) {
        this.outdate(other);
        this.openIn[other]!.delete(only!);
        next.push(other);
      }
    }
  }

  /** Opens the column that a line fixed, and all that were fixed by means of it. */
  private release(line: number): number[] {
    const released: number[] = [];
    const next = [line];
    for (let freed = next.pop(); freed !== undefined; freed = next.pop()) {
      const column = this.fixes.get(freed);
      if (column === undefined) continue;
      this.fixes.delete(freed);
      this.fixedBy.delete(column);
      released.push(column);
      for (const { line: other } of this.linesOf[column]!) {
        this.outdate(other);
        this.openIn[other]!.add(column);
        next.push(other);
      }
    }
    return released;
  }

  private outdate(line: number): void {
    const part = this.partOfRow.get(line);
    if (part) this.outdated.add(part);
  }

  private outdateAt(column: number): void {
    const part = this.partAt.get(column);
    if (part) this.outdated.add(part);
  }

  private explore(from: Iterable<number>): OpenPart {
    const found = new Set<number>();
    const rows = new Set<number>();
    const next = [...from];
    for (let column = next.pop(); column !== undefined; column = next.pop()) {
      if (found.has(column)) continue;
      found.add(column);
      for (const { line } of this.linesOf[column]!) {
        if (this.isHidden(line) || rows.has(line)) continue;
        rows.add(line);
        next.push(...this.openIn[line]!);
      }
    }
    const part = this.partOf(found);
    for (const column of found) this.partAt.set(column, part);
    for (const line of rows) this.partOfRow.set(line, part);
    return part;
  }

  /** Some columns and what the shown lines say of them. */
  private partOf(found: ReadonlySet<number>): OpenPart {
    const columns = [...found];
    const placeOf = new Map(columns.map((column, place) => [column, place]));
    const rows = new Map<number, { column: number; times: number }[]>();
    columns.forEach((column, place) => {
      for (const { line, times } of this.linesOf[column]!) {
        if (this.isHidden(line)) continue;
        const row = rows.get(line);
        if (row) row.push({ column: place, times });
        else rows.set(line, [{ column: place, times }]);
      }
    });
    return { columns, placeOf, tableau: new Tableau([...rows.values()], columns.length) };
  }
}
