import type { Attack } from "./attack.js";
import { hair, isAlwaysHidden } from "./demand.js";
import { type Column, LinearModel, type Row } from "./linear-model.js";
import { nestedLines } from "./nested-lines.js";

/** The cheapest way to move a line: how far each line that is shown moves, and each column. */
export interface Road {
  readonly flows: ReadonlyMap<number, number>;
  readonly moved: ReadonlyMap<number, number>;
}

/**
 * What every move costs besides the price of the line, as much as the cheapest figure: of two roads at nearly one price
 * the shorter one is taken, which leaves more readers in doubt.
 */
const step = 1;

/**
 * Some columns of a system, where every shown line may be moved at its price; all other columns stay.
 *
 * Each column and each line is a pair of the model's columns: how far it moves up, and down. A line of one column is
 * that column's pair; another one is the sum of the longest lines within it, which keeps rows short.
 */
export class RoadModel {
  private reader = 0;

  private constructor(
    private readonly attack: Attack,
    /** The first of the pair of each column, and of each line. */
    private readonly pairOf: ReadonlyMap<number, number>,
    private readonly pairOfLine: ReadonlyMap<number, number>,
    private readonly mayHide: ReadonlySet<number>,
    private readonly model: LinearModel,
  ) {}

  static async of(
    attack: Attack,
    columns: readonly number[],
    lines: readonly number[],
    mayHide: ReadonlySet<number>,
  ): Promise<RoadModel> {
    const { system } = attack;
    const { isOne, rows: nested } = nestedLines(system, new Set(columns), lines);
    const all: Column[] = [];
    const add = (line: number | undefined, lower: number, upper: number): number => {
      const isPriced = line !== undefined && mayHide.has(line) && !attack.isHidden(line);
      const cost = step + (isPriced ? system.lines[line]!.cost! + hair : 0);
      const isFixed = line !== undefined && !mayHide.has(line) && !isAlwaysHidden(system.lines[line]!);
      const [down, up] = isFixed ? [0, 0] : [-lower, upper];
      return all.push({ lower: 0, upper: up, cost }, { lower: 0, upper: down, cost }) - 2;
    };
    const pairOf = new Map<number, number>();
    const pairOfLine = new Map<number, number>();
    for (const column of columns) {
      const line = isOne.get(column);
      const pair = add(line, system.columns[column]!.lower, system.columns[column]!.upper);
      pairOf.set(column, pair);
      if (line !== undefined) pairOfLine.set(line, pair);
    }
    const entriesOf = (pair: number, times: number): Row["entries"] => [
      { column: pair, times },
      { column: pair + 1, times: -times },
    ];
    const rows = nested.map(({ line, within, rest }): Row => {
      const pair = add(line, -Infinity, Infinity);
      pairOfLine.set(line, pair);
      const entries = [
        ...entriesOf(pair, -1),
        ...within.flatMap((other) => entriesOf(pairOfLine.get(other)!, 1)),
        ...rest.flatMap(({ unknown, times }) => entriesOf(pairOf.get(unknown)!, times)),
      ];
      return { lower: 0, upper: 0, entries };
    });
    return new RoadModel(attack, pairOf, pairOfLine, mayHide, await LinearModel.of(all, rows));
  }

  /** Asks that a line moves so far at least, up or down; false where what its reader knows forbids it. */
  ask(line: number, reader: number, lower: number, upper: number): boolean {
    this.readAs(reader);
    const room = this.roomOf(line);
    const [least, most] = [Math.max(room.lower, lower), Math.min(room.upper, upper)];
    if (least > most) return false;
    this.bound(this.pairOfLine.get(line)!, least, most);
    return true;
  }

  /** Lets a line move again as it likes. */
  release(line: number): void {
    const { lower, upper } = this.roomOf(line);
    this.bound(this.pairOfLine.get(line)!, lower, upper);
  }

  /** The cheapest road; null when there is none. */
  solve(since: "bounds" | "prices"): Road | null {
    const solution = this.model.solve(since);
    if (!solution) return null;
    const { columns } = solution;
    const flows = new Map<number, number>();
    for (const [line, pair] of this.pairOfLine) {
      if (this.attack.isHidden(line)) continue;
      const flow = Math.abs(columns[pair]! - columns[pair + 1]!);
      if (flow > hair) flows.set(line, flow);
    }
    const moved = new Map<number, number>();
    for (const [column, pair] of this.pairOf) {
      const value = columns[pair]! - columns[pair + 1]!;
      if (Math.abs(value) > hair) moved.set(column, value);
    }
    return { flows, moved };
  }

  /** Makes a line cost a share of its price; 0 once it is hidden. */
  price(line: number, share: number): void {
    const pair = this.pairOfLine.get(line);
    if (pair === undefined || !this.mayHide.has(line)) return;
    const cost = step + share * (this.attack.system.lines[line]!.cost! + hair);
    this.model.setCost(pair, cost);
    this.model.setCost(pair + 1, cost);
  }

  /** How far a line may move for the reader by its own bounds: those of the column that it is. */
  private roomOf(line: number): { readonly lower: number; readonly upper: number } {
    const { columns, lines, readers } = this.attack.system;
    const { unknown } = lines[line]!.terms[0]!;
    if (this.pairOf.get(unknown) !== this.pairOfLine.get(line)) return { lower: -Infinity, upper: Infinity };
    return readers[this.reader]!.knows.find(({ column }) => column === unknown) ?? columns[unknown]!;
  }

  private readAs(reader: number): void {
    if (this.reader === reader) return;
    const { columns, readers } = this.attack.system;
    for (const { column } of readers[this.reader]!.knows) this.boundColumn(column, columns[column]!);
    for (const range of readers[reader]!.knows) this.boundColumn(range.column, range);
    this.reader = reader;
  }

  private boundColumn(column: number, { lower, upper }: { lower: number; upper: number }): void {
    const pair = this.pairOf.get(column);
    if (pair !== undefined) this.bound(pair, lower, upper);
  }

  private bound(pair: number, lower: number, upper: number): void {
    this.model.setColumn(pair, Math.max(lower, 0), Math.max(upper, 0));
    this.model.setColumn(pair + 1, Math.max(-upper, 0), Math.max(-lower, 0));
  }

  dispose(): void {
    this.model.dispose();
  }
}
