import { type AccessDecision, decisionErrors, toldIn } from "../parts/access-decision.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { type Act, type ActResult, toldOn } from "../parts/steward-page.js";
import type { SentForm, WorkspaceAsked } from "../../workspace-page.js";
import { portalDeclineAccess } from "./decline-access.operation.js";
import { portalEndAccess } from "./end-access.operation.js";
import { portalGrantAccess } from "./grant-access.operation.js";
import { portalResumeAccess } from "./resume-access.operation.js";
import { portalSuspendAccess } from "./suspend-access.operation.js";

const grantFields = ["code", "kThreshold", "validFrom", "validTo", "reason"] as const;

const resultOf = (
  asked: WorkspaceAsked,
  decision: AccessDecision,
  done: string,
  fields: readonly string[] = [],
): ActResult => {
  const errors = decisionErrors(asked, decision, fields);
  return errors ? { errors } : toldOn(asked, "stewardAccess", {}, done);
};

/** Grants what a request asks for. */
export const grant: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, {
    code: "text",
    kThreshold: "whole number",
    validFrom: "day",
    validTo: "day",
    reason: "text",
  });
  if (hasErrors(errors)) return { errors };
  const { data } = await asked.ask(portalGrantAccess, {
    input: {
      request: sent.one("request"),
      code: sent.one("code").trim(),
      kThreshold: Number(sent.one("kThreshold")),
      validFrom: sent.one("validFrom"),
      validTo: sent.one("validTo"),
      reason: sent.one("reason").trim(),
    },
    lang: toldIn(asked),
  });
  return resultOf(asked, data.grantAccess, "granted", grantFields);
};

/** Declines a request with a reason that the team reads. */
export const decline: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { reason: "text" });
  if (hasErrors(errors)) return { errors };
  const { data } = await asked.ask(portalDeclineAccess, {
    request: sent.one("request"),
    reason: sent.one("reason").trim(),
    lang: toldIn(asked),
  });
  return resultOf(asked, data.declineAccess, "declined");
};

const changing =
  (change: (asked: WorkspaceAsked, sent: SentForm) => Promise<AccessDecision>, done: string): Act =>
  async (asked, sent) => {
    const errors = errorsIn(asked.language, sent, { reason: "text" });
    if (hasErrors(errors)) return { errors };
    return resultOf(asked, await change(asked, sent), done);
  };

const changeOf = (asked: WorkspaceAsked, sent: SentForm) => ({
  agreement: sent.one("agreement"),
  reason: sent.one("reason").trim(),
  version: Number(sent.one("version")),
  lang: toldIn(asked),
});

export const suspend = changing(
  async (asked, sent) => (await asked.ask(portalSuspendAccess, changeOf(asked, sent))).data.suspendAccess,
  "suspended",
);
export const resume = changing(
  async (asked, sent) => (await asked.ask(portalResumeAccess, changeOf(asked, sent))).data.resumeAccess,
  "resumed",
);
export const endAgreement = changing(
  async (asked, sent) => (await asked.ask(portalEndAccess, changeOf(asked, sent))).data.endAccess,
  "ended",
);
