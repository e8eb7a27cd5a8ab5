import type { FastifyCorsOptions, FastifyCorsOptionsDelegate } from "@fastify/cors";
import type { FastifyRequest } from "fastify";

const oneDaySeconds = 86_400;

const asked = {
  allowedHeaders: [
    "accept",
    "accept-language",
    "authorization",
    "content-type",
    "apollo-require-preflight",
    "x-apollo-operation-name",
    "carrefour-cost",
  ],
  exposedHeaders: ["x-request-id", "retry-after", "ratelimit", "ratelimit-policy"],
  credentials: false,
  maxAge: oneDaySeconds,
};

const everyone: FastifyCorsOptions = { ...asked, origin: "*", methods: ["GET", "POST", "OPTIONS"] };
const nobody: FastifyCorsOptions = { origin: false };

/**
 * Which web sites may ask from a browser: any at the public door, whose answers are the same for everyone and which
 * takes no cookie; at the authenticated one only those that the operator named; nowhere else.
 */
export function crossOrigin(origins: readonly string[]): () => FastifyCorsOptionsDelegate {
  const named: FastifyCorsOptions =
    origins.length === 0 ? nobody : { ...asked, origin: [...origins], methods: ["POST", "OPTIONS"] };
  const byPath = new Map([
    ["/graphql", everyone],
    ["/graphql/authenticated", named],
  ]);
  return () => async (request: FastifyRequest) => byPath.get(request.url.split("?", 1)[0]!) ?? nobody;
}
