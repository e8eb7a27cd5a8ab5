import { HubRefused, type WorkspaceAsked } from "../../workspace-page.js";
import { portalStewardQueue } from "../parts/queue.operation.js";
import { type PortalEarlierAnswersQuery, portalEarlierAnswers } from "./earlier-answers.operation.js";
import { type PortalStewardQuestionsQuery, portalStewardQuestions } from "./form-questions.operation.js";
import { type PortalStewardSubmissionQuery, portalStewardSubmission } from "./submission.operation.js";

export type Submission = NonNullable<PortalStewardSubmissionQuery["submission"]>;
export type Answer = Submission["answers"][number];
export type Form = NonNullable<PortalStewardQuestionsQuery["form"]>;
export type Question = Form["questions"][number];
export type Earlier = NonNullable<PortalEarlierAnswersQuery["submission"]>;

/** A submission with what it is judged by. */
export interface SubmissionRead {
  readonly submission: Submission;
  readonly form: Form | null;
  /** What the office answered in the campaign before; null when it did not. */
  readonly earlier: Earlier | null;
  readonly isPartial: boolean;
}

/** Reads a submission, its form and the answers of the year before; null when there is none by that id. */
export async function readSubmission(asked: WorkspaceAsked): Promise<SubmissionRead | null> {
  const found = await askSubmission(asked);
  const submission = found?.data.submission;
  if (!found || !submission) return null;
  const [questions, earlier] = await Promise.all([
    asked.ask(portalStewardQuestions, { campaign: submission.campaign }),
    readEarlier(asked, submission),
  ]);
  return { submission, form: questions.data.form, earlier, isPartial: found.lost.length > 0 };
}

async function askSubmission({ ask, params }: WorkspaceAsked) {
  try {
    return await ask(portalStewardSubmission, { id: params["id"] ?? "" });
  } catch (refusal) {
    if (refusal instanceof HubRefused && refusal.family === "NOT_FOUND") return null;
    throw refusal;
  }
}

async function readEarlier({ ask }: WorkspaceAsked, submission: Submission): Promise<Earlier | null> {
  const { data } = await ask(portalStewardQueue, {});
  const before = data.submissions
    .filter(({ office, campaign }) => office === submission.office && campaign < submission.campaign)
    .sort((one, other) => (one.campaign < other.campaign ? 1 : -1))[0];
  if (!before) return null;
  return (await ask(portalEarlierAnswers, { id: before.id })).data.submission;
}
