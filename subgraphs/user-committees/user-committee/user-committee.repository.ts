import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { UserCommittee } from "./user-committee.entity.js";

/** The committees, of one establishment when it is given, in the order of the list of establishments. */
export async function findUserCommittees(
  context: SubgraphContext,
  establishment: string | null,
): Promise<UserCommittee[]> {
  return (await context.database.published()).find(UserCommittee, {
    where: establishment === null ? {} : { establishmentCode: establishment },
    order: { position: "ASC" },
  });
}

/** The committees with the given identifiers, in any order. */
export async function findUserCommitteesById(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<UserCommittee[]> {
  return (await context.database.published()).find(UserCommittee, { where: { id: In([...ids]) } });
}

/** The committees of the given establishments, in the order of the list of establishments. */
export async function findUserCommitteesByEstablishment(
  context: SubgraphContext,
  establishments: readonly string[],
): Promise<UserCommittee[]> {
  return (await context.database.published()).find(UserCommittee, {
    where: { establishmentCode: In([...establishments]) },
    order: { position: "ASC" },
  });
}
