import { randomUUID } from "node:crypto";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { type Act, toldOn } from "../parts/steward-page.js";
import { portalApproveSubmission } from "./approve.operation.js";
import { portalCheckSubmission } from "./check.operation.js";
import { type Answer, readSubmission } from "./read-submission.js";
import { portalReturnSubmission } from "./return.operation.js";
import { submissionShown } from "./submission-shown.js";
import { portalUnapproveSubmission } from "./unapprove.operation.js";
import { portalWithdrawSubmission } from "./withdraw.operation.js";

/** Approves the revision that was read; another one would be another's figures. */
export const approve: Act = async (asked, sent) => {
  const id = asked.params["id"] ?? "";
  const errors = errorsIn(asked.language, sent, { revision: "whole number" });
  if (hasErrors(errors)) return { errors };
  await asked.ask(portalApproveSubmission, { id, revision: Number(sent.one("revision")) });
  return toldOn(asked, "stewardSubmission", { id }, "approved");
};

const reasoned =
  (
    operation:
      typeof portalReturnSubmission | typeof portalUnapproveSubmission | typeof portalWithdrawSubmission,
    done: string,
  ): Act =>
  async (asked, sent) => {
    const errors = errorsIn(asked.language, sent, { reason: "text" });
    if (hasErrors(errors)) return { errors };
    const id = asked.params["id"] ?? "";
    await asked.ask(operation as typeof portalReturnSubmission, { id, reason: sent.one("reason").trim() });
    return toldOn(asked, "stewardSubmission", { id }, done);
  };

export const returnToOffice = reasoned(portalReturnSubmission, "returned");
export const takeBack = reasoned(portalUnapproveSubmission, "unapproved");
export const withdraw = reasoned(portalWithdrawSubmission, "withdrawn");

/** Runs the rules once more over what was sent, as a dry run: nothing is written. */
export const checkAgain: Act = async (asked) => {
  const read = await readSubmission(asked);
  if (!read) return { errors: {} };
  const { submission } = read;
  const sent = submission.revisions.find(({ revision }) => revision === submission.revision);
  const { data } = await asked.ask(portalCheckSubmission, {
    lang: asked.language === "fr" ? "FR" : "EN",
    input: {
      campaign: submission.campaign,
      establishment: submission.establishment?.code ?? "",
      office: submission.office,
      idempotencyKey: randomUUID(),
      baseRevision: submission.revision,
      mode: "DRY_RUN",
      reason: sent?.reason ?? "—",
      noticeVersion: sent?.noticeVersion ?? null,
      answers: submission.answers.map(answerAsSent),
    },
  });
  const page = await submissionShown(asked, null, data.submitYearlyFigures.issues);
  return page ? { next: page } : { errors: {} };
};

// An answer says exactly one thing; what it does not say is left out.
const answerAsSent = ({ question, number, text, choices, missing, comment }: Answer) => ({
  question,
  ...(number === null ? {} : { number }),
  ...(text === null ? {} : { text }),
  ...(choices === null ? {} : { choices: [...choices] }),
  ...(missing === null ? {} : { missing }),
  ...(comment === null ? {} : { comment }),
});
