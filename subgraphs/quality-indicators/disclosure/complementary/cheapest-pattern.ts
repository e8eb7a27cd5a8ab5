import type { Attack } from "./attack.js";
import { hair, isAlwaysHidden, isEnough, isSeen } from "./demand.js";
import { roomOf } from "./deviation-system.js";
import { GainModel, type Reach } from "./gains.js";
import { LinearModel } from "./linear-model.js";

/** A sum of hidden lines that must reach 1, or somebody comes too close. */
type Cut = ReadonlyMap<number, number>;

const mostRounds = 60;
// Numbers of questions and steps, not seconds: the same table is always protected the same way. What takes more steps
// takes minutes, and seldom finds anything cheaper by then.
const mostQuestions = 3_000;
const mostIterations = 5_000;

/**
 * The cheapest lines to hide besides the primary ones, exactly: a pattern is tried, each reader who comes too close
 * gives cuts that every safe pattern satisfies, the cheapest pattern of all cuts is tried next.
 * M. Fischetti, J. J. Salazar, Management Science 47(7), 2001, « Solving the Cell Suppression Problem on Tabular Data
 * with Linear Constraints », sections 3 and 4: capacity constraints. Null when nothing cheaper than a pattern at hand
 * was found within the limits.
 */
export async function cheapestPattern(attack: Attack, atHand: readonly number[]): Promise<number[] | null> {
  const { lines } = attack.system;
  const mayHide = lines.flatMap((line, rank) => (isAlwaysHidden(line) || isSeen(line) ? [] : [rank]));
  const columnOf = new Map(mayHide.map((line, column) => [line, column]));
  const costOf = (pattern: readonly number[]): number =>
    pattern.reduce((sum, line) => sum + lines[line]!.cost!, 0);
  const master = await LinearModel.of(
    mayHide.map((line) => ({ lower: 0, upper: 1, cost: lines[line]!.cost!, isWhole: true })),
    [],
  );
  const gains = await GainModel.of(attack.system);
  try {
    let [questions, iterations] = [0, 0];
    let pattern: number[] = [];
    for (let round = 0; round < mostRounds; round += 1) {
      if (costOf(pattern) >= costOf(atHand) - hair) return null;
      for (const line of mayHide) attack.hide(line, false);
      for (const line of pattern) attack.hide(line, true);
      gains.follow(attack, mayHide);
      const cuts: Cut[] = [];
      for (const [rank] of attack.demands.entries()) {
        if (attack.proves(rank, true)) continue;
        if ((questions += 1) > mostQuestions) return null;
        cuts.push(...cutsOf(attack, gains, rank, mayHide));
      }
      if (cuts.length === 0)
        return attack.demands.every((_, rank) => attack.proves(rank, true)) ? pattern : null;
      for (const cut of cuts)
        master.addRow({
          lower: 1,
          upper: Infinity,
          entries: [...cut].map(([line, times]) => ({ column: columnOf.get(line)!, times })),
        });
      const solution = master.solve();
      iterations += master.iterations;
      if (!solution || iterations > mostIterations) return null;
      pattern = mayHide.filter((_, column) => solution.columns[column]! > 0.5);
    }
    return null;
  } finally {
    master.dispose();
    gains.dispose();
  }
}

function cutsOf(attack: Attack, model: GainModel, rank: number, mayHide: readonly number[]): Cut[] {
  const demand = attack.demands[rank]!;
  const { line, reader, width, step } = demand;
  const up = model.reach(line, reader, width, "up");
  const down = model.reach(line, reader, width, "down");
  if (isEnough(demand, up.amount, down.amount)) return [];
  const gainsUp = gainsOf(attack, reader, up, mayHide);
  const gainsDown = gainsOf(attack, reader, down, mayHide);
  const shown = mayHide.filter((other) => !attack.isHidden(other));
  const cuts: Cut[] = [];
  if (up.amount < step.up) cuts.push(cutOf(gainsUp, step.up - up.fraction, shown));
  if (down.amount < step.down) cuts.push(cutOf(gainsDown, step.down - down.fraction, shown));
  if (up.amount + down.amount < width - hair) {
    const both = new Map(gainsUp);
    for (const [other, gain] of gainsDown) both.set(other, (both.get(other) ?? 0) + gain);
    cuts.push(cutOf(both, width - up.fraction - down.fraction, shown));
  }
  return cuts;
}

/** What each line would add at most if it were hidden too. */
function gainsOf(
  { system }: Attack,
  reader: number,
  { gains }: Reach,
  mayHide: readonly number[],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const line of mayHide) {
    const gain = gains[line]!;
    if (Math.abs(gain) > hair) found.set(line, Math.abs(gain) * roomOf(system, line, reader, gain > 0));
  }
  return found;
}

/** No line counts for more than what lacks; where only whole numbers lack, another line must be hidden. */
function cutOf(gains: ReadonlyMap<number, number>, lacking: number, shown: readonly number[]): Cut {
  if (lacking < hair || gains.size === 0) return new Map(shown.map((line) => [line, 1]));
  return new Map([...gains].map(([line, gain]) => [line, Math.min(1, gain / lacking)]));
}
