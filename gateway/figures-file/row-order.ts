import type { Problem, Tell } from "./problem.js";

// All problems of a usual file; a file with more is told in runs of this length.
const longestRun = 10_000;

/** Tells problems in the order of their rows, as far as memory allows: what is in no row comes last. */
export class RowOrder {
  private run: Problem[] = [];

  constructor(private readonly next: Tell) {}

  tell: Tell = (problem) => {
    this.run.push(problem);
    if (this.run.length === longestRun) this.end();
  };

  /** Tells what is left. */
  end(): void {
    const run = this.run.sort((left, right) => (left.row ?? Infinity) - (right.row ?? Infinity) || 0);
    this.run = [];
    for (const problem of run) this.next(problem);
  }
}
