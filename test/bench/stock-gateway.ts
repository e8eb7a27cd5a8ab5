import { readFile } from "node:fs/promises";
import {
  ApolloGateway,
  type GraphQLDataSourceProcessOptions,
  RemoteGraphQLDataSource,
} from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { hopHeader, hopSecretsOf, signHop, type SubgraphName, variableOf } from "../../subgraphs/index.js";

const hopSecrets = hopSecretsOf(process.env);

/** The stock way to reach a subgraph, with the one header that lets a request in. */
class SigningDataSource extends RemoteGraphQLDataSource {
  constructor(private readonly subgraph: SubgraphName) {
    super({ url: process.env[variableOf("SUBGRAPH_URL", subgraph)] ?? "" });
  }

  override willSendRequest({ request }: GraphQLDataSourceProcessOptions): void {
    const { http, ...sent } = request;
    const hop = { subgraph: this.subgraph, requestId: "bench", caller: "public", token: null } as const;
    // The body as the stock data source writes it: the query first.
    const { query, ...rest } = sent;
    http?.headers.set(hopHeader, signHop(hopSecrets, { ...hop, body: JSON.stringify({ query, ...rest }) }));
  }
}

// The yardstick of the benchmarks: @apollo/gateway and @apollo/server as their own documentation sets them up.
const gateway = new ApolloGateway({
  supergraphSdl: await readFile("schema/supergraph.public.graphql", "utf8"),
  buildService: ({ name }) => new SigningDataSource(name as SubgraphName),
});
const server = new ApolloServer({ gateway, csrfPrevention: false });
await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: Number(process.argv[2]) } });
