import type { Attack } from "./attack.js";
import { hair, isAlwaysHidden, isSeen, type Way } from "./demand.js";
import { roomOf } from "./deviation-system.js";
import { nearestColumns } from "./nearest-columns.js";
import { linesByColumn, type Membership } from "./open-parts.js";
import { type Road, RoadModel } from "./road-model.js";

const sharpenings = 3;

/**
 * So many columns are looked at before the whole system: a road is short. Fewer would make it dearer than it need be;
 * in a table of 6,000 cells more take minutes.
 */
const mostNear = 600;

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
  const roads = new Roads(attack, mayHide);
  try {
    // What is hidden for one may concern an insider that had nothing to guess before: again until nobody is left.
    for (let isDone = false; !isDone;) {
      isDone = true;
      for (const line of lines.keys())
        for (const rank of attack.unmetOn(line)) {
          isDone = false;
          await roads.open(rank);
        }
    }
  } finally {
    roads.dispose();
  }
  for (const line of [...mayHide].sort((a, b) => lines[b]!.cost! - lines[a]!.cost! || a - b))
    if (attack.isHidden(line)) attack.showIfRedundant(line, roads.hiddenFor.get(line));
  return mayHide.filter((line) => attack.isHidden(line));
}

/** Looks for the lines to hide: near by first, in the whole system where nothing near by is enough. */
class Roads {
  /** The line for which each line was hidden. */
  readonly hiddenFor = new Map<number, number>();
  private readonly mayBeHidden: ReadonlySet<number>;
  private readonly linesOf: readonly (readonly Membership[])[];
  private near: { readonly line: number; readonly model: RoadModel } | null = null;
  private whole: RoadModel | null = null;

  constructor(
    private readonly attack: Attack,
    private readonly mayHide: readonly number[],
  ) {
    this.mayBeHidden = new Set(mayHide);
    this.linesOf = linesByColumn(attack.system);
  }

  /** Hides what a demand needs: first the way that the truth leaves less room for. */
  async open(rank: number): Promise<void> {
    const { attack } = this;
    const { line, reader, width, step } = attack.demands[rank]!;
    const most = (way: Way): number =>
      Math.min(Math.ceil(width), roomOf(attack.system, line, reader, way === "up"));
    const [first, second]: [Way, Way] = most("down") <= most("up") ? ["down", "up"] : ["up", "down"];
    await this.openWay(rank, first, Math.max(step[first], width - most(second)));
    if (attack.isMet(rank)) return;
    attack.probe(rank, first);
    await this.openWay(rank, second, Math.max(step[second], width - attack.known(rank, first)));
    // What was seen may leave less room the second way than the truth does: the first must give the rest.
    if (!attack.proves(rank))
      await this.openWay(rank, first, Math.max(step[first], width - attack.known(rank, second)));
    if (!attack.proves(rank)) this.openAll(rank);
  }

  private openAll(rank: number): void {
    const { attack, mayHide } = this;
    const shown = mayHide.filter((line) => !attack.isHidden(line));
    for (const line of shown) attack.hide(line, true);
    if (attack.proves(rank, true) || !attack.isHopeless(rank)) return;
    attack.abandon(rank);
    for (const line of shown) attack.hide(line, false);
  }

  private async openWay(rank: number, way: Way, need: number): Promise<void> {
    const { attack } = this;
    if (attack.known(rank, way) >= need - hair || attack.probe(rank, way) >= need - hair) return;
    const { line } = attack.demands[rank]!;
    if (attack.system.columns.length > mostNear && this.travel(await this.nearModel(line), rank, way, need))
      return;
    this.travel(await this.wholeModel(), rank, way, need);
  }

  /** Hides the cheapest lines through which a demand's line moves so far; false when there are none. */
  private travel(model: RoadModel, rank: number, way: Way, need: number): boolean {
    const { attack } = this;
    const { line, reader } = attack.demands[rank]!;
    if (!model.ask(line, reader, way === "up" ? need : -Infinity, way === "up" ? Infinity : -need))
      return false;
    let road: Road | null = null;
    for (let turn = 0; turn <= sharpenings; turn += 1) {
      const found = model.solve(turn > 0 ? "prices" : "bounds");
      if (!found) break;
      const before: Road["flows"] = road?.flows ?? new Map();
      for (const other of before.keys()) model.price(other, 1);
      road = found;
      // The same lines again, only farther, or a single one: no other price makes others cheaper.
      if (road.flows.size === 1 || [...road.flows.keys()].every((other) => before.has(other))) break;
      // A line costs the same however far it moves: each turn its price is nearer to that.
      for (const [other, flow] of road.flows) model.price(other, need / (need + 10 * flow));
    }
    model.release(line);
    if (!road) return false;
    for (const other of road.flows.keys()) {
      attack.hide(other, true);
      this.hiddenFor.set(other, line);
      for (const each of [this.near?.model, this.whole]) each?.price(other, 0);
    }
    attack.learn(road.moved);
    return true;
  }

  private async nearModel(line: number): Promise<RoadModel> {
    if (this.near?.line !== line) {
      const columns = this.around(line);
      const lines = new Set([line]);
      for (const column of columns) for (const { line: other } of this.linesOf[column]!) lines.add(other);
      this.near?.model.dispose();
      this.near = null;
      this.near = { line, model: await RoadModel.of(this.attack, columns, [...lines], this.mayBeHidden) };
    }
    return this.near.model;
  }

  /** The columns nearest to those of a line, as those lines link them that are shown. */
  private around(line: number): number[] {
    const { attack, linesOf } = this;
    const { lines } = attack.system;
    const columnsOf = (other: number): number[] => lines[other]!.terms.map(({ unknown }) => unknown);
    return nearestColumns(columnsOf(line), mostNear, {
      linesOf,
      isHidden: (other) => attack.isHidden(other),
      columnsOf,
      lengthOf: (other) => lines[other]!.terms.length,
    });
  }

  private async wholeModel(): Promise<RoadModel> {
    const { columns, lines } = this.attack.system;
    return (this.whole ??= await RoadModel.of(
      this.attack,
      [...columns.keys()],
      [...lines.keys()],
      this.mayBeHidden,
    ));
  }

  dispose(): void {
    this.near?.model.dispose();
    this.whole?.dispose();
  }
}
