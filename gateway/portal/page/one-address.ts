import type { FastifyInstance } from "fastify";
import { paths } from "../addresses.js";

// How codes are written that people type or dictate: « iqp-06 » and « CHUM » are understood.
const upper = (code: string): string => code.toUpperCase();
const lower = (code: string): string => code.toLowerCase();
const writtenAs: Partial<Record<keyof typeof paths, (code: string) => string>> = {
  indicator: upper,
  establishment: lower,
  region: upper,
  recommendation: upper,
};

// Only the address of a page of ours: it begins with one slash and a word, so that it never leads to another site.
const pages = Object.entries(paths).flatMap(([name, path]) =>
  Object.values(path).map((words) => ({
    pattern: new RegExp(`^${words.replace(/:\w+/g, "([^/]+)")}$`),
    written: writtenAs[name as keyof typeof paths],
  })),
);
const pagesOfCodes = pages.filter(({ written }) => written !== undefined);

/** Leads from « /indicateurs/ » to « /indicateurs », from « /indicateurs/iqp-06 » to « /indicateurs/IQP-06 »: a page has one address. */
export const leadToOneAddress = (app: FastifyInstance): void => {
  app.addHook("onRequest", async ({ method, url }, reply) => {
    const page = method === "GET" || method === "HEAD" ? oneAddress(url) : url;
    return page === url ? undefined : reply.redirect(page, 308);
  });
};

function oneAddress(url: string): string {
  const [path = ""] = url.split("?", 1);
  const bare = path.replace(/\/+$/, "");
  const page = (bare === path ? pagesOfCodes : pages).find(({ pattern }) => pattern.test(bare));
  if (!page) return url;
  const { pattern, written = (code: string) => code } = page;
  // What is not written in the letters of codes stays as it came: an encoded byte is the same in both cases.
  const code = /^[\w-]+$/.exec(pattern.exec(bare)?.[1] ?? "")?.[0] ?? "";
  return bare.slice(0, bare.length - code.length) + written(code) + url.slice(path.length);
}
