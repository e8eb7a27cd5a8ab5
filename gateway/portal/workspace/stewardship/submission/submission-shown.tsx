import { addressOf } from "../../../addresses.js";
import type { ShownPage } from "../../../page/page.js";
import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import type { Tried } from "../parts/tried.js";
import { AnswersTable } from "./answers-table.js";
import { AuditTrail } from "./audit-trail.js";
import { type FoundIssue, Issues } from "./issues.js";
import { readSubmission } from "./read-submission.js";
import { SubmissionFacts } from "./submission-facts.js";
import { SubmissionForms } from "./submission-forms.js";
import { submissionWords } from "./words.js";

/** Shows a submission: what it says beside last year, what happened to it, and what can be decided. */
export async function submissionShown(
  asked: WorkspaceAsked,
  tried: Tried | null,
  issues: readonly FoundIssue[] | null = null,
): Promise<ShownPage | null> {
  const { language } = asked;
  const say = submissionWords(language);
  const read = await readSubmission(asked);
  if (!read) return null;
  const { submission, form, earlier } = read;
  const { campaign, establishment, office } = submission;
  const name = establishment ? wordsOf(establishment.name, language) : office;
  return {
    title: say("title", { office: name, campaign }),
    crumbs: crumbsUnderDesk(language, {
      label: say("campaign", { campaign }),
      href: addressOf(language, "stewardCampaign", { campaign }),
    }),
    isPartial: read.isPartial,
    body: (
      <>
        <Done
          asked={asked}
          words={{
            approved: say("approved"),
            unapproved: say("unapproved"),
            returned: say("returned"),
            withdrawn: say("withdrawn"),
          }}
        />
        <SubmissionFacts submission={submission} language={language} />
        <SubmissionForms asked={asked} tried={tried} submission={submission} />
        <Issues asked={asked} tried={tried} issues={issues} />
        {form && <AnswersTable submission={submission} form={form} earlier={earlier} language={language} />}
        <AuditTrail submission={submission} language={language} />
      </>
    ),
  };
}
