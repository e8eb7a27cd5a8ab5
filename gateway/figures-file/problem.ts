import type { Severity } from "../../subgraphs/offline.js";

/** Something to mend in a file of yearly figures, at the place where a person finds it. */
export interface Problem {
  /** Code of the rule, V09; FORM for what the form does not allow, FILE for what no program could read. */
  readonly rule: string;
  readonly severity: Severity;
  readonly code: string;
  /** Row as a spreadsheet counts it, the header being row 1; null when it is in no row. */
  readonly row: number | null;
  /** Column of the file, or the option of the command that it is about. */
  readonly column: string | null;
  readonly question: string | null;
  readonly messages: Words;
  readonly observed: string | null;
  readonly expected: string | null;
  /** Whose figures these are, and of which of its offices: a problem in no row is found by them. */
  readonly establishment: string | null;
  readonly office: string | null;
}

/** A text in both languages. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** A problem of the file itself: nothing of the file is used. */
export const fileProblem = (
  code: string,
  messages: Words,
  place: Partial<Pick<Problem, "row" | "column" | "question" | "observed" | "expected">> = {},
): Problem => ({
  rule: "FILE",
  severity: "E",
  code,
  row: null,
  column: null,
  question: null,
  messages,
  observed: null,
  expected: null,
  establishment: null,
  office: null,
  ...place,
});

/** A file of which nothing can be used, with the one problem that says why. */
export class FileRefusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.messages.fr);
    this.name = "FileRefusal";
  }
}

/** Takes the problems of a file as they are found. */
export type Tell = (problem: Problem) => void;
