import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Provider } from "oidc-provider";
import { pageContentPolicy } from "./page.js";

/** The path under which the issuer answers, on whatever address the hub listens. */
export const issuerPath = "/oidc";

/**
 * Gives a request the address that others know the hub by: the issuer's endpoints, redirects and cookies follow
 * HUB_PUBLIC_URL and never a Host header, which anyone may write.
 */
export function addressAs(issuer: URL, request: IncomingMessage): void {
  request.headers.host = issuer.host;
  request.headers["x-forwarded-proto"] = issuer.protocol.slice(0, -1);
  delete request.headers["x-forwarded-host"];
}

/** Hands every request under /oidc to the issuer's library, body unread; the provider is built for the first of them. */
export async function mountProvider(
  app: FastifyInstance,
  issuer: URL,
  provider: () => Promise<Provider>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    scope.all(`${issuerPath}/*`, async (request, reply) => {
      const answer = (await provider()).callback();
      const raw: IncomingMessage & { originalUrl?: string } = request.raw;
      addressAs(issuer, raw);
      raw.url = (raw.url ?? "").slice(issuerPath.length);
      raw.originalUrl = `${issuer.pathname}${raw.url}`;
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.raw.setHeader("content-security-policy", pageContentPolicy);
      await answer(raw, reply.raw);
    });
  });
}
