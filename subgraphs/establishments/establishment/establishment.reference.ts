import type { ReferenceResolver } from "../../shared/entities.js";
import { establishmentByCode } from "./establishment.loader.js";

/** Finds an establishment for another subgraph. */
export const establishmentReference: ReferenceResolver = ({ code }, context) =>
  code === undefined ? null : establishmentByCode(context).load(code);
