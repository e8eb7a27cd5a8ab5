import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { searchPatterns } from "../../shared/search-text.js";
import { Establishment, type EstablishmentType } from "./establishment.entity.js";

export interface EstablishmentFilter {
  readonly region: string | null;
  readonly type: EstablishmentType | null;
  readonly search: string | null;
}

/** The establishments that match every given condition, in the order of the list of 35. */
export const findEstablishments = (
  context: SubgraphContext,
  { region, type, search }: EstablishmentFilter,
  asOf?: string,
): Promise<Establishment[]> =>
  publishedRows(
    context,
    Establishment,
    `WHERE ($1::text IS NULL OR region = $1) AND ($2::text IS NULL OR type = $2)
       AND ($3::text[] IS NULL OR search LIKE ALL ($3)) ORDER BY number`,
    [region, type, search === null ? null : searchPatterns(search)],
    asOf,
  );

/** The establishments with the given codes, in any order. */
export const findEstablishmentsByCode = (
  context: SubgraphContext,
  codes: readonly string[],
  asOf?: string,
): Promise<Establishment[]> => publishedRows(context, Establishment, "WHERE code = ANY ($1)", [codes], asOf);

/** The establishments of the given regions, in the order of the list of 35. */
export const findEstablishmentsByRegion = (
  context: SubgraphContext,
  regions: readonly string[],
  asOf?: string,
): Promise<Establishment[]> =>
  publishedRows(context, Establishment, "WHERE region = ANY ($1) ORDER BY number", [regions], asOf);
