import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { composeServices } from "@theguild/federation-composition";
import { execute, parse, validate } from "graphql";
import { createExecutor, type Executor, type ExecutorOptions } from "../index.js";

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer Module
  ? Module extends { resolvers?: infer R }
    ? R
    : never
  : never;

/** A subgraph as a test gives it. */
export interface GivenSubgraph {
  readonly sdl: string;
  readonly resolvers?: Record<string, unknown>;
  /** Answers instead of the schema, whatever is asked. */
  readonly answer?: (asked: AskedOfSubgraph) => unknown;
}

export interface AskedOfSubgraph {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Real subgraphs over HTTP and the executor of their supergraph. */
export interface TestSupergraph {
  readonly executor: Executor<unknown>;
  readonly supergraphSdl: string;
  /** What the subgraphs were asked, in order. */
  readonly asked: AskedOfSubgraph[];
  /** Executes and gives the answer as JSON would. */
  ask(query: string, variables?: Record<string, unknown>): Promise<{ data?: unknown; errors?: ToldError[] }>;
  /** Takes a subgraph away. */
  stop(subgraph: string): Promise<void>;
  close(): Promise<void>;
}

export interface ToldError {
  readonly message: string;
  readonly path?: (string | number)[];
  readonly extensions?: Record<string, unknown>;
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override"])\n`;

/** Starts the subgraphs, each on a port of its own, composes them, and makes an executor. */
export async function aSupergraph(
  given: Readonly<Record<string, GivenSubgraph>>,
  options: ExecutorOptions<unknown> = {},
): Promise<TestSupergraph> {
  const asked: AskedOfSubgraph[] = [];
  const servers = new Map<string, Server>();
  const services = [];
  for (const [name, subgraph] of Object.entries(given)) {
    const server = await serve(name, subgraph, asked);
    servers.set(name, server);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    services.push({ name, url, typeDefs: parse(federation + subgraph.sdl) });
  }
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(JSON.stringify(errors));
  const executor = createExecutor(supergraphSdl, options);
  const stop = async (name: string): Promise<void> => {
    const server = servers.get(name);
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    servers.delete(name);
  };
  return {
    executor,
    supergraphSdl,
    asked,
    async ask(query, variables) {
      return JSON.parse(JSON.stringify(await executor.execute({ query, variables }))) as never;
    },
    stop,
    async close() {
      await executor.close();
      await Promise.all([...servers.keys()].map(stop));
    },
  };
}

async function serve(name: string, given: GivenSubgraph, asked: AskedOfSubgraph[]): Promise<Server> {
  const schema = buildSubgraphSchema({
    typeDefs: parse(federation + given.sdl),
    resolvers: (given.resolvers ?? {}) as NonNullable<Resolvers>,
  });
  const server = createServer((request, response) => {
    void (async () => {
      const { query, variables } = JSON.parse(await textOf(request)) as AskedOfSubgraph;
      asked.push({ subgraph: name, query, variables });
      const document = parse(query);
      const wrong = validate(schema, document);
      const answer = given.answer
        ? given.answer({ subgraph: name, query, variables })
        : wrong.length > 0
          ? { errors: wrong }
          : await execute({ schema, document, variableValues: variables });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
