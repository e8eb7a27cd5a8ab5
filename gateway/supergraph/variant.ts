import { readFile } from "node:fs/promises";
import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginDisableSuggestions } from "@apollo/server/plugin/disableSuggestions";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { SubgraphName } from "../../subgraphs/index.js";
import { inTime } from "./in-time.js";
import type { RequestContext } from "./request-context.js";
import { responseExtensions } from "./response-extensions.js";
import { safeError } from "./safe-error.js";

/** One of the two schemas that the hub serves. */
export type VariantName = "public" | "authenticated";

const supergraphFile = {
  public: "supergraph.public.graphql",
  authenticated: "supergraph.graphql",
} as const satisfies Record<VariantName, string>;

export interface VariantOptions {
  readonly name: VariantName;
  readonly schemaFolder: string;
  readonly dataSourceOf: (subgraph: SubgraphName) => GraphQLDataSource;
  readonly plugins: ApolloServerPlugin<RequestContext>[];
  readonly operationTimeoutMs: number;
  /** Told each time the gateway makes a plan or finds one that it kept. */
  readonly onPlan?: ((door: VariantName) => void) | undefined;
  readonly log: Logger;
}

/** A variant that answers. */
export interface Variant {
  readonly server: ApolloServer<RequestContext>;
  /** What its callers may ask of. */
  readonly schema: GraphQLSchema;
}

/** Starts the server of one variant on its committed supergraph; nothing is composed here. */
export async function openVariant(options: VariantOptions): Promise<Variant> {
  const { name, operationTimeoutMs, onPlan } = options;
  const supergraphSdl = await readFile(`${options.schemaFolder}/${supergraphFile[name]}`, "utf8");
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: (service) => inTime(options.dataSourceOf(service.name as SubgraphName), operationTimeoutMs),
    ...(onPlan ? { experimental_didResolveQueryPlan: () => onPlan(name) } : {}),
    logger: silent,
  });
  let schema: GraphQLSchema | null = null;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const server = new ApolloServer<RequestContext>({
    gateway,
    plugins: [
      ...options.plugins,
      responseExtensions,
      ApolloServerPluginDisableSuggestions(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    formatError: safeError(options.log),
    // The public schema is open on purpose; the authenticated one is behind a token.
    introspection: true,
    // The guard measures documents: none may come in by its hash alone.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    logger: silent,
  });
  await server.start();
  if (schema === null) throw new Error(`${name}: the gateway started without a schema`);
  return { server, schema };
}

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
