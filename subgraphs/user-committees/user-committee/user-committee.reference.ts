import type { ReferenceResolver } from "../../shared/entities.js";
import { userCommitteeById } from "./user-committee.loader.js";

/** Finds a committee for another subgraph. */
export const userCommitteeReference: ReferenceResolver = ({ id }, context) =>
  id === undefined ? null : userCommitteeById(context).load(id);
