import type { TerminalLanguage } from "./language.js";
import { ReportFile } from "./problem-report.js";
import { ProblemTally } from "./problem-tally.js";
import type { Problem } from "../figures-file/problem.js";

/** Where the problems of a file go: the tally that the screen shows, and a report when one was asked for. */
export class ProblemOutlet {
  readonly tally = new ProblemTally();
  private readonly report: ReportFile | null;

  constructor(report: string | undefined, language: TerminalLanguage) {
    this.report = report === undefined ? null : new ReportFile(report, language);
  }

  readonly tell = (problem: Problem): void => {
    this.tally.add(problem);
    this.report?.add(problem);
  };

  /** Completes the report. */
  finish(): void {
    this.report?.finish();
  }

  /** Takes an incomplete report away. */
  abandon(): void {
    this.report?.abandon();
  }
}

/** Runs what tells problems; its report is complete or not there. */
export async function withOutlet<Result>(
  report: string | undefined,
  language: TerminalLanguage,
  work: (outlet: ProblemOutlet) => Promise<Result>,
): Promise<Result> {
  const outlet = new ProblemOutlet(report, language);
  try {
    const result = await work(outlet);
    outlet.finish();
    return result;
  } catch (error) {
    outlet.abandon();
    throw error;
  }
}
