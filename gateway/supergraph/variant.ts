import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginDisableSuggestions } from "@apollo/server/plugin/disableSuggestions";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { HubError, isRefusal, type SubgraphName } from "../../subgraphs/index.js";
import { watchExecutor } from "../operations/watched-executor.js";
import { watchedTransport } from "../operations/watched-transport.js";
import { documentStore } from "./document-store.js";
import { createExecutor } from "./executor/index.js";
import { executorGateway } from "./executor-gateway.js";
import type { RequestContext } from "./request-context.js";
import { type ReloadOutcome, supergraphReload } from "./reload/reload-supergraph.js";
import { watchFile } from "./reload/watched-file.js";
import { responseExtensions } from "./response-extensions.js";
import { safeError } from "./safe-error.js";
import type { Transport } from "./transport/transport.js";
import type { VariantName } from "./variant-name.js";
import { responseText } from "./written-data.js";

const supergraphFile = {
  public: "supergraph.public.graphql",
  authenticated: "supergraph.graphql",
} as const satisfies Record<VariantName, string>;

export interface VariantOptions {
  readonly name: VariantName;
  readonly schemaFolder: string;
  /** The way to a subgraph, of this variant alone. */
  readonly transportOf: (subgraph: SubgraphName) => Transport<RequestContext>;
  readonly plugins: ApolloServerPlugin<RequestContext>[];
  /** Told each time the gateway makes a plan or finds one that it kept. */
  readonly onPlan?: ((door: VariantName) => void) | undefined;
  /** Documents that are kept compiled for good. */
  readonly pinned?: readonly string[] | undefined;
  /** Told whether the plan of an operation was kept (hit) or made (miss). */
  readonly onPlanFound?: ((door: VariantName, outcome: "hit" | "miss") => void) | undefined;
  /** Told how each reading of the supergraph again went. */
  readonly onReload?: ((door: VariantName, outcome: ReloadOutcome) => void) | undefined;
  readonly log: Logger;
}

/** A variant that answers. */
export interface Variant {
  readonly server: ApolloServer<RequestContext>;
  /** What its callers may ask of. */
  readonly schema: GraphQLSchema;
  /** Reads the supergraph again and goes over to it, if it is another one and fits. */
  reload(): Promise<ReloadOutcome>;
  /** Has a listener told of each new schema. */
  onSchema(listener: (schema: GraphQLSchema) => void): void;
  readonly name: VariantName;
  /** How many operations are kept compiled, and the characters of their documents. */
  readonly kept: { readonly operations: number; readonly weight: number };
  /** Compiles what is kept for good, one a turn, so that requests are answered in between. */
  warmUp(): Promise<void>;
  /** Stops looking for changes. */
  close(): void;
}

/** Starts the server of one variant on its committed supergraph; nothing is composed here. */
export async function openVariant(options: VariantOptions): Promise<Variant> {
  const { name, onPlan } = options;
  const path = join(options.schemaFolder, supergraphFile[name]);
  const read = (): Promise<string> => readFile(path, "utf8");
  let supergraphSdl = await read();
  const executor = createExecutor<RequestContext>(supergraphSdl, {
    transportOf: (name) => {
      const subgraph = name as SubgraphName;
      return watchedTransport(subgraph, options.transportOf(subgraph));
    },
    failureOf: (error) => (isRefusal(error) ? error : new HubError("SUBGRAPH_UNAVAILABLE")).toJSON(),
    ...(onPlan ? { onPlan: () => onPlan(name) } : {}),
    onPlanned: (ms) => watch.onPlanned(ms),
  });
  const watch = watchExecutor({
    write: (asked, context) => executor.write(asked, context),
    onPlan: (outcome) => options.onPlanFound?.(name, outcome),
  });
  const gateway = executorGateway(executor, watch.watched, () => supergraphSdl);
  const server = new ApolloServer<RequestContext>({
    gateway,
    documentStore: documentStore(),
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
    stringifyResult: responseText,
    logger: silent,
  });
  await server.start();
  const pinned = (options.pinned ?? []).map((query) => ({ query, operationName: undefined }));
  const listeners: ((schema: GraphQLSchema) => void)[] = [];
  const reload = supergraphReload(
    {
      door: name,
      read,
      beside: (sdl) => executor.beside(sdl),
      pinned,
      mostUsed: (count) => executor.mostUsed(count),
      onTaken(sdl, schema) {
        supergraphSdl = sdl;
        gateway.publishSchema();
        for (const listener of listeners) listener(schema);
      },
    },
    supergraphSdl,
    { log: options.log, onOutcome: (outcome) => options.onReload?.(name, outcome) },
  );
  const watching = watchFile(path, () => void reload());
  return {
    server,
    get schema() {
      return executor.schema;
    },
    name,
    get kept() {
      return executor.kept;
    },
    async warmUp() {
      for (const asked of pinned) {
        await nextTurn();
        executor.warmUp([asked], { pinned: true });
      }
    },
    reload,
    onSchema: (listener) => void listeners.push(listener),
    close: () => watching.stop(),
  };
}

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
