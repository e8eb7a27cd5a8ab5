import type { Attack } from "./attack.js";
import { hair, isAlwaysHidden, isSeen, type Way } from "./demand.js";
import { type DeviationSystem, roomOf } from "./deviation-system.js";
import { type Column, LinearModel } from "./linear-model.js";

const sharpenings = 3;

/**
 * A cheap pattern for a system of any size: for each demand in turn the cheapest lines through which the target can
 * move far enough, then those that turn out not to be needed are shown again, the dearest first. Demands that nothing
 * can meet are abandoned.
 * J. P. Kelly, B. L. Golden, A. A. Assad, Networks 22(4), 1992, « Cell suppression: disclosure protection for
 * sensitive tabular data »: one linear program a sensitive cell; then clean-up.
 */
export async function cheapPattern(attack: Attack): Promise<number[]> {
  const { lines } = attack.system;
  const mayHide = lines.flatMap((line, rank) => (isAlwaysHidden(line) || isSeen(line) ? [] : [rank]));
  const roads = await Roads.on(attack, mayHide);
  try {
    // What is hidden for one may concern an insider that had nothing to guess before: again until nobody is left.
    for (let isDone = false; !isDone;) {
      isDone = true;
      for (const line of lines.keys())
        for (const rank of attack.unmetOn(line)) {
          isDone = false;
          roads.open(rank);
        }
    }
  } finally {
    roads.dispose();
  }
  for (const line of [...mayHide].sort((a, b) => lines[b]!.cost! - lines[a]!.cost! || a - b))
    if (attack.isHidden(line)) attack.showIfRedundant(line);
  return mayHide.filter((line) => attack.isHidden(line));
}

/** A system where every shown line may be moved at its price. */
class Roads {
  private reader = 0;

  private constructor(
    private readonly attack: Attack,
    private readonly model: LinearModel,
    private readonly mayHide: readonly number[],
  ) {}

  static async on(attack: Attack, mayHide: readonly number[]): Promise<Roads> {
    const { columns, lines } = attack.system;
    const priced = mayHide.flatMap((line): Column[] => {
      const price = { lower: 0, upper: Infinity, cost: lines[line]!.cost! + hair };
      return [price, price];
    });
    const orderOf = new Map(mayHide.map((line, order) => [line, order]));
    const rows = lines.map((line, rank) => {
      const entries = line.terms.map(({ unknown, times }) => ({ column: unknown, times }));
      const order = orderOf.get(rank);
      if (order !== undefined) {
        const first = columns.length + 2 * order;
        entries.push({ column: first, times: -1 }, { column: first + 1, times: 1 });
      }
      const bounds = isAlwaysHidden(line) ? { lower: -Infinity, upper: Infinity } : { lower: 0, upper: 0 };
      return { ...bounds, entries };
    });
    const unknowns = columns.map(({ lower, upper }) => ({ lower, upper, cost: 0 }));
    return new Roads(attack, await LinearModel.of([...unknowns, ...priced], rows), mayHide);
  }

  /** Hides what a demand needs: first the way that the truth leaves less room for. */
  open(rank: number): void {
    const { attack } = this;
    const { line, reader, width, step } = attack.demands[rank]!;
    const most = (way: Way): number =>
      Math.min(Math.ceil(width), roomOf(attack.system, line, reader, way === "up"));
    const [first, second]: [Way, Way] = most("down") <= most("up") ? ["down", "up"] : ["up", "down"];
    this.openWay(rank, first, Math.max(step[first], width - most(second)));
    if (attack.isMet(rank)) return;
    attack.probe(rank, first);
    this.openWay(rank, second, Math.max(step[second], width - attack.known(rank, first)));
    // What was seen may leave less room the second way than the truth does: the first must give the rest.
    if (!attack.proves(rank))
      this.openWay(rank, first, Math.max(step[first], width - attack.known(rank, second)));
    if (!attack.proves(rank)) this.openAll(rank);
  }

  private openAll(rank: number): void {
    const { attack, mayHide } = this;
    const shown = mayHide.filter((line) => !attack.isHidden(line));
    for (const line of shown) attack.hide(line, true);
    if (attack.proves(rank, true)) return;
    attack.abandon(rank);
    for (const line of shown) attack.hide(line, false);
  }

  private openWay(rank: number, way: Way, need: number): void {
    const { attack } = this;
    if (attack.known(rank, way) >= need - hair || attack.probe(rank, way) >= need - hair) return;
    const { line, reader } = attack.demands[rank]!;
    this.readAs(reader);
    this.model.setRow(line, way === "up" ? need : -Infinity, way === "up" ? Infinity : -need);
    let flows = new Map<number, number>();
    let moved = new Map<number, number>();
    for (let turn = 0; turn <= sharpenings; turn += 1) {
      const solution = this.model.solve(turn > 0 ? "prices" : "bounds");
      if (!solution) break;
      for (const [order] of flows) this.price(order, 1);
      const before = flows;
      flows = this.flowsOf(solution.columns);
      moved = this.movedBy(solution.columns);
      // The same lines again, only farther, or a single one: no other price makes others cheaper.
      if (flows.size === 1 || [...flows.keys()].every((order) => before.has(order))) break;
      // A line costs the same however far it moves: each turn its price is nearer to that.
      for (const [order, flow] of flows) this.price(order, need / (need + 10 * flow));
    }
    this.model.setRow(line, -Infinity, Infinity);
    for (const [order] of flows) {
      attack.hide(this.mayHide[order]!, true);
      this.price(order, 0);
    }
    attack.learn(moved);
  }

  private movedBy(columns: Float64Array): Map<number, number> {
    const moved = new Map<number, number>();
    for (let column = 0; column < this.attack.system.columns.length; column += 1)
      if (Math.abs(columns[column]!) > hair) moved.set(column, columns[column]!);
    return moved;
  }

  private flowsOf(columns: Float64Array): Map<number, number> {
    const first = this.attack.system.columns.length;
    const flows = new Map<number, number>();
    this.mayHide.forEach((line, order) => {
      if (this.attack.isHidden(line)) return;
      const flow = Math.abs(columns[first + 2 * order]! - columns[first + 2 * order + 1]!);
      if (flow > hair) flows.set(order, flow);
    });
    return flows;
  }

  private price(order: number, share: number): void {
    const { columns, lines } = this.attack.system;
    const cost = share * (lines[this.mayHide[order]!]!.cost! + hair);
    this.model.setCost(columns.length + 2 * order, cost);
    this.model.setCost(columns.length + 2 * order + 1, cost);
  }

  private readAs(reader: number): void {
    if (this.reader === reader) return;
    const { columns, readers }: DeviationSystem = this.attack.system;
    for (const { column } of readers[this.reader]!.knows)
      this.model.setColumn(column, columns[column]!.lower, columns[column]!.upper);
    for (const { column, lower, upper } of readers[reader]!.knows) this.model.setColumn(column, lower, upper);
    this.reader = reader;
  }

  dispose(): void {
    this.model.dispose();
  }
}
