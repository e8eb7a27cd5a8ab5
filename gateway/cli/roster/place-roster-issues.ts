import type { RosterIssue } from "../../../subgraphs/offline.js";
import type { Problem } from "../../figures-file/problem.js";
import type { RosterFile } from "./read-roster-file.js";

const options: Readonly<Record<string, string>> = {
  baseRevision: "--base-revision",
  idempotencyKey: "--key",
};

/** Says where in the file each issue of a roster is: the rules know partners, a person knows rows. */
export const placeRosterIssues = (
  issues: readonly RosterIssue[],
  { partners }: Pick<RosterFile, "partners">,
  establishment: string | null = null,
): Problem[] =>
  issues.map(({ path, column, observed, relatedPaths, ...issue }) => ({
    rule: issue.rule,
    severity: issue.severity,
    code: issue.code,
    question: null,
    messages: issue.messages,
    observed: observed ?? relatedRow(relatedPaths, partners),
    expected: issue.expected,
    establishment,
    office: null,
    row: rowOf(path, partners),
    column: column ?? (path.startsWith("withdrawn") ? "--withdraw" : (options[path] ?? null)),
  }));

function rowOf(path: string, partners: RosterFile["partners"]): number | null {
  const [, partner, engagement] = /^rows\[(\d+)\](?:\.engagements\[(\d+)\])?/.exec(path) ?? [];
  const found = partner === undefined ? undefined : partners[Number(partner)];
  if (!found) return null;
  return engagement === undefined ? found.row : (found.engagementRows[Number(engagement)] ?? found.row);
}

function relatedRow([path]: readonly string[], partners: RosterFile["partners"]): string | null {
  const row = path === undefined ? null : rowOf(path, partners);
  return row === null ? null : `ligne · row ${row}`;
}
