import type { PortalStewardReleasesQuery } from "./releases.operation.js";

/** A release as a steward reads it. */
export type Release = PortalStewardReleasesQuery["releases"][number];
