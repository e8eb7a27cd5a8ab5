// node test/hive/start-hive.mjs PORT: the committed supergraphs, unchanged, served by Hive Gateway with its router runtime.
// http://127.0.0.1:PORT/graphql is the public door, /graphql/authenticated the other one, /healthcheck and /readiness its
// own. Told by its environment: SUBGRAPH_URL_<NAME> of all five, and what hops are signed with (HOP_SECRET, or
// DATABASE_ROLE_SECRET), as a gateway of ours is. Needs `npm ci` in this folder and `node build.mjs` at the root.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { variableOf } from "../../dist/subgraphs/shared/environment.js";
import { hopHeader, signHop } from "../../dist/subgraphs/shared/hop-token.js";
import { hopSecretsOf } from "../../dist/subgraphs/shared/secrets/given-secrets.js";
import { subgraphNames } from "../../dist/subgraphs/shared/subgraph-name.js";

const hopSecrets = hopSecretsOf(process.env);
const bearer = "Bearer ";

/** The one header that our subgraphs need: signed last, for the very bytes that leave. */
const signingHops = {
  onFetch({ options, setOptions, executionRequest, context }) {
    const subgraph = executionRequest?.subgraphName;
    if (subgraph === undefined) return;
    const token = options.headers?.authorization?.slice(bearer.length) ?? null;
    const hop = signHop(hopSecrets, {
      subgraph,
      requestId: context.request?.headers.get("x-request-id") ?? randomUUID(),
      caller: token === null ? "public" : "token",
      token,
      body: String(options.body),
    });
    setOptions({ ...options, headers: { ...options.headers, [hopHeader]: hop } });
  },
};

/** A door: one supergraph at one path. Only the authenticated one hands the caller's token on. */
async function aDoor(file, path, handsTokensOn) {
  return createGatewayRuntime({
    supergraph: await readFile(new URL(`../../schema/${file}`, import.meta.url), "utf8"),
    unifiedGraphHandler,
    graphqlEndpoint: path,
    transportEntries: Object.fromEntries(
      subgraphNames.map((name) => [name, { location: process.env[variableOf("SUBGRAPH_URL", name)] ?? "" }]),
    ),
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) => {
        const authorization = request.headers.get("authorization");
        return handsTokensOn && authorization !== null ? { authorization } : {};
      },
    },
    plugins: () => [signingHops],
    logging: "warn",
    landingPage: false,
    graphiql: false,
  });
}

const closed = await aDoor("supergraph.graphql", "/graphql/authenticated", true);
const open = await aDoor("supergraph.public.graphql", "/graphql", false);
const server = createServer((request, response) =>
  (request.url?.startsWith("/graphql/authenticated") ? closed : open)(request, response),
);
server.listen(Number(process.argv[2]), "127.0.0.1");
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
