import type { Attack } from "./attack.js";
import { hair, isAlwaysHidden } from "./demand.js";
import { type Column, LinearModel } from "./linear-model.js";

/** The cheapest way to move a line: how far each line that is shown moves, and each column. */
export interface Road {
  readonly flows: ReadonlyMap<number, number>;
  readonly moved: ReadonlyMap<number, number>;
}

/** Some columns of a system, where every shown line may be moved at its price; all other columns stay. */
export class RoadModel {
  private reader = 0;

  private constructor(
    private readonly attack: Attack,
    private readonly columns: readonly number[],
    private readonly placeOf: ReadonlyMap<number, number>,
    private readonly rowOf: ReadonlyMap<number, number>,
    /** The lines that may be hidden, and the first of the two columns that move each of them. */
    private readonly priced: ReadonlyMap<number, number>,
    private readonly model: LinearModel,
  ) {}

  static async of(
    attack: Attack,
    columns: readonly number[],
    lines: readonly number[],
    mayHide: ReadonlySet<number>,
  ): Promise<RoadModel> {
    const { system } = attack;
    const placeOf = new Map(columns.map((column, place) => [column, place]));
    const priced = new Map<number, number>();
    const prices: Column[] = [];
    const rows = lines.map((line) => {
      const entries = system.lines[line]!.terms.flatMap(({ unknown, times }) => {
        const column = placeOf.get(unknown);
        return column === undefined ? [] : [{ column, times }];
      });
      if (mayHide.has(line)) {
        const first = columns.length + prices.length;
        const cost = attack.isHidden(line) ? 0 : system.lines[line]!.cost! + hair;
        priced.set(line, first);
        prices.push({ lower: 0, upper: Infinity, cost }, { lower: 0, upper: Infinity, cost });
        entries.push({ column: first, times: -1 }, { column: first + 1, times: 1 });
      }
      const bounds = isAlwaysHidden(system.lines[line]!)
        ? { lower: -Infinity, upper: Infinity }
        : { lower: 0, upper: 0 };
      return { ...bounds, entries };
    });
    const unknowns = columns.map((column) => {
      const { lower, upper } = system.columns[column]!;
      return { lower, upper, cost: 0 };
    });
    const model = await LinearModel.of([...unknowns, ...prices], rows);
    const rowOf = new Map(lines.map((line, row) => [line, row]));
    return new RoadModel(attack, columns, placeOf, rowOf, priced, model);
  }

  /** Asks that a line moves so far at least, up or down. */
  ask(line: number, reader: number, lower: number, upper: number): void {
    this.readAs(reader);
    this.model.setRow(this.rowOf.get(line)!, lower, upper);
  }

  /** Lets a line move again as it likes. */
  release(line: number): void {
    this.model.setRow(this.rowOf.get(line)!, -Infinity, Infinity);
  }

  /** The cheapest road; null when there is none. */
  solve(since: "bounds" | "prices"): Road | null {
    const solution = this.model.solve(since);
    if (!solution) return null;
    const flows = new Map<number, number>();
    for (const [line, first] of this.priced) {
      if (this.attack.isHidden(line)) continue;
      const flow = Math.abs(solution.columns[first]! - solution.columns[first + 1]!);
      if (flow > hair) flows.set(line, flow);
    }
    const moved = new Map<number, number>();
    this.columns.forEach((column, place) => {
      const value = solution.columns[place]!;
      if (Math.abs(value) > hair) moved.set(column, value);
    });
    return { flows, moved };
  }

  /** Makes a line cost a share of its price; 0 once it is hidden. */
  price(line: number, share: number): void {
    const first = this.priced.get(line);
    if (first === undefined) return;
    const cost = share * (this.attack.system.lines[line]!.cost! + hair);
    this.model.setCost(first, cost);
    this.model.setCost(first + 1, cost);
  }

  private readAs(reader: number): void {
    if (this.reader === reader) return;
    const { columns, readers } = this.attack.system;
    for (const { column } of readers[this.reader]!.knows)
      this.bound(column, columns[column]!.lower, columns[column]!.upper);
    for (const { column, lower, upper } of readers[reader]!.knows) this.bound(column, lower, upper);
    this.reader = reader;
  }

  private bound(column: number, lower: number, upper: number): void {
    const place = this.placeOf.get(column);
    if (place !== undefined) this.model.setColumn(place, lower, upper);
  }

  dispose(): void {
    this.model.dispose();
  }
}
