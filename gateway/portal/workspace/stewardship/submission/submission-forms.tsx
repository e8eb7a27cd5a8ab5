import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { TextArea } from "../parts/fields.js";
import type { Tried } from "../parts/tried.js";
import type { Submission } from "./read-submission.js";
import { submissionWords } from "./words.js";

interface FormsProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly submission: Submission;
}

/** What can be decided of a submission as it stands. */
export const SubmissionForms = ({ asked, tried, submission }: FormsProps) => {
  const say = submissionWords(asked.language);
  const { state, revision, submittedBy } = submission;
  const isOwn = submittedBy === asked.account.subject;
  return (
    <>
      <h2>{say("decide")}</h2>
      {state === "SUBMITTED" && (
        <>
          <h3>{say("approve")}</h3>
          <p class={isOwn ? "notice caution" : undefined}>{say(isOwn ? "approveOwn" : "approveLead")}</p>
          <ActForm
            asked={asked}
            id="approve"
            tried={tried}
            values={[["revision", String(revision)]]}
            buttons={[{ act: "approve", label: say("approveRevision", { revision }), isSecondary: isOwn }]}
          />
          <Reasoned asked={asked} tried={tried} act="return" />
        </>
      )}
      {state === "APPROVED" && <Reasoned asked={asked} tried={tried} act="unapprove" />}
      {state === "PUBLISHED" && <p>{say("publishedLead")}</p>}
      {state === "RETURNED" && <p>{say("returnedLead")}</p>}
      {state === "DRAFT" && <p>{say("draftLead")}</p>}
      {state === "WITHDRAWN" ? (
        <p>{say("withdrawnLead")}</p>
      ) : (
        <Reasoned asked={asked} tried={tried} act="withdraw" />
      )}
    </>
  );
};

/** A decision that says why. */
const Reasoned = ({
  asked,
  tried,
  act,
}: Omit<FormsProps, "submission"> & { readonly act: "return" | "unapprove" | "withdraw" }) => {
  const say = submissionWords(asked.language);
  return (
    <details open={act !== "withdraw" || tried?.form === act}>
      <summary>{say(act)}</summary>
      <p>{say(`${act}Lead`)}</p>
      <ActForm asked={asked} id={act} tried={tried} buttons={[{ act, label: say(act), isSecondary: true }]}>
        <TextArea name="reason" label={say("reason")} hint={say("reasonHint")} isRequired />
      </ActForm>
    </details>
  );
};
