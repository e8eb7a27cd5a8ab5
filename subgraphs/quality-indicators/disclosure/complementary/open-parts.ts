import type { DeviationSystem } from "./deviation-system.js";
import { nearestColumns } from "./nearest-columns.js";
import { Tableau } from "../solver/tableau.js";

/** Columns that may move together while the shown lines stay, with these lines solved. */
export interface OpenPart {
  /** Ranks of the system's columns. */
  readonly columns: readonly number[];
  /** The place of each of them in the tableau. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** How far each of them may move for everybody. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The shown lines that they are in. */
  readonly lines: readonly number[];
  readonly tableau: Tableau;
}

/** A line that was shown last, and what that changed: where it is hidden at once again, all is as it was. */
interface LastShown {
  readonly line: number;
  /** All that its columns moved with before. */
  readonly before: OpenPart | null;
  readonly outdated: OpenPart[];
  readonly made: OpenPart[];
}

/** A line that a column is in. */
export interface Membership {
  readonly line: number;
  readonly times: number;
}

/** So many columns are looked at before all that may move: what is near moves few counts, and convinces most readers. */
const mostNear = 60;

/**
 * More than this takes minutes to solve, a few ms to look into: a move that is missed makes more be hidden, never less.
 */
const mostFar = 400;

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
  private lastShown: LastShown | null = null;
  private lastNear: { readonly line: number; readonly part: OpenPart } | null = null;
  private lastFar: { readonly line: number; readonly part: OpenPart } | null = null;

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
    const { lastShown } = this;
    this.lastNear = this.lastFar = null;
    this.lastShown = this.isHidden(line)
      ? null
      : { line, before: this.known(this.openIn[line]!), outdated: [], made: [] };
    this.outdate(line);
    if (!this.isHidden(line)) {
      for (const column of this.openIn[line]!) this.outdateAt(column);
      this.fix([line]);
      return;
    }
    const released = this.release(line);
    this.fix(released.flatMap((column) => this.linesOf[column]!.map(({ line: other }) => other)));
    if (lastShown?.line === line) this.restore(lastShown);
  }

  /** Takes the parts back that were there before a line was shown: most lines are only tried. */
  private restore({ outdated, made }: LastShown): void {
    for (const part of made) this.outdated.add(part);
    for (const part of outdated) {
      this.outdated.delete(part);
      this.keep(part);
    }
  }

  private keep(part: OpenPart): void {
    for (const column of part.columns) this.partAt.set(column, part);
    for (const line of part.lines) this.partOfRow.set(line, part);
  }

  /** True when the shown lines tell each of some columns. */
  areFixed(columns: readonly number[]): boolean {
    return columns.every((column) => !this.isOpen(column));
  }

  /** What the columns of a line may move with: many of it, or all however many; null where all of them are fixed. */
  of(line: number, isAll = false): OpenPart | null {
    const open = this.openIn[line]!;
    if (open.size === 0) return null;
    const most = isAll ? Infinity : mostFar;
    return this.known(open) ?? this.narrowed(open) ?? this.explore(open, most) ?? this.farFrom(line);
  }

  /** A part of what would take too long to solve. */
  private farFrom(line: number): OpenPart {
    if (this.lastFar?.line !== line)
      this.lastFar = { line, part: this.partOf(this.nearestOpen(this.openIn[line]!, mostFar)) };
    return this.lastFar.part;
  }

  /** The part that some columns are in; null where it is not known, or they are in several. */
  private known(columns: ReadonlySet<number>): OpenPart | null {
    let found: OpenPart | undefined;
    for (const column of columns) {
      const part = this.partAt.get(column);
      if (!part || this.outdated.has(part) || (found && part !== found)) return null;
      found = part;
    }
    return found ?? null;
  }

  /** What is left of a part by the line that was shown last: much cheaper than to solve all its lines again. */
  private narrowed(columns: ReadonlySet<number>): OpenPart | null {
    const { lastShown } = this;
    const before = lastShown?.before;
    if (!lastShown || !before) return null;
    for (const column of columns) if (!before.placeOf.has(column)) return null;
    const row = this.system.lines[lastShown.line]!.terms.flatMap(({ unknown, times }) => {
      const column = before.placeOf.get(unknown);
      return column === undefined ? [] : [{ column, times }];
    });
    const part = {
      ...before,
      lines: [...before.lines, lastShown.line],
      tableau: before.tableau.with(row),
    };
    this.keep(part);
    lastShown.made.push(part);
    return part;
  }

  /** A few columns that those of a line may move with, while all others stay; null where all of them are fixed. */
  near(line: number): OpenPart | null {
    const open = this.openIn[line]!;
    if (open.size === 0) return null;
    if (this.lastNear?.line !== line) {
      const known = this.partAt.get(open.values().next().value!);
      const isKnown = known && !this.outdated.has(known) && known.columns.length <= mostNear;
      this.lastNear = {
        line,
        part: isKnown ? this.of(line)! : this.partOf(this.nearestOpen(open, mostNear)),
      };
    }
    return this.lastNear.part;
  }

  private nearestOpen(from: Iterable<number>, most: number): number[] {
    return nearestColumns(from, most, {
      linesOf: this.linesOf,
      isHidden: this.isHidden,
      columnsOf: (line) => this.openIn[line]!,
      lengthOf: (line) => this.openIn[line]!.size,
    });
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
    this.markOutdated(this.partOfRow.get(line));
  }

  private outdateAt(column: number): void {
    this.markOutdated(this.partAt.get(column));
  }

  private markOutdated(part: OpenPart | undefined): void {
    if (!part || this.outdated.has(part)) return;
    this.outdated.add(part);
    this.lastShown?.outdated.push(part);
  }

  /** All that some columns move with; null where these are too many. */
  private explore(from: Iterable<number>, most: number): OpenPart | null {
    const found: number[] = [];
    const isFound = new Uint8Array(this.linesOf.length);
    const isSeen = new Uint8Array(this.openIn.length);
    const next = [...from];
    for (let column = next.pop(); column !== undefined; column = next.pop()) {
      if (isFound[column]) continue;
      if (found.length === most) return null;
      isFound[column] = 1;
      found.push(column);
      for (const { line } of this.linesOf[column]!) {
        if (isSeen[line] || this.isHidden(line)) continue;
        isSeen[line] = 1;
        for (const other of this.openIn[line]!) if (!isFound[other]) next.push(other);
      }
    }
    const part = this.partOf(found);
    this.keep(part);
    this.lastShown?.made.push(part);
    return part;
  }

  /** Some columns and what the shown lines say of them. */
  private partOf(columns: readonly number[]): OpenPart {
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
    return {
      columns,
      placeOf,
      lower: Float64Array.from(columns, (column) => this.system.columns[column]!.lower),
      upper: Float64Array.from(columns, (column) => this.system.columns[column]!.upper),
      lines: [...rows.keys()],
      tableau: Tableau.of([...rows.values()], columns.length),
    };
  }
}
