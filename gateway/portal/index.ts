import type { FastifyInstance } from "fastify";
import { readAssets } from "./assets/assets.js";
import { type PageServing, servePageNotFound, servePages } from "./page/serve-pages.js";
import { publicPages } from "./public-pages.js";

/** Adds the portal's pages, in French and in English, with what they look like. */
export async function portalRoutes(
  app: FastifyInstance,
  options: Omit<PageServing, "assets">,
): Promise<void> {
  const serving: PageServing = { ...options, assets: readAssets() };
  await serving.assets.routes(app);
  servePages(app, publicPages, serving);
  servePageNotFound(app, serving);
}
