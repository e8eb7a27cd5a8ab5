import type { ReferenceResolver } from "../../shared/entities.js";

/** A place that another subgraph knows: here its code is enough. */
export const observedPlaceReference: ReferenceResolver = ({ code }) => (code === undefined ? null : { code });
