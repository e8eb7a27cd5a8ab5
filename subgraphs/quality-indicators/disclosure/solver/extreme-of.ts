import type { Term } from "../protected-table.js";
import { type SolverAnswer, Solver, SolverFailure } from "./highs.js";
import { checkedSolution, type Extreme, isWholeSum, type LinearProblem, sumOf } from "./linear-problem.js";

const solver = new Solver();

/**
 * The exact largest (1) or smallest (−1) value that a sum can have in a problem, with a solution that has it.
 *
 * The linear problem bounds the sum; where a solution in whole numbers reaches this bound, it is the answer. Only where
 * none is at hand is the whole-number problem solved. No answer of the solver is believed before it satisfies the
 * problem; throws SolverFailure where none does.
 */
export async function extremeOf(
  problem: LinearProblem,
  terms: readonly Term[],
  direction: 1 | -1,
): Promise<Extreme> {
  const linear = await solver.extreme(problem, terms, direction);
  if (!linear.isBounded) {
    if (growsForEver(problem, terms, direction, linear.ray)) return { isBounded: false };
    throw new SolverFailure("the solver takes a sum for unbounded and cannot show why");
  }
  const bound = wholeBound(problem, terms, direction, linear.bound);
  const vertex = provenBy(problem, terms, linear);
  if (vertex && isReached(vertex.value, bound, direction)) return vertex;
  // Some versions of HiGHS lose solutions in the presolve of whole-number problems, others without it: both are asked,
  // and the answer that is farther out stands, since its solution was checked.
  let best = vertex;
  let failure: unknown = null;
  for (const presolve of ["on", "off"] as const) {
    try {
      const answer = await solver.extreme(problem, terms, direction, { isMixed: true, presolve });
      const found = answer.isBounded ? provenBy(problem, terms, answer) : null;
      if (!found) throw new SolverFailure("the solver's answer does not satisfy the problem");
      if (!best || direction * (found.value - best.value) > 0) best = found;
      if (isReached(best.value, bound, direction)) return best;
    } catch (error) {
      failure = error;
    }
  }
  if (failure !== null || !best) throw failure ?? new SolverFailure("the solver found no solution");
  return best;
}

type Found = Extract<Extreme, { isBounded: true }>;

const hair = (value: number): number => 1e-6 * (1 + Math.abs(value));

const isReached = (value: number, bound: number, direction: 1 | -1): boolean =>
  direction * (bound - value) <= hair(bound);

// No whole number lies beyond the last one within the linear problem's bound.
function wholeBound(
  problem: LinearProblem,
  terms: readonly Term[],
  direction: 1 | -1,
  bound: number,
): number {
  if (!isWholeSum(terms, problem)) return bound;
  return direction * Math.floor(direction * bound + hair(bound));
}

function provenBy(
  problem: LinearProblem,
  terms: readonly Term[],
  answer: Extract<SolverAnswer, { isBounded: true }>,
): Found | null {
  const witness = checkedSolution(problem, answer.values);
  return witness && { isBounded: true, value: sumOf(terms, witness), witness };
}

/** True when one can go along a ray for ever without leaving the problem, and the sum grows on the way. */
function growsForEver(
  { lower, upper, rows }: LinearProblem,
  terms: readonly Term[],
  direction: 1 | -1,
  ray: Float64Array,
): boolean {
  const longest = ray.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
  const unit = ray.map((step) => step / longest);
  return (
    longest > 0 &&
    direction * sumOf(terms, unit) > 1e-6 &&
    rows.every((row) => Math.abs(sumOf(row, unit)) < 1e-6) &&
    unit.every(
      (step, unknown) =>
        (step < 1e-9 || upper[unknown] === Infinity) && (step > -1e-9 || lower[unknown] === -Infinity),
    )
  );
}
