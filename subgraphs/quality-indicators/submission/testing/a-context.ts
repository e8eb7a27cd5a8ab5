import type { Answer } from "../answer.js";
import { rules } from "../rules/index.js";
import { issuesOf, type PushContext } from "../rules/rule.js";
import { form2025 } from "./a-push.js";

/** A first submission in time, by an establishment for its only office, in the campaign 2025-2026. */
export const context: PushContext = {
  mode: "SUBMIT",
  establishment: "chum",
  office: null,
  callerEstablishment: "chum",
  expectedOffices: ["bureau-chum"],
  baseRevision: null,
  currentRevision: null,
  hasApprovedRevision: false,
  reason: null,
  noticeVersion: form2025.notice.version,
  peerGroup: "CIUSSS",
  period: { from: "2025-04-01", to: "2026-03-31" },
  previous: null,
  missedDeadline: null,
};

/** What every rule finds, a line each: the rule, the code and the place. */
export const found = (answers: readonly Answer[], push: Partial<PushContext> = {}): string[] =>
  issuesOf(rules, answers, form2025, { ...context, ...push }).map(
    ({ rule, code, question, path }) => `${rule} ${code} ${question ?? path}`,
  );
