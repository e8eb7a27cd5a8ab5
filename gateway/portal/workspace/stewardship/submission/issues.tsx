import { typographic } from "../../../words/typography.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import type { Tried } from "../parts/tried.js";
import type { PortalCheckSubmissionMutation } from "./check.operation.js";
import { submissionWords } from "./words.js";

export type FoundIssue = PortalCheckSubmissionMutation["submitYearlyFigures"]["issues"][number];

interface IssuesProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  /** What the rules say; null until they are asked. */
  readonly issues: readonly FoundIssue[] | null;
}

/** What the rules say of a submission now: the hub keeps answers and comments, and runs the rules when asked. */
export const Issues = ({ asked, tried, issues }: IssuesProps) => {
  const { language } = asked;
  const say = submissionWords(language);
  return (
    <>
      <h2>{say("issues")}</h2>
      {issues === null && <p>{say("issuesLead")}</p>}
      {issues?.length === 0 && <p class="notice success">{say("noIssue")}</p>}
      {issues && issues.length > 0 && (
        <ul>
          {issues.map(({ rule, severity, question, message }, index) => (
            <li key={index}>
              <span class={severity === "I" ? "mark" : "mark caution"}>{say(severity)}</span> {rule}
              {question && `, ${question}`} {say("colon")} {typographic(message, language)}
            </li>
          ))}
        </ul>
      )}
      <ActForm
        asked={asked}
        id="check"
        tried={tried}
        buttons={[{ act: "check", label: say("check"), isSecondary: true }]}
      />
    </>
  );
};
