import type { Language } from "../../../language.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import type { FiguresCase } from "../case/figures-case.js";
import type { ToldIssue } from "../case/told-issue.js";
import type { Typed } from "../case/typed-answers.js";

/** What came of the last thing that somebody did. */
export type FormNews =
  "saved" | "checked" | "checkedWell" | "checkedWithPoints" | "notSaved" | "refused" | "opened";

/** Everything that the page of the form is made from. */
export interface FormView {
  readonly asked: WorkspaceAsked;
  readonly figures: FiguresCase;
  readonly typed: Typed;
  /** The revision that somebody began with; null when there was none. */
  readonly base: number | null;
  readonly reason: string;
  readonly issues: readonly ToldIssue[];
  readonly news: FormNews | null;
  /** The hub's own words when it refused the whole. */
  readonly refusal: Readonly<Record<Language, string>> | null;
}

/** Where the field of a question stands. */
export const fieldId = (question: string): string => `f-${question}`;
