import type { FastifyCorsOptions, FastifyCorsOptionsDelegate } from "@fastify/cors";
import type { FastifyRequest } from "fastify";
import { publicFiles } from "../downloads/indicators/public-files.js";

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

const readers: FastifyCorsOptions = {
  origin: "*",
  methods: ["GET", "HEAD", "OPTIONS"],
  exposedHeaders: ["etag", "x-request-id", "retry-after"],
};
const everyone: FastifyCorsOptions = { ...asked, origin: "*", methods: ["GET", "POST", "OPTIONS"] };
const nobody: FastifyCorsOptions = { origin: false };

/**
 * Which web sites may ask from a browser: any at the public door, whose answers are the same for everyone and which
 * takes no cookie, and the open files; at the authenticated one only those that the operator named; nowhere else.
 */
export function crossOrigin(origins: readonly string[]): () => FastifyCorsOptionsDelegate {
  const named: FastifyCorsOptions =
    origins.length === 0 ? nobody : { ...asked, origin: [...origins], methods: ["POST", "OPTIONS"] };
  const byPath = new Map<string, FastifyCorsOptions>([
    ["/graphql", everyone],
    ["/graphql/authenticated", named],
    ...publicFiles.map(({ path }) => [path, readers] as const),
  ]);
  return () => async (request: FastifyRequest) => byPath.get(request.url.split("?", 1)[0]!) ?? nobody;
}
