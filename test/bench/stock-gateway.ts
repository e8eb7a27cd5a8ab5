import { readFile } from "node:fs/promises";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { type SubgraphName, variableOf } from "../../subgraphs/index.js";

// The yardstick of the benchmarks: @apollo/gateway and @apollo/server as their own documentation sets them up.
const gateway = new ApolloGateway({
  supergraphSdl: await readFile("schema/supergraph.public.graphql", "utf8"),
  buildService: ({ name }) =>
    new RemoteGraphQLDataSource({ url: process.env[variableOf("SUBGRAPH_URL", name as SubgraphName)] ?? "" }),
});
const server = new ApolloServer({ gateway, csrfPrevention: false });
await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: Number(process.argv[2]) } });
