import type { RosterIssue } from "./rules/issue.js";

/** What becomes of a push: an outdated start is a conflict, whatever else is wrong; only information lets it pass bare. */
export function statusOf(
  issues: readonly Pick<RosterIssue, "code" | "severity">[],
): "ACCEPTED" | "ACCEPTED_WITH_WARNINGS" | "REJECTED" | "CONFLICT" {
  if (issues.some(({ code }) => code === "STALE_BASE_REVISION")) return "CONFLICT";
  if (issues.some(({ severity }) => severity === "E")) return "REJECTED";
  return issues.some(({ severity }) => severity === "W") ? "ACCEPTED_WITH_WARNINGS" : "ACCEPTED";
}
