import { type EntityManager, In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { CampaignWindow } from "./campaign-window.entity.js";
import { FrameOffice } from "./frame-office.entity.js";

/** When a campaign takes figures, or null when it was never opened. */
export const findWindow = (manager: EntityManager, campaign: string): Promise<CampaignWindow | null> =>
  manager.findOneBy(CampaignWindow, { campaign });

/** The offices that a campaign expects, of those that the caller may see. */
export const findFrame = (manager: EntityManager, campaign: string): Promise<FrameOffice[]> =>
  manager.find(FrameOffice, { where: { campaign }, order: { office: "ASC" } });

/** The offices that campaigns expect, of those that the caller may see. */
export const findExpectedOffices = (
  context: SubgraphContext,
  campaigns: readonly string[],
): Promise<FrameOffice[]> =>
  asCaller(context, (manager) =>
    manager.find(FrameOffice, { where: { campaign: In([...campaigns]) }, order: { office: "ASC" } }),
  );
