import type { HubClient } from "../sdk/client.js";
import { readForm } from "../sdk/operations.js";
import { type FormFile, withForm } from "../figures-file/known-form.js";
import type { Reference } from "../figures-file/reference.js";

/** The form of a campaign that the hub opened; null when it knows no such campaign. */
export async function formOfHub(hub: HubClient, campaign: string): Promise<FormFile | null> {
  const { data } = await hub.ask(readForm, { campaign });
  if (!data.form) return null;
  const { campaign: code, ...form } = data.form;
  const period = data.campaigns.find((known) => known.code === campaign)?.period ?? null;
  return { form: { code, ...form }, period };
}

// A file is about one campaign, seldom two: unknown codes in hundreds are mistakes.
const mostCampaignsAsked = 10;

/** The reference data with the forms that the hub has for campaigns which this program was not shipped with. */
export async function withFormsOfHub(
  reference: Reference,
  hub: HubClient,
  campaigns: readonly string[],
): Promise<Reference> {
  let known = reference;
  for (const campaign of campaigns.slice(0, mostCampaignsAsked)) {
    const form = known.forms.has(campaign) ? null : await formOfHub(hub, campaign);
    if (form) known = withForm(known, form);
  }
  return known;
}
