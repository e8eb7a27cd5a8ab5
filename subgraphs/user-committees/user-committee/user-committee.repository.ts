import type { SubgraphContext } from "../../shared/context.js";
import { publishedRows } from "../../shared/published-rows.js";
import { UserCommittee } from "./user-committee.entity.js";

/** The committees, of one establishment when it is given, in the order of the list of establishments. */
export const findUserCommittees = (
  context: SubgraphContext,
  establishment: string | null,
  asOf?: string,
): Promise<UserCommittee[]> =>
  publishedRows(
    context,
    UserCommittee,
    "WHERE ($1::text IS NULL OR establishment = $1) ORDER BY position",
    [establishment],
    asOf,
  );

/** The committees with the given identifiers, in any order. */
export const findUserCommitteesById = (
  context: SubgraphContext,
  ids: readonly string[],
  asOf?: string,
): Promise<UserCommittee[]> => publishedRows(context, UserCommittee, "WHERE id = ANY ($1)", [ids], asOf);

/** The committees of the given establishments, in the order of the list of establishments. */
export const findUserCommitteesByEstablishment = (
  context: SubgraphContext,
  establishments: readonly string[],
  asOf?: string,
): Promise<UserCommittee[]> =>
  publishedRows(
    context,
    UserCommittee,
    "WHERE establishment = ANY ($1) ORDER BY position",
    [establishments],
    asOf,
  );
