import type { FastifyInstance } from "fastify";
import { readAssets } from "./assets/assets.js";
import { feedRoutes } from "./feed/feed-routes.js";
import { type PageServing, servePageNotFound, servePages } from "./page/serve-pages.js";
import { leadToOneAddress } from "./page/one-address.js";
import { publicPages } from "./public-pages.js";
import { openWorkspace, type SigningIn } from "./workspace/open-workspace.js";

/** Adds the portal's pages, in French and in English, with what they look like. */
export async function portalRoutes(
  app: FastifyInstance,
  options: Omit<PageServing, "assets"> & { readonly signingIn: SigningIn },
): Promise<void> {
  const serving: PageServing = { ...options, assets: readAssets() };
  await serving.assets.routes(app);
  leadToOneAddress(app);
  servePages(app, publicPages, serving);
  feedRoutes(app, serving);
  await openWorkspace(app, options.signingIn, serving);
  servePageNotFound(app, serving);
}

/** Loads what draws charts before a chart is asked for: the first visitor does not wait for it. */
export async function warmUpPortal(): Promise<void> {
  await import("./charts/chart-library.js");
}
