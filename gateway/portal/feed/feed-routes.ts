import type { FastifyInstance } from "fastify";
import { addressOf, paths } from "../addresses.js";
import { publicClient } from "../asking/ask-public.js";
import { portalVintages } from "../change-log/vintages.operation.js";
import { languages } from "../language.js";
import { type PageServing, sendFailure } from "../page/serve-pages.js";
import { atom, vintagesFeed } from "./vintages-feed.js";

/** Adds the feed of vintages in both languages; it is kept as pages are, and dropped when a vintage comes or goes. */
export function feedRoutes(app: FastifyInstance, serving: PageServing): void {
  for (const language of languages)
    app.get(paths.vintagesFeed[language], async (request, reply) => {
      const of = { name: "vintages feed", address: addressOf(language, "vintagesFeed") };
      try {
        return await serving.pages(request, reply, of, async () => {
          const { data, lost } = await publicClient(app, request)(portalVintages, {});
          return {
            html: vintagesFeed(data.campaigns, language, serving.publicUrl),
            contentType: atom,
            isPartial: lost.length > 0,
          };
        });
      } catch (error) {
        return sendFailure(error, language, request, reply, serving);
      }
    });
}
