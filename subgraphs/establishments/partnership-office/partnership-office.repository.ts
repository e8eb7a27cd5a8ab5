import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { PartnershipOffice } from "./partnership-office.entity.js";

/** The offices of the given establishments, in any order. */
export async function findOfficesByEstablishment(
  context: SubgraphContext,
  establishments: readonly string[],
): Promise<PartnershipOffice[]> {
  return (await context.database.published()).find(PartnershipOffice, {
    where: { establishment: In([...establishments]) },
  });
}
