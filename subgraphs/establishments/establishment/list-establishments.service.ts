import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { healthRegionByCode } from "../health-region/health-region.loader.js";
import type { Establishment } from "./establishment.entity.js";
import { type EstablishmentFilter, findEstablishments } from "./establishment.repository.js";

/** The establishments that match the filter; refuses a region that does not exist with UNKNOWN_CODE. */
export async function listEstablishments(
  context: SubgraphContext,
  filter: EstablishmentFilter,
): Promise<Establishment[]> {
  const { region } = filter;
  if (region !== null && (await healthRegionByCode(context).load(region)) === null)
    throw new HubError(
      "UNKNOWN_CODE",
      { code: region, what: { fr: "d'une région sociosanitaire", en: "of a health region" } },
      "region",
    );
  return findEstablishments(context, filter);
}
