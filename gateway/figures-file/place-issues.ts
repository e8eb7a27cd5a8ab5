import type { Issue } from "../../subgraphs/offline.js";
import type { OfficeFigures } from "./read-figures.js";
import type { Problem } from "./problem.js";

const options: Readonly<Record<string, string>> = {
  reason: "--reason",
  noticeVersion: "--notice",
  baseRevision: "--base-revision",
  idempotencyKey: "--key",
};

/** Says where in the file each issue of a push is: the rules know answers, a person knows rows. */
export const placeIssues = (
  issues: readonly Omit<Issue, "relatedPaths">[],
  office: OfficeFigures,
): Problem[] =>
  issues.map((issue) => ({
    rule: issue.rule,
    severity: issue.severity,
    code: issue.code,
    question: issue.question,
    messages: issue.messages,
    observed: issue.observed,
    expected: issue.expected,
    establishment: office.establishment,
    office: office.office,
    ...placeOf(issue, office),
  }));

function placeOf(
  { path, column, question, code, observed }: Omit<Issue, "relatedPaths">,
  { answers, rows, blanks, firstRow }: OfficeFigures,
): Pick<Problem, "row" | "column"> {
  const index = Number(/^answers\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
  const own = rows[index];
  if (own) {
    // One row a choice: the row is that of the choice, and of its second mention when it is given twice.
    const choices = answers[index]?.choices ?? [];
    const choice =
      observed === null ? -1 : choices[code === "REPEATED_CHOICE" ? "lastIndexOf" : "indexOf"](observed);
    return { row: own[Math.max(choice, 0)] ?? own[0] ?? null, column: column ?? "value" };
  }
  const blank = question === null ? undefined : blanks.get(question);
  if (blank !== undefined) return { row: blank, column: "value" };
  if (path === "establishment" || path === "office") return { row: firstRow, column: path };
  return { row: null, column: options[path] ?? column };
}
