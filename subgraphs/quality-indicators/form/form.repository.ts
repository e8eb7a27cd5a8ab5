import type { SubgraphContext } from "../../shared/context.js";
import type { SubgraphDatabase } from "../../shared/database.js";
import { Form } from "./form.entity.js";

/** The form of a campaign, or null when the campaign has none. */
export async function findForm(context: SubgraphContext, campaign: string): Promise<Form | null> {
  return (await context.database.published()).findOneBy(Form, { campaign });
}

interface MarkedForm {
  readonly mark: string;
  readonly form: Form;
}

const readForms = new WeakMap<SubgraphDatabase, Map<string, MarkedForm>>();

/** The form of a campaign, read again only when its row bears another mark than at the last reading; null: no form. */
export async function findMarkedForm(
  context: SubgraphContext,
  campaign: string,
  mark: string | null,
): Promise<Form | null> {
  if (mark === null) return null;
  const forms = readForms.get(context.database) ?? new Map<string, MarkedForm>();
  readForms.set(context.database, forms);
  const known = forms.get(campaign);
  if (known?.mark === mark) return known.form;
  const form = await findForm(context, campaign);
  if (form !== null) forms.set(campaign, { mark, form });
  return form;
}
