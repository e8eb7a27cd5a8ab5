import type { ReferenceResolver } from "../../shared/entities.js";
import { researchPartnershipById } from "./research-partnership.loader.js";

/** Finds a research partnership for another subgraph. */
export const researchPartnershipReference: ReferenceResolver = ({ id }, context) =>
  id === undefined ? null : researchPartnershipById(context).load(id);
