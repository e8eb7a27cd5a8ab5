import type { SubgraphContext } from "../../shared/context.js";
import { Form } from "./form.entity.js";

/** The form of a campaign, or null when the campaign has none. */
export async function findForm(context: SubgraphContext, campaign: string): Promise<Form | null> {
  return (await context.database.published()).findOneBy(Form, { campaign });
}
