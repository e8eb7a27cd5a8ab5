import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import fastifyApollo from "@as-integrations/fastify";
import helmet from "@fastify/helmet";
import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import type { GraphQLDataSource } from "@apollo/gateway";
import type { Logger } from "pino";
import { HubError, type SubgraphName, type TokenVerifier } from "../subgraphs/index.js";
import { auditHeadsRoute } from "./downloads/audit-heads.js";
import { anyone, type Caller, callerOf } from "./identity/caller.js";
import { healthRoutes, holdsDemonstration, type ReadinessByName } from "./operations/health.js";
import { operationLog } from "./operations/logs.js";
import { explorerRoutes } from "./portal/explorer.js";
import { homeRoutes } from "./portal/home.js";
import type { RequestContext } from "./supergraph/request-context.js";
import { openVariant, type VariantName } from "./supergraph/variant.js";

export interface ServerOptions {
  readonly schemaFolder: string;
  readonly dataSourceOf: (subgraph: SubgraphName) => GraphQLDataSource;
  readonly readiness: ReadinessByName;
  readonly verify: TokenVerifier;
  /** Adds the development issuer's endpoints; absent with a real issuer. */
  readonly issuerRoutes: ((app: FastifyInstance) => Promise<void>) | null;
  readonly log: Logger;
}

// A form of 35 offices is well below; a body above is refused before it is read.
const largestBodyBytes = 1_000_000;

/** Builds the HTTP server with its two GraphQL doors; it does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: largestBodyBytes,
    keepAliveTimeout: 65_000,
    genReqId: () => randomUUID(),
  });
  app.setErrorHandler(answerInOneShape(options.log));
  await app.register(helmet, { contentSecurityPolicy: false });
  await healthRoutes(app, options.readiness);
  await homeRoutes(app, () => holdsDemonstration(options.readiness));
  await explorerRoutes(app);
  await auditHeadsRoute(app);
  // In a scope of its own: its form parser is for the token endpoint, not for the GraphQL doors.
  if (options.issuerRoutes) await app.register(options.issuerRoutes);
  await addDoor(app, options, "public", "/graphql", ["GET", "POST"], async () => anyone);
  await addDoor(app, options, "authenticated", "/graphql/authenticated", ["POST"], (header) =>
    callerOf(header, options.verify),
  );
  return app;
}

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

async function addDoor(
  app: FastifyInstance,
  { schemaFolder, dataSourceOf, log }: ServerOptions,
  name: VariantName,
  path: string,
  method: ("GET" | "POST")[],
  identify: (header: string | undefined) => Promise<Caller>,
): Promise<void> {
  await app.register(async (door) => {
    const server: ApolloServer<RequestContext> = await openVariant({
      name,
      schemaFolder,
      dataSourceOf,
      log,
      plugins: [operationLog(log, name)],
    });
    door.decorateRequest("caller", null);
    door.addHook("onRequest", async (request, reply) => {
      const caller = await identify(request.headers.authorization);
      request.caller = caller;
      if (caller.kind === "known") return;
      log.info({ door: name, requestId: request.id, reason: caller.reason }, "refused at the door");
      return reply
        .code(401)
        .header("www-authenticate", 'Bearer realm="carrefour"')
        .send({ errors: [new HubError("UNAUTHENTICATED").toJSON()] });
    });
    await door.register(fastifyApollo(server), {
      path,
      method,
      context: async (request) => {
        const caller = request.caller;
        if (caller?.kind !== "known") throw new HubError("UNAUTHENTICATED");
        return {
          principal: caller.principal,
          authorization: caller.authorization,
          requestId: request.id,
          subgraphsCalled: [],
          extensions: {},
        };
      },
    });
    // Fastify has answered the requests in flight by then; Apollo's own drain plugin would wait for this very hook.
    door.addHook("onClose", () => server.stop());
  });
}

// Broken JSON, a body too large, an unknown method: the same shape as every other GraphQL error.
const answerInOneShape =
  (log: Logger) =>
  (
    error: FastifyError,
    request: { id: string },
    reply: { code(status: number): { send(body: unknown): unknown } },
  ) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      log.error({ err: error, requestId: request.id }, "request failed");
      const hidden = new HubError("INTERNAL").toJSON();
      return reply
        .code(500)
        .send({ errors: [{ ...hidden, extensions: { ...hidden.extensions, requestId: request.id } }] });
    }
    const told = new HubError("BAD_REQUEST", { reason: error.message });
    return reply.code(status).send({ errors: [told.toJSON()] });
  };
