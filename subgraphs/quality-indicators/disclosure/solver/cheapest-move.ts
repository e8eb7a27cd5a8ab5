import type { Term } from "../protected-table.js";
import { Solver } from "./highs.js";
import { checkedSolution, type LinearProblem } from "./linear-problem.js";

/** What a reader knows more of some unknowns: how far each can deviate from the truth. */
export type Knowledge = ReadonlyMap<number, readonly [least: number, most: number]>;

/** A problem as moves away from the truth, up and down, each at a price. */
export interface Moves {
  readonly priced: LinearProblem;
  readonly problem: LinearProblem;
}

// More than any chain of moves near by costs.
const reward = 10_000;
// More than most detours cost, so that what is dear moves where nothing else can.
const dearPrice = 20;

const nothing: ReadonlySet<number> = new Set();
const solver = new Solver();

/**
 * Prepares a problem for `cheapestMove` of one sum, by at most so much up or down, whoever asks.
 *
 * Columns: the unknowns' moves up, then down, then the sum's own up and down.
 */
export function movesOf(problem: LinearProblem, terms: readonly Term[], most: number): Moves {
  const count = problem.lower.length;
  const both = ({ unknown, times }: Term): Term[] => [
    { unknown, times },
    { unknown: unknown + count, times: -times },
  ];
  const upper = new Float64Array(2 * count + 2);
  upper.set(problem.upper);
  upper.set(
    problem.lower.map((least) => -least),
    count,
  );
  upper.fill(most, 2 * count);
  const sum = [
    ...terms.flatMap(both),
    { unknown: 2 * count, times: -1 },
    { unknown: 2 * count + 1, times: 1 },
  ];
  const prices = new Float64Array(2 * count + 2).fill(1);
  // Up and down at once would be no move, and rewarded.
  prices.fill(2 * reward, 2 * count);
  const priced = {
    lower: new Float64Array(2 * count + 2),
    upper,
    isWhole: new Uint8Array(2 * count + 2),
    rows: [...problem.rows.map((row) => row.flatMap(both)), sum],
    prices,
  };
  return { priced, problem };
}

/**
 * Moves a sum up (1) or down (−1) by at most `most`, as far as it may, at the least total of moves: few unknowns move,
 * so that few readers can tell the move from the truth. `knowledge` holds for whoever must take it for possible; what
 * is `dear` moves only where it must. Null where the cheapest move is not in whole numbers, or there is none.
 */
export async function cheapestMove(
  { priced, problem }: Moves,
  direction: 1 | -1,
  most: number,
  knowledge: Knowledge | null = null,
  dear: ReadonlySet<number> = nothing,
): Promise<Float64Array | null> {
  const count = problem.lower.length;
  const own = direction === 1 ? 2 * count : 2 * count + 1;
  const uppers = new Map([[own, most]]);
  for (const [unknown, [least, highest]] of knowledge ?? []) {
    uppers.set(unknown, Math.min(priced.upper[unknown]!, highest));
    uppers.set(unknown + count, Math.min(priced.upper[unknown + count]!, -least));
  }
  const prices = new Map(
    [...dear].flatMap((unknown) => [unknown, unknown + count].map((way) => [way, dearPrice])),
  );
  const answer = await solver.extreme(priced, [{ unknown: own, times: reward }], 1, { uppers, prices });
  if (!answer.isBounded) return null;
  const { values } = answer;
  return checkedSolution(
    problem,
    Float64Array.from({ length: count }, (_, unknown) => values[unknown]! - values[unknown + count]!),
  );
}
