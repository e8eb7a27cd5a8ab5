import type { ReferenceResolver } from "../../shared/entities.js";
import { Establishment } from "./establishment.entity.js";

/** Stands in for an establishment of another subgraph: its code is all that is needed. */
export const establishmentReference: ReferenceResolver = ({ code }) =>
  code === undefined ? null : new Establishment(code);
