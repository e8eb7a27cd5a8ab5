import type { SentForm, WorkspaceAsked } from "../../workspace-page.js";
import { answersOfTyped } from "../case/answers-of-typed.js";
import type { FiguresCase } from "../case/figures-case.js";
import { type CasePush, newKey } from "../case/push-case.js";
import type { ToldIssue } from "../case/told-issue.js";
import { typedInForm } from "../case/typed-answers.js";
import { choiceOf } from "../conflict/conflict-page.js";
import { chosen } from "../conflict/differing.js";
import type { FormView } from "./form-view.js";

/** What a form sent, read. */
export interface Reading extends Pick<FormView, "asked" | "figures" | "typed" | "base" | "reason"> {
  readonly answers: CasePush["answers"];
  readonly unread: readonly ToldIssue[];
  readonly key: string;
}

/** Reads what a form sent: what was typed, the revision that it began with, its key. */
export function readingOf(asked: WorkspaceAsked, figures: FiguresCase, sent: SentForm): Reading {
  const mine = typedInForm(figures.form, sent);
  const typed = chosen(figures, mine, (question) => sent.one(choiceOf(question)) === "theirs");
  const base = /^[1-9]\d{0,8}$/.test(sent.one("base")) ? Number(sent.one("base")) : null;
  const place = { asked, figures, typed, base, reason: sent.one("reason"), key: sent.one("key") || newKey() };
  return { ...place, ...answersOfTyped(figures.form, typed) };
}

/** What is pushed of it. */
export const pushOf = ({ key, base, reason, answers }: Reading, mode: CasePush["mode"]): CasePush => ({
  mode,
  idempotencyKey: key,
  baseRevision: base,
  reason: reason.trim() || null,
  noticeVersion: null,
  answers,
});
