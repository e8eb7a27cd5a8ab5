import { manyByKey, oneByKey } from "../../shared/loader.js";
import { findUserCommitteesByEstablishment, findUserCommitteesById } from "./user-committee.repository.js";

/** A committee by its identifier. */
export const userCommitteeById = oneByKey(findUserCommitteesById, (committee) => committee.id);

/** The committees of an establishment. */
export const userCommitteesByEstablishment = manyByKey(
  findUserCommitteesByEstablishment,
  (committee) => committee.establishmentCode,
);
