import type { AskAuthenticated } from "../../workspace-page.js";
import { portalRelease, type PortalReleaseQuery } from "./release.operation.js";

/** A release as the catalogue tells it. */
export type Release = PortalReleaseQuery["releases"][number];

/** The release of a code, among those that are open to who asks; null when there is none. */
export async function findRelease(ask: AskAuthenticated, code: string | undefined): Promise<Release | null> {
  const { data } = await ask(portalRelease, {});
  return data.releases.find((release) => release.code === code) ?? null;
}
