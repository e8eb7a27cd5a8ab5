import { readFile } from "node:fs/promises";
import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginDisableSuggestions } from "@apollo/server/plugin/disableSuggestions";
import type { Logger } from "pino";
import type { SubgraphName } from "../../subgraphs/index.js";
import { responseExtensions } from "./response-extensions.js";
import { safeError } from "./safe-error.js";
import type { RequestContext } from "./request-context.js";

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
  readonly log: Logger;
}

/** Starts the server of one variant on its committed supergraph; nothing is composed here. */
export async function openVariant(options: VariantOptions): Promise<ApolloServer<RequestContext>> {
  const supergraphSdl = await readFile(`${options.schemaFolder}/${supergraphFile[options.name]}`, "utf8");
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => options.dataSourceOf(name as SubgraphName),
    logger: silent,
  });
  const server = new ApolloServer<RequestContext>({
    gateway,
    plugins: [...options.plugins, responseExtensions, ApolloServerPluginDisableSuggestions()],
    formatError: safeError(options.log),
    // The public schema is open on purpose; the authenticated one is behind a token.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    logger: silent,
  });
  await server.start();
  return server;
}

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
