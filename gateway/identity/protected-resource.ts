import type { FastifyInstance } from "fastify";
import { scopes } from "../../subgraphs/index.js";

/** Where a client learns who issues tokens for the hub (RFC 9728, s. 3). */
const protectedResourcePath = "/.well-known/oauth-protected-resource";

/** Adds the page that tells a client, without a token, which issuer to ask and for which scopes. */
export async function protectedResourceRoute(
  app: FastifyInstance,
  { publicUrl, issuer }: { readonly publicUrl: string; readonly issuer: string },
): Promise<void> {
  const told = {
    resource: publicUrl,
    authorization_servers: [issuer],
    scopes_supported: scopes,
    bearer_methods_supported: ["header"],
    // s. 2.1: a text for people may be given once a language.
    resource_name: "Carrefour, les données du partenariat en santé au Québec",
    "resource_name#fr": "Carrefour, les données du partenariat en santé au Québec",
    "resource_name#en": "Carrefour, Québec's data on partnership in health",
    resource_documentation: `${publicUrl}/`,
    "resource_documentation#fr": `${publicUrl}/`,
    "resource_documentation#en": `${publicUrl}/en`,
  };
  app.get(protectedResourcePath, async (_, reply) => reply.header("cache-control", "max-age=300").send(told));
}
