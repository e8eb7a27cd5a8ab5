import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows, publishedRowsWith } from "../../shared/published-rows.js";
import { ResearchPartnershipEstablishment } from "./research-partnership-establishment.entity.js";
import { ResearchPartnership } from "./research-partnership.entity.js";

/** One partnership with the establishment through which it was looked up. */
export interface PartOfEstablishment {
  readonly establishmentCode: string;
  readonly partnership: ResearchPartnership;
}

/** At most `limit` partnerships that follow an identifier (null: from the start), in the order of identifiers. */
export const findResearchPartnershipsAfter = (
  context: SubgraphContext,
  id: string | null,
  limit: number,
  asOf?: string,
): Promise<ResearchPartnership[]> =>
  publishedRows(
    context,
    ResearchPartnership,
    `${id === null ? "WHERE $1::text IS NULL" : "WHERE id > $1"} ORDER BY id LIMIT $2`,
    [id, limit],
    asOf,
  );

/** The partnerships with the given identifiers, in any order. */
export const findResearchPartnershipsById = (
  context: SubgraphContext,
  ids: readonly string[],
  asOf?: string,
): Promise<ResearchPartnership[]> =>
  publishedRows(context, ResearchPartnership, "WHERE id = ANY ($1)", [ids], asOf);

/** The partnerships of the given units, in the order of identifiers. */
export const findResearchPartnershipsByUnit = (
  context: SubgraphContext,
  units: readonly string[],
  asOf?: string,
): Promise<ResearchPartnership[]> =>
  publishedRows(context, ResearchPartnership, "WHERE unit = ANY ($1) ORDER BY id", [units], asOf);

/** The partnerships of the given establishments, in the order of identifiers. */
export async function findResearchPartnershipsByEstablishment(
  context: SubgraphContext,
  establishments: readonly string[],
): Promise<PartOfEstablishment[]> {
  const read = await publishedRowsWith(
    context,
    ResearchPartnership,
    ["part.establishment"],
    `JOIN research_partnerships_published.research_partnership_establishment part ON part.partnership = published.id
     WHERE part.establishment = ANY ($1) ORDER BY published.id`,
    [establishments],
  );
  return read.map(({ row, beside }) => ({
    establishmentCode: String(beside[0]),
    partnership: row,
  }));
}

/** The establishments of the given partnerships, the coordinating one first. */
export const findEstablishmentsOfPartnerships = (
  context: SubgraphContext,
  partnerships: readonly string[],
  asOf?: string,
): Promise<ResearchPartnershipEstablishment[]> =>
  publishedRows(
    context,
    ResearchPartnershipEstablishment,
    "WHERE partnership = ANY ($1) ORDER BY position",
    [partnerships],
    asOf,
  );
