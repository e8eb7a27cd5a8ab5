import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { searchPatterns } from "../../shared/search-text.js";
import { Establishment, type EstablishmentType } from "./establishment.entity.js";

export interface EstablishmentFilter {
  readonly region: string | null;
  readonly type: EstablishmentType | null;
  readonly search: string | null;
}

/** The establishments that match every given condition, in the order of the list of 35. */
export async function findEstablishments(
  context: SubgraphContext,
  { region, type, search }: EstablishmentFilter,
): Promise<Establishment[]> {
  const query = (await context.database.published())
    .createQueryBuilder(Establishment, "establishment")
    .orderBy("establishment.number");
  if (region !== null) query.andWhere("establishment.region = :region", { region });
  if (type !== null) query.andWhere("establishment.type = :type", { type });
  if (search !== null) query.andWhere("search LIKE ALL (:patterns)", { patterns: searchPatterns(search) });
  return query.getMany();
}

/** The establishments with the given codes, in any order. */
export async function findEstablishmentsByCode(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<Establishment[]> {
  return (await context.database.published()).find(Establishment, { where: { code: In([...codes]) } });
}

/** The establishments of the given regions, in the order of the list of 35. */
export async function findEstablishmentsByRegion(
  context: SubgraphContext,
  regions: readonly string[],
): Promise<Establishment[]> {
  return (await context.database.published()).find(Establishment, {
    where: { regionCode: In([...regions]) },
    order: { number: "ASC" },
  });
}
