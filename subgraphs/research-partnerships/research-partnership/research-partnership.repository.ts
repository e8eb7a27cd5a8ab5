import { In, MoreThan } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { publishedRowsWith } from "../../shared/published-rows.js";
import { ResearchPartnershipEstablishment } from "./research-partnership-establishment.entity.js";
import { ResearchPartnership } from "./research-partnership.entity.js";

/** One partnership with the establishment through which it was looked up. */
export interface PartOfEstablishment {
  readonly establishmentCode: string;
  readonly partnership: ResearchPartnership;
}

/** At most `limit` partnerships that follow an identifier (null: from the start), in the order of identifiers. */
export async function findResearchPartnershipsAfter(
  context: SubgraphContext,
  id: string | null,
  limit: number,
): Promise<ResearchPartnership[]> {
  return (await context.database.published()).find(ResearchPartnership, {
    where: id === null ? {} : { id: MoreThan(id) },
    order: { id: "ASC" },
    take: limit,
  });
}

/** How many partnerships the whole list holds. */
export async function countResearchPartnerships(context: SubgraphContext): Promise<number> {
  return (await context.database.published()).count(ResearchPartnership);
}

/** The partnerships with the given identifiers, in any order. */
export async function findResearchPartnershipsById(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<ResearchPartnership[]> {
  return (await context.database.published()).find(ResearchPartnership, { where: { id: In([...ids]) } });
}

/** The partnerships of the given units, in the order of identifiers. */
export async function findResearchPartnershipsByUnit(
  context: SubgraphContext,
  units: readonly string[],
): Promise<ResearchPartnership[]> {
  return (await context.database.published()).find(ResearchPartnership, {
    where: { unitCode: In([...units]) },
    order: { id: "ASC" },
  });
}

/** The partnerships of the given establishments, in the order of identifiers. */
export async function findResearchPartnershipsByEstablishment(
  context: SubgraphContext,
  establishments: readonly string[],
): Promise<PartOfEstablishment[]> {
  const read = await publishedRowsWith(
    context,
    ResearchPartnership,
    ["part.establishment AS found_by"],
    `JOIN research_partnerships_published.research_partnership_establishment part ON part.partnership = published.id
     WHERE part.establishment = ANY ($1) ORDER BY published.id`,
    [establishments],
  );
  return read.map(({ row, beside }) => ({
    establishmentCode: String(beside.found_by),
    partnership: row,
  }));
}

/** The establishments of the given partnerships, the coordinating one first. */
export async function findEstablishmentsOfPartnerships(
  context: SubgraphContext,
  partnerships: readonly string[],
): Promise<ResearchPartnershipEstablishment[]> {
  return (await context.database.published()).find(ResearchPartnershipEstablishment, {
    where: { partnershipId: In([...partnerships]) },
    order: { position: "ASC" },
  });
}
