import type { SentForm, WorkspaceAsked } from "../../workspace-page.js";
import { type AccessDecision, decisionErrors, toldIn } from "../parts/access-decision.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { type Act, toldOn } from "../parts/steward-page.js";
import { portalEndCredential } from "./end-credential.operation.js";
import { portalRestoreCredential } from "./restore-credential.operation.js";
import { portalSuspendCredential } from "./suspend-credential.operation.js";

const changing =
  (change: (asked: WorkspaceAsked, sent: SentForm) => Promise<AccessDecision>, done: string): Act =>
  async (asked, sent) => {
    const blank = errorsIn(asked.language, sent, { reason: "text" });
    if (hasErrors(blank)) return { errors: blank };
    const errors = decisionErrors(asked, await change(asked, sent), []);
    return errors ? { errors } : toldOn(asked, "stewardCredentials", {}, done);
  };

const changeOf = (asked: WorkspaceAsked, sent: SentForm) => ({
  subject: sent.one("subject") || null,
  client: sent.one("client") || null,
  reason: sent.one("reason").trim(),
  version: Number(sent.one("version")),
  lang: toldIn(asked),
});

export const suspend = changing(
  async (asked, sent) =>
    (await asked.ask(portalSuspendCredential, changeOf(asked, sent))).data.suspendCredential,
  "suspended",
);
export const restore = changing(
  async (asked, sent) =>
    (await asked.ask(portalRestoreCredential, changeOf(asked, sent))).data.restoreCredential,
  "restored",
);
export const endCredential = changing(
  async (asked, sent) => (await asked.ask(portalEndCredential, changeOf(asked, sent))).data.endCredential,
  "ended",
);
