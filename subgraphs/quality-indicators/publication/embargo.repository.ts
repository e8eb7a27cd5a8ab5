import type { EntityManager } from "typeorm";
import type { Embargo } from "./embargo.js";

/** The embargo of a campaign, none where it has no window. */
export async function findEmbargo(manager: EntityManager, campaign: string): Promise<Embargo> {
  const [found] = (await manager.query(
    `SELECT (SELECT embargo_until FROM quality_indicators.campaign_window WHERE campaign = $1) AS until,
       statement_timestamp() AS "serverNow"`,
    [campaign],
  )) as [Embargo];
  return found;
}
