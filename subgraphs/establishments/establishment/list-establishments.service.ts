import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { healthRegionByCode } from "../health-region/health-region.loader.js";
import type { Establishment } from "./establishment.entity.js";
import { type EstablishmentFilter, findEstablishments } from "./establishment.repository.js";
import { isValidOn } from "./validity.js";

/**
 * The establishments that match the filter, on a day those that the register held valid; refuses a region that does not
 * exist with UNKNOWN_CODE.
 */
export async function listEstablishments(
  context: SubgraphContext,
  filter: EstablishmentFilter,
  asOf?: string,
): Promise<Establishment[]> {
  const { region } = filter;
  if (region !== null && (await healthRegionByCode(context, asOf).load(region)) === null)
    throw new HubError(
      "UNKNOWN_CODE",
      { code: region, what: { fr: "d'une région sociosanitaire", en: "of a health region" } },
      "region",
    );
  const found = await findEstablishments(context, filter, asOf);
  return found.filter((establishment) => isValidOn(establishment, asOf));
}
