import { afterEach, describe, expect, it } from "vitest";
import { cheapestMove, movesOf } from "./cheapest-move.js";
import { extremeOf } from "./extreme-of.js";
import { Solver, SolverFailure } from "./highs.js";
import type { LinearProblem, Row } from "./linear-problem.js";

const row = (...times: number[]): Row =>
  times.flatMap((times, unknown) => (times === 0 ? [] : [{ unknown, times }]));
const problem = (
  bounds: readonly (readonly [number, number])[],
  rows: readonly Row[],
  isWhole = true,
): LinearProblem => ({
  lower: Float64Array.from(bounds, ([least]) => least),
  upper: Float64Array.from(bounds, ([, most]) => most),
  isWhole: new Uint8Array(bounds.length).fill(Number(isWhole)),
  rows,
});
const first = [{ unknown: 0, times: 1 }];

describe("the end of a sum", () => {
  it("is whole where whole numbers are asked for, though the linear problem ends at a fraction", async () => {
    const bounds = [
      [-9, 4],
      [-9, 9],
    ] as const;
    const thirds = [row(2, -3)];
    expect(await extremeOf(problem(bounds, thirds), first, 1)).toMatchObject({ value: 3 });
    expect(await extremeOf(problem(bounds, thirds), first, -1)).toMatchObject({ value: -9 });
    expect(await extremeOf(problem(bounds, thirds, false), first, 1)).toMatchObject({ value: 4 });
  });

  it("is exact for numbers that a gap of 0.01 % would hide", async () => {
    const most = 1_234_567;
    const bounds = [
      [-9, most],
      [-9, 9e9],
    ] as const;
    expect(await extremeOf(problem(bounds, [row(2, -3)]), first, 1)).toMatchObject({
      value: most - (most % 3),
    });
  });

  it("is told to be nowhere when the sum grows for ever", async () => {
    const bounds = [
      [0, Infinity],
      [0, Infinity],
    ] as const;
    expect(await extremeOf(problem(bounds, [row(1, -1)]), first, 1)).toEqual({ isBounded: false });
    expect(await extremeOf(problem(bounds, [row(1, -1)]), first, -1)).toMatchObject({ value: 0 });
  });

  it("fails where nothing satisfies the problem, and the next one is solved all the same", async () => {
    await expect(extremeOf(problem([[1, 2]], [row(1)]), first, 1)).rejects.toThrow(SolverFailure);
    expect(await extremeOf(problem([[-2, 7]], []), first, 1)).toMatchObject({ value: 7 });
  });
});

describe("an answer that does not satisfy the problem", () => {
  const { extreme } = Solver.prototype;
  afterEach(() => void (Solver.prototype.extreme = extreme));
  const bounds = [
    [-9, 4],
    [-9, 9],
  ] as const;

  it.each([
    ["values that break a row", { isBounded: true, bound: 3, values: Float64Array.of(3, 3) }],
    ["values beyond a bound", { isBounded: true, bound: 6, values: Float64Array.of(6, 4) }],
    ["a ray that leads nowhere", { isBounded: false, ray: Float64Array.of(1, 1) }],
  ] as const)("is no answer: %s", async (_, answer) => {
    Solver.prototype.extreme = () => Promise.resolve(answer);
    await expect(extremeOf(problem(bounds, [row(2, -3)]), first, 1)).rejects.toThrow(SolverFailure);
  });

  it.each(["on", "off"])(
    "leaves a fraction unanswered when a whole-number solver fails (%s)",
    async (presolve) => {
      Solver.prototype.extreme = function (asked, terms, direction, options) {
        if (options?.isMixed && options.presolve === presolve) throw new SolverFailure("out of memory");
        return extreme.call(this, asked, terms, direction, options);
      };
      await expect(extremeOf(problem(bounds, [row(2, -3)]), first, 1)).rejects.toThrow("out of memory");
    },
  );
});

describe("a solver that crashed", () => {
  it("is started anew, once: a second crash is a failure", async () => {
    const solver = new Solver();
    const small = problem([[-2, 7]], []);
    expect(await solver.extreme(small, first, 1)).toMatchObject({ bound: 7 });
    const reached = solver as unknown as { model: { run: () => never } | null; start: () => Promise<void> };
    const crash = (): never => {
      throw new WebAssembly.RuntimeError("memory access out of bounds");
    };
    reached.model!.run = crash;
    expect(await solver.extreme(small, first, 1)).toMatchObject({ bound: 7 });
    const { start } = reached;
    reached.start = async () => {
      await start.call(solver);
      reached.model!.run = crash;
    };
    await expect(solver.extreme(small, first, 1)).rejects.toThrow(SolverFailure);
  });
});

describe("the cheapest move of a sum", () => {
  it("moves as few unknowns as it can", async () => {
    const bounds = Array.from({ length: 8 }, () => [-5, 5] as const);
    // One pair that balances the first unknown alone, and one long way round.
    const rows = [row(1, 1, 1), row(0, 0, 1, 1), row(0, 0, 0, 1, 1), row(0, 0, 0, 0, 1, 1)];
    const moves = movesOf(problem(bounds, rows), first, 4);
    expect([...(await cheapestMove(moves, 1, 4))!]).toEqual([4, -4, 0, 0, 0, 0, 0, 0]);
    expect([...(await cheapestMove(moves, -1, 2))!]).toEqual([-2, 2, 0, 0, 0, 0, 0, 0]);
  });

  it("leaves out what a reader knows, and forgets it for the next one", async () => {
    const bounds = Array.from({ length: 3 }, () => [-5, 5] as const);
    const moves = movesOf(problem(bounds, [row(1, 1, 1)]), first, 4);
    const knowing = (unknown: number) => new Map([[unknown, [0, 0] as const]]);
    expect([...(await cheapestMove(moves, 1, 4, knowing(1)))!]).toEqual([4, 0, -4]);
    expect([...(await cheapestMove(moves, 1, 4, knowing(2)))!]).toEqual([4, -4, 0]);
  });
});
