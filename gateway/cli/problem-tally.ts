import type { Problem } from "../figures-file/problem.js";

/** More problems than this are counted, not printed: the report has them all. */
export const mostPrinted = 200;

/** What a screen shows of the problems of a file: the first ones, and how many there are of each kind. */
export class ProblemTally {
  readonly first: Problem[] = [];
  readonly byWeight: Record<Problem["severity"], number> = { E: 0, W: 0, I: 0 };
  readonly byRule = new Map<string, number>();
  total = 0;

  add(problem: Problem): void {
    const { rule, severity } = problem;
    if (this.first.length < mostPrinted) this.first.push(problem);
    this.byWeight[severity] += 1;
    this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + 1);
    this.total += 1;
  }

  /** The tally of problems at hand. */
  static of(problems: readonly Problem[]): ProblemTally {
    const tally = new ProblemTally();
    for (const problem of problems) tally.add(problem);
    return tally;
  }
}
