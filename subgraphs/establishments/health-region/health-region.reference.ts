import type { ReferenceResolver } from "../../shared/entities.js";
import { healthRegionByCode } from "./health-region.loader.js";

/** Finds a health region for another subgraph. */
export const healthRegionReference: ReferenceResolver = ({ code }, context) =>
  code === undefined ? null : healthRegionByCode(context).load(code);
