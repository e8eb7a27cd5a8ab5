import type { EntityManager } from "typeorm";
import { CampaignWindow } from "./campaign-window.entity.js";
import { FrameOffice } from "./frame-office.entity.js";

/** When a campaign takes figures, or null when it was never opened. */
export const findWindow = (manager: EntityManager, campaign: string): Promise<CampaignWindow | null> =>
  manager.findOneBy(CampaignWindow, { campaign });

/** The offices that a campaign expects, of those that the caller may see. */
export const findFrame = (manager: EntityManager, campaign: string): Promise<FrameOffice[]> =>
  manager.find(FrameOffice, { where: { campaign }, order: { office: "ASC" } });
