import { errorsIn, hasErrors } from "../parts/checks.js";
import { type Act, toldOn } from "../parts/steward-page.js";
import type { FieldErrors } from "../parts/tried.js";
import { typographic } from "../../../words/typography.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { openingConfirmation } from "./opening-confirmation.js";
import { fieldOfPath, givenOpening } from "./opening-fields.js";
import { hasOwnNotice, openingInput } from "./opening-input.js";
import { type PortalOpenCampaignMutation, portalOpenCampaign } from "./open-campaign.operation.js";

type Opening = PortalOpenCampaignMutation["openCampaign"];

const checks = {
  code: "text",
  titleFr: "text",
  periodFrom: "day",
  periodTo: "day",
  periodLabel: "text",
  stockDate: "day?",
  opensAt: "day",
  closesAt: "day",
  lockAt: "day?",
  embargoUntil: "day?",
  noteFr: "text",
  formOf: "text",
} as const;
const noticeChecks = { noticeVersion: "text", noticeFr: "text" } as const;

const act =
  (dryRun: boolean): Act =>
  async (asked, sent) => {
    const given = givenOpening(sent);
    const errors = errorsIn(
      asked.language,
      sent,
      hasOwnNotice(given) ? { ...checks, ...noticeChecks } : checks,
    );
    if (hasErrors(errors)) return { errors };
    const { data } = await asked.ask(portalOpenCampaign, {
      input: await openingInput(asked, given, dryRun),
      lang: asked.language === "fr" ? "FR" : "EN",
    });
    const { status, campaign, expectedOffices } = data.openCampaign;
    if (status === "REJECTED") return { errors: besideFields(asked, data.openCampaign) };
    if (status === "OPENED" && campaign)
      return toldOn(asked, "stewardCampaign", { campaign: campaign.code }, "opened");
    return { next: await openingConfirmation(asked, given, expectedOffices) };
  };

/** Tries the opening: nothing is written, and everything is shown once more. */
export const checkOpening = act(true);
/** Opens the campaign. */
export const openNow = act(false);

function besideFields({ language }: WorkspaceAsked, { issues }: Opening): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = fieldOfPath(path);
    errors[field] = [errors[field], typographic(message, language)].filter(Boolean).join(" ");
  }
  return errors;
}
