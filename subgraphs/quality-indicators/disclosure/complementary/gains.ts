import type { Attack } from "./attack.js";
import { hair, isAlwaysHidden, type Way } from "./demand.js";
import type { DeviationSystem } from "./deviation-system.js";
import { LinearModel } from "./linear-model.js";

/** How far a reader can be brought from the truth one way, and what one more of each line would add to it. */
export interface Reach {
  readonly amount: number;
  /** The same where the reader does not use that counts are whole. */
  readonly fraction: number;
  readonly gains: Float64Array;
}

/** The linear program of each reader, with its duals. */
export class GainModel {
  private reader = 0;

  private constructor(
    private readonly system: DeviationSystem,
    private readonly model: LinearModel,
  ) {}

  static async of(system: DeviationSystem): Promise<GainModel> {
    const model = await LinearModel.of(
      system.columns.map(({ lower, upper }) => ({ lower, upper, cost: 0 })),
      system.lines.map((line) => ({
        ...boundsOf(isAlwaysHidden(line)),
        entries: line.terms.map(({ unknown, times }) => ({ column: unknown, times })),
      })),
    );
    return new GainModel(system, model);
  }

  /** Takes over which of some lines are hidden. */
  follow(attack: Attack, lines: readonly number[]): void {
    for (const line of lines) {
      const { lower, upper } = boundsOf(attack.isHidden(line));
      this.model.setRow(line, lower, upper);
    }
  }

  /** Asks how far a reader can be brought one way, never farther than the width. */
  reach(line: number, reader: number, width: number, way: Way): Reach {
    this.readAs(reader);
    const sign = way === "up" ? -1 : 1;
    const { terms, isWhole } = this.system.lines[line]!;
    const cap = Math.ceil(width);
    for (const { unknown, times } of terms) this.model.setCost(unknown, sign * times);
    this.model.setRow(line, -cap, cap);
    const solution = this.model.solve();
    for (const { unknown } of terms) this.model.setCost(unknown, 0);
    this.model.setRow(line, -Infinity, Infinity);
    // Without an answer nothing is gained, hence nothing is safe.
    if (!solution) return { amount: 0, fraction: 0, gains: new Float64Array(this.system.lines.length) };
    return {
      fraction: -solution.cost,
      amount: isWhole ? Math.floor(-solution.cost + hair) : -solution.cost,
      gains: solution.duals.map((dual) => -dual),
    };
  }

  dispose(): void {
    this.model.dispose();
  }

  private readAs(reader: number): void {
    if (this.reader === reader) return;
    const { columns, readers } = this.system;
    for (const { column } of readers[this.reader]!.knows)
      this.model.setColumn(column, columns[column]!.lower, columns[column]!.upper);
    for (const { column, lower, upper } of readers[reader]!.knows) this.model.setColumn(column, lower, upper);
    this.reader = reader;
  }
}

const boundsOf = (isHidden: boolean) =>
  isHidden ? { lower: -Infinity, upper: Infinity } : { lower: 0, upper: 0 };
