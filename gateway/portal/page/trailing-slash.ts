import type { FastifyInstance } from "fastify";
import { paths } from "../addresses.js";

// Only the address of a page of ours: it begins with one slash and a word, so that it never leads to another site.
const pages = Object.values(paths)
  .flatMap((path) => Object.values(path))
  .map((path) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`));

/** Leads from « /indicateurs/ » to « /indicateurs »: a page has one address. */
export const leadToOneAddress = (app: FastifyInstance): void => {
  app.addHook("onRequest", async ({ method, url }, reply) => {
    const page = method === "GET" || method === "HEAD" ? withoutTrailingSlash(url) : null;
    return page === null ? undefined : reply.redirect(page, 308);
  });
};

function withoutTrailingSlash(url: string): string | null {
  const [path = "", ...query] = url.split(/(?=\?)/);
  if (!path.endsWith("/")) return null;
  const bare = path.replace(/\/+$/, "");
  return pages.some((page) => page.test(bare)) ? [bare, ...query].join("") : null;
}
