import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import type { CampaignWindow } from "./campaign-window.entity.js";
import { findWindow } from "./campaign-window.repository.js";

/** When a campaign takes figures, for who sends or collects them; null for anyone else. */
export async function windowOf(context: SubgraphContext, campaign: string): Promise<CampaignWindow | null> {
  const { audience } = context.principal;
  if (audience !== "establishment" && audience !== "steward") return null;
  return asCaller(context, (manager) => findWindow(manager, campaign));
}
