import type { ReferenceResolver } from "../../shared/entities.js";
import { indicatorByCode } from "./indicator.loader.js";

/** Finds an indicator for another subgraph. */
export const indicatorReference: ReferenceResolver = ({ code }, context) =>
  code === undefined ? null : indicatorByCode(context).load(code);
