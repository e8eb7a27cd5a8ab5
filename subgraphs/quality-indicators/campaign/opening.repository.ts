import type { EntityManager } from "typeorm";
import type { CampaignWindow } from "../campaign-window/campaign-window.entity.js";
import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import type { NewForm } from "../form/form-of-input.js";
import type { Campaign } from "./campaign.entity.js";

/** Everything that a campaign is opened with. */
export interface Opening {
  readonly campaign: Campaign;
  readonly form: NewForm;
  readonly window: Omit<CampaignWindow, "campaign">;
  readonly frame: readonly ExpectedOffice[];
}

/** Writes a campaign with its form, window and frame; false when its code is taken, and then nothing is written. */
export async function insertOpening(
  manager: EntityManager,
  { campaign, form, window, frame }: Opening,
): Promise<boolean> {
  const json = JSON.stringify;
  const inserted = (await manager.query(
    `INSERT INTO quality_indicators_published.campaign
       (code, instrument, title, period, stock_date, opens_on, closes_on, basis, base, note, provenance)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL) ON CONFLICT DO NOTHING RETURNING code`,
    [
      campaign.code,
      campaign.instrument,
      json(campaign.title),
      json(campaign.period),
      campaign.stockDate,
      campaign.opensOn,
      campaign.closesOn,
      campaign.basis,
      campaign.base,
      json(campaign.note),
    ],
  )) as unknown[];
  if (inserted.length === 0) return false;
  await manager.query(
    `INSERT INTO quality_indicators_published.instrument
       (code, version, title, preamble, notice, sections, modules, questions, totals, provenance)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      campaign.code,
      form.version,
      json(form.title),
      form.preamble && json(form.preamble),
      ...[form.notice, form.sections, form.modules, form.questions, form.totals].map((part) => json(part)),
      form.provenance && json(form.provenance),
    ],
  );
  await manager.query(
    `INSERT INTO quality_indicators.campaign_window (campaign, opens_at, closes_at, lock_at, embargo_until)
     VALUES ($1, $2, $3, $4, $5)`,
    [campaign.code, window.opensAt, window.closesAt, window.lockAt, window.embargoUntil],
  );
  await manager.query(
    `INSERT INTO quality_indicators.frame (campaign, office, establishment, region, region_group, peer_group,
       in_universe_32, in_universe_35, names)
     SELECT $1, office, establishment, region, "regionGroup", "peerGroup", "inUniverse32", "inUniverse35", names
     FROM jsonb_to_recordset($2) AS expected (office text, establishment text, region text, "regionGroup" text,
       "peerGroup" text, "inUniverse32" boolean, "inUniverse35" boolean, names jsonb)`,
    [campaign.code, json(frame)],
  );
  return true;
}
