import type { Highs, Model } from "highs";
import type { Term } from "../protected-table.js";
import type { LinearProblem } from "./linear-problem.js";
import { loadHighs } from "./load-highs.js";

/** How the solver ended: at an end of the sum, or with a ray along which it grows for ever. */
export type SolverAnswer =
  | { readonly isBounded: true; readonly bound: number; readonly values: Float64Array }
  | { readonly isBounded: false; readonly ray: Float64Array };

/** How a problem is solved. */
export interface SolverOptions {
  readonly isMixed?: boolean;
  readonly presolve?: "on" | "off";
  /** Upper bounds of some unknowns, for this question only: cheaper than another problem. */
  readonly uppers?: ReadonlyMap<number, number>;
  /** Prices of some unknowns, for this question only. */
  readonly prices?: ReadonlyMap<number, number>;
}

const nothing: ReadonlyMap<number, number> = new Map();

/** The solver gave no answer that can be relied on: what was asked is not known, hence not safe. */
export class SolverFailure extends Error {
  override readonly name = "SolverFailure";
}

/**
 * HiGHS, asked for the ends of a sum.
 *
 * One instance and one model are reused: starting a model costs more than solving a small one, an abandoned model is
 * memory that nothing collects, and a solver that moves on from its last solution needs few steps. Problems are given
 * as arrays, never as text, which would round numbers. After a crash of WebAssembly the instance is not used again.
 */
export class Solver {
  private highs: Highs | null = null;
  private model: Model | null = null;
  private loaded: { readonly problem: LinearProblem; readonly isMixed: boolean } | null = null;
  private lastBreath = performance.now();

  /** The largest (1) or smallest (−1) value of a sum, whole where asked; throws SolverFailure. */
  async extreme(
    problem: LinearProblem,
    terms: readonly Term[],
    direction: 1 | -1,
    options: SolverOptions = {},
  ): Promise<SolverAnswer> {
    await this.breathe();
    for (let attempt = 1; ; attempt += 1) {
      await this.start();
      try {
        return this.solve(problem, terms, direction, options);
      } catch (error) {
        this.drop();
        if (attempt === 2)
          throw error instanceof SolverFailure ? error : new SolverFailure(String(error), { cause: error });
      }
    }
  }

  private async start(): Promise<void> {
    // WebAssembly memory grows and never shrinks.
    if (this.highs && this.highs.memoryBytes > mostMemoryBytes) this.drop();
    if (this.model) return;
    const highs = await loadHighs();
    if (this.model) return;
    const model = highs.createModel();
    [this.highs, this.model] = [highs, model];
    // Exact ends: the usual gap of 0.01 % would be wrong from 10,000 on.
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      mip_feasibility_tolerance: 1e-7,
    });
  }

  private drop(): void {
    try {
      this.model?.dispose();
    } catch {
      // It crashed: the whole instance is left to the garbage collector.
    }
    this.highs = this.model = this.loaded = null;
  }

  private solve(
    problem: LinearProblem,
    terms: readonly Term[],
    direction: 1 | -1,
    { isMixed = false, presolve = "off", uppers = nothing, prices = nothing }: SolverOptions,
  ): SolverAnswer {
    const { highs, model } = this;
    if (!highs || !model) throw new SolverFailure("the solver has not been started");
    if (this.loaded?.problem !== problem || this.loaded.isMixed !== isMixed) {
      model.passModel(modelOf(problem, isMixed, highs.infinity));
      this.loaded = { problem, isMixed };
    }
    model.options.set("presolve", presolve);
    for (const [unknown, price] of prices) model.changeColCost(unknown, price);
    for (const { unknown, times } of terms) model.changeColCost(unknown, -direction * times);
    for (const [unknown, upper] of uppers) model.changeColBounds(unknown, problem.lower[unknown]!, upper);
    try {
      const { modelStatus } = model.run();
      const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
      if (modelStatus === optimal)
        return {
          isBounded: true,
          bound: -direction * model.getObjectiveValue(),
          values: model.getSolution().colValue,
        };
      const ray =
        modelStatus === unbounded || modelStatus === unboundedOrInfeasible ? model.getPrimalRay() : null;
      if (ray) return { isBounded: false, ray: Float64Array.from(ray.values) };
      throw new SolverFailure(`the solver ended with status ${modelStatus}`);
    } finally {
      for (const unknown of [...prices.keys(), ...terms.map(({ unknown }) => unknown)])
        model.changeColCost(unknown, problem.prices?.[unknown] ?? 0);
      for (const unknown of uppers.keys())
        model.changeColBounds(
          unknown,
          problem.lower[unknown]!,
          finite(problem.upper[unknown]!, highs.infinity),
        );
    }
  }

  // Lets requests be answered, and a progress be shown, between two problems.
  private async breathe(): Promise<void> {
    if (performance.now() - this.lastBreath < 20) return;
    await new Promise(setImmediate);
    this.lastBreath = performance.now();
  }
}

const finite = (bound: number, infinity: number): number =>
  bound === Infinity ? infinity : bound === -Infinity ? -infinity : bound;

const mostMemoryBytes = 512 * 2 ** 20;

function modelOf(problem: LinearProblem, isMixed: boolean, infinity: number) {
  const { lower, upper, isWhole, rows, prices } = problem;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = starts[index]! + row.length));
  const terms = rows.flat();
  return {
    numCols: lower.length,
    numRows: rows.length,
    colCost: prices ?? new Float64Array(lower.length),
    colLower: lower.map((bound) => finite(bound, infinity)),
    colUpper: upper.map((bound) => finite(bound, infinity)),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: "csr" as const,
      numCols: lower.length,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(terms, ({ unknown }) => unknown),
      values: Float64Array.from(terms, ({ times }) => times),
    },
    ...(isMixed ? { integrality: Int32Array.from(isWhole) } : {}),
  };
}
