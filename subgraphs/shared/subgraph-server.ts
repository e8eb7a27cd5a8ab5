import { randomUUID } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { z } from "zod";
import { bearerToken, type TokenVerifier } from "./access-token.js";
import { HubError } from "./errors.js";
import type { OpenSubgraph } from "./open-subgraph.js";
import { type Principal, publicPrincipal } from "./principal.js";

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * Serves one subgraph over HTTP: POST /graphql, GET /health/live, GET /health/ready.
 * The caller's token is verified here again; without one the caller is the public.
 */
export function subgraphServer(subgraph: OpenSubgraph, verify: TokenVerifier): FastifyInstance {
  const app = fastify({ keepAliveTimeout: 65_000 });
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) =>
    (await subgraph.isReady())
      ? { status: "ready", isDemonstration: subgraph.isDemonstration }
      : reply.code(503).send({ status: "unavailable" }),
  );
  app.post("/graphql", async (request, reply) => {
    const read = body.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ errors: [refusal("INVALID_ARGUMENT")] });
    const principal = await principalOf(request.headers.authorization, verify);
    if (!principal) return reply.code(401).send({ errors: [refusal("UNAUTHENTICATED")] });
    const requestId = String(request.headers["x-request-id"] ?? randomUUID());
    return subgraph.execute({ ...read.data, principal, requestId });
  });
  return app;
}

const refusal = (code: "UNAUTHENTICATED" | "INVALID_ARGUMENT") =>
  new HubError(code, {
    argument: "body",
    observed: "?",
    expected: "{ query, variables, operationName }",
  }).toJSON();

async function principalOf(header: string | undefined, verify: TokenVerifier): Promise<Principal | null> {
  if (header === undefined) return publicPrincipal;
  const token = bearerToken(header);
  return token === null ? null : verify(token).catch(() => null);
}
