import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import { findWindow } from "../campaign-window/campaign-window.repository.js";
import type { NameText } from "../campaign-window/expected-office.js";
import type { CampaignCompleteness, CompletenessGroup, UniverseCompleteness } from "./completeness.entity.js";
import { findProgress } from "./completeness.repository.js";
import { countCompleteness } from "./count-completeness.js";
import type { OfficeProgress } from "./office-progress.js";

/** The two lists of offices that the documents count by: their 35, and the 32 options of the questionnaire. */
const universes = [
  { universe: 35, holds: ({ inUniverse35 }: OfficeProgress) => inUniverse35 },
  { universe: 32, holds: ({ inUniverse32 }: OfficeProgress) => inUniverse32 },
] as const;

/**
 * Who has sent, and in time, among the offices that a campaign expects: all of them for a steward, its own for an
 * establishment. Refuses an unknown campaign; one that was never opened expects nobody.
 */
export async function readCompleteness(
  context: SubgraphContext,
  campaign: string,
): Promise<CampaignCompleteness> {
  await knownCampaign(context, campaign);
  return asCaller(context, async (manager) => {
    const window = await findWindow(manager, campaign);
    const offices = await findProgress(manager, campaign);
    const closesAt = window?.closesAt ?? null;
    return {
      campaign,
      closesAt,
      universes: universes.map(({ universe, holds }) =>
        countedUniverse(universe, offices.filter(holds), closesAt),
      ),
    };
  });
}

function countedUniverse(
  universe: number,
  offices: readonly OfficeProgress[],
  closesAt: Date | null,
): UniverseCompleteness {
  const grouped = (
    codeOf: (office: OfficeProgress) => string | null,
    nameOf: (office: OfficeProgress) => NameText | null,
  ): CompletenessGroup[] =>
    [...new Map(offices.map((office) => [codeOf(office), nameOf(office)]))].map(([code, name]) => ({
      code,
      name,
      ...countCompleteness(
        offices.filter((office) => codeOf(office) === code),
        closesAt,
      ),
    }));
  return {
    universe,
    total: { code: null, name: null, ...countCompleteness(offices, closesAt) },
    regions: grouped(
      ({ region }) => region,
      ({ names }) => names.region,
    ),
    peerGroups: grouped(
      ({ peerGroup }) => peerGroup,
      () => null,
    ),
  };
}
