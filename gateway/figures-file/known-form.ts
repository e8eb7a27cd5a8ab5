import type { Reference, ReferenceCampaign, ReferenceForm } from "./reference.js";

/** The form of one campaign as a file: what `validate` needs of a campaign that the hub opened after this program. */
export interface FormFile {
  readonly form: ReferenceForm;
  readonly period: ReferenceCampaign["period"];
}

/** The reference data with the form of one more campaign. */
export const withForm = (reference: Reference, { form, period }: FormFile): Reference => ({
  ...reference,
  forms: new Map([...reference.forms, [form.code, form]]),
  campaigns: new Map([...reference.campaigns, [form.code, { code: form.code, period }]]),
});
