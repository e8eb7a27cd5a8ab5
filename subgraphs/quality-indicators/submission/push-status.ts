import type { Answer } from "./answer.js";
import type { Issue } from "./rules/issue.js";
import type { PushContext } from "./rules/rule.js";

export type PushStatusCode = "ACCEPTED" | "ACCEPTED_WITH_WARNINGS" | "REJECTED" | "CONFLICT";

// What not even a draft may hold: it could not be told whose it is, or what it answers.
const blockingDrafts = new Set(["V01", "V05", "FORM"]);
// What the form says of answers together is for the finished form: a draft may still be on its way to it.
const ofFinishedForms = new Set(["CHOICE_NOT_ALONE", "TOTALS_DIFFER", "TOTAL_TOO_LARGE"]);

/** True when the sender has explained one of the answers that an issue is about. */
function isExplained({ path, relatedPaths }: Issue, answers: readonly Answer[]): boolean {
  return [path, ...relatedPaths].some((place) => {
    const index = /^answers\[(\d+)\]/.exec(place)?.[1];
    return index !== undefined && Boolean(answers[Number(index)]?.comment?.trim());
  });
}

// What is said of the push as a whole, that it is late, has no answer to be explained at: it marks and does not block.
const mayBeExplained = ({ path }: Issue): boolean => path.startsWith("answers");

/** True when an issue keeps the push from being accepted. */
export function isBlocking(issue: Issue, answers: readonly Answer[], mode: PushContext["mode"]): boolean {
  if (mode === "DRAFT")
    return issue.severity === "E" && blockingDrafts.has(issue.rule) && !ofFinishedForms.has(issue.code);
  return (
    issue.severity === "E" ||
    (issue.severity === "W" && mayBeExplained(issue) && !isExplained(issue, answers))
  );
}

/** What becomes of a push: an outdated start is a conflict, whatever else is wrong; only information lets it pass bare. */
export function statusOf(
  issues: readonly Issue[],
  answers: readonly Answer[],
  mode: PushContext["mode"],
): PushStatusCode {
  if (issues.some(({ rule }) => rule === "V25")) return "CONFLICT";
  if (issues.some((issue) => isBlocking(issue, answers, mode))) return "REJECTED";
  return issues.some(({ severity }) => severity !== "I") ? "ACCEPTED_WITH_WARNINGS" : "ACCEPTED";
}
