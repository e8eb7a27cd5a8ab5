import type { WorkspaceAsked } from "../../workspace-page.js";
import type { PortalOpenCampaignMutationVariables } from "./open-campaign.operation.js";
import type { GivenOpening } from "./opening-fields.js";
import { portalWholeForm } from "./whole-form.operation.js";

export type OpeningInput = PortalOpenCampaignMutationVariables["input"];

const textOf = (fr: string, en: string) => ({ fr, en: en === "" ? null : en });

/** True when the campaign gets a notice of its own, instead of that of the form it takes. */
export const hasOwnNotice = ({ noticeVersion, noticeFr, noticeEn }: GivenOpening): boolean =>
  [noticeVersion, noticeFr, noticeEn].some((given) => given !== "");

/** What the hub is asked to open: with a notice of its own, the form is copied whole around it. */
export async function openingInput(
  { ask }: WorkspaceAsked,
  given: GivenOpening,
  dryRun: boolean,
): Promise<OpeningInput> {
  const plan = {
    code: given.code,
    title: textOf(given.titleFr, given.titleEn),
    period: { from: given.periodFrom, to: given.periodTo, label: given.periodLabel },
    stockDate: given.stockDate || null,
    opensAt: given.opensAt,
    closesAt: given.closesAt,
    lockAt: given.lockAt || null,
    embargoUntil: given.embargoUntil || null,
    note: textOf(given.noteFr, given.noteEn),
    dryRun,
  };
  if (!hasOwnNotice(given)) return { ...plan, formOf: given.formOf };
  const { data } = await ask(portalWholeForm, { campaign: given.formOf });
  if (!data.form) return { ...plan, formOf: given.formOf };
  const notice = { version: given.noticeVersion, text: textOf(given.noticeFr, given.noticeEn) };
  return { ...plan, form: { ...data.form, notice } };
}
