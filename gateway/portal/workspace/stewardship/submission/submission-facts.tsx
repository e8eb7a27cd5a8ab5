import type { Language } from "../../../language.js";
import { Count } from "../parts/count.js";
import { instantIn } from "../parts/moments.js";
import { partsWords } from "../parts/words.js";
import type { Submission } from "./read-submission.js";
import { submissionWords } from "./words.js";

/** Where a submission stands, and who has done what with it. */
export const SubmissionFacts = ({
  submission,
  language,
}: {
  readonly submission: Submission;
  readonly language: Language;
}) => {
  const say = submissionWords(language);
  const { state, revision, submittedAt, submittedBy, approvedRevision, approvedBy, approvedAt } = submission;
  const isSynthetic = submission.revisions.find((sent) => sent.revision === revision)?.synthetic === true;
  return (
    <dl class="steward-facts">
      <div>
        <dt>{say("state")}</dt>
        <dd>
          {partsWords(language)(state)} {isSynthetic && <span class="mark caution">{say("synthetic")}</span>}
        </dd>
      </div>
      <div>
        <dt>{say("revision")}</dt>
        <dd>
          <Count of={revision} language={language} />
        </dd>
      </div>
      <div>
        <dt>{say("sent")}</dt>
        <dd>
          {submittedAt && instantIn(language, submittedAt)} {submittedBy && <code>{submittedBy}</code>}
        </dd>
      </div>
      {approvedRevision !== null && (
        <div>
          <dt>{say("approvedRevision")}</dt>
          <dd>
            <Count of={approvedRevision} language={language} /> ·{" "}
            {approvedAt && instantIn(language, approvedAt)} {approvedBy && <code>{approvedBy}</code>}
          </dd>
        </div>
      )}
    </dl>
  );
};
