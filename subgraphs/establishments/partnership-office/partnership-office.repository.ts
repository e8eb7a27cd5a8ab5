import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { PartnershipOffice } from "./partnership-office.entity.js";

/** The offices of the given establishments, in any order. */
export const findOfficesByEstablishment = (
  context: SubgraphContext,
  establishments: readonly string[],
  asOf?: string,
): Promise<PartnershipOffice[]> =>
  publishedRows(context, PartnershipOffice, "WHERE establishment = ANY ($1)", [establishments], asOf);
