import { addressOf, paths } from "../../../addresses.js";
import type { ShownPage } from "../../../page/page.js";
import type { SentForm, WorkspaceAsked, WorkspacePage } from "../../workspace-page.js";
import { researchCrumbs } from "../release/release.page.js";
import { variablesOf } from "../variable-names.js";
import {
  portalRequestAccess,
  type PortalRequestAccessMutationVariables,
} from "./request-access.operation.js";
import { RequestForm, type RequestIssue } from "./request-form.js";
import { portalRecordVariables } from "./variables.operation.js";
import { requestWords } from "./words.js";

/** Asks for access to releases in the name of a research team. */
export const requestPage: WorkspacePage = {
  name: "research request",
  path: paths.researchRequest,
  scopes: ["research:read"],
  show: (asked) => shown(asked, [], null),
  async act(asked, form) {
    const { data } = await asked.ask(portalRequestAccess, {
      input: inputOf(form),
      lang: asked.language === "fr" ? "FR" : "EN",
    });
    const { status, issues } = data.requestAccess;
    return status === "REJECTED"
      ? { kind: "page", status: 422, page: await shown(asked, issues, form) }
      : { kind: "see", address: addressOf(asked.language, "research") };
  },
};

async function shown(
  { language, ask, antiForgery }: WorkspaceAsked,
  issues: readonly RequestIssue[],
  sent: SentForm | null,
): Promise<ShownPage> {
  const say = requestWords(language);
  const { data } = await ask(portalRecordVariables, {});
  return {
    title: say("title"),
    crumbs: researchCrumbs(language),
    body: (
      <>
        <p>{say("lead")}</p>
        <RequestForm
          language={language}
          token={antiForgery}
          variables={variablesOf(data.__type?.fields, language)}
          issues={issues}
          sent={sent}
        />
      </>
    ),
  };
}

type Input = PortalRequestAccessMutationVariables["input"];

function inputOf(form: SentForm): Input {
  const english = form.one("input.purpose.en").trim();
  const size = Number(form.one("input.teamSize"));
  return {
    title: form.one("input.title"),
    purpose: { fr: form.one("input.purpose.fr"), en: english === "" ? null : english },
    variables: form.all("input.variables"),
    recordLevel: form.one("input.recordLevel") === "AGGREGATE" ? "AGGREGATE" : "ANONYMISED",
    ethicsReference: form.one("input.ethicsReference"),
    periodFrom: form.one("input.periodFrom"),
    periodTo: form.one("input.periodTo"),
    // What is no whole number is told as a team of nobody: « from 1 to 100 ».
    teamSize: Number.isSafeInteger(size) && Math.abs(size) < 1e9 ? size : 0,
  };
}
