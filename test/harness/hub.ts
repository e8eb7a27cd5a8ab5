import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FormattedExecutionResult } from "graphql";
import pino from "pino";
import { readConfig } from "../../gateway/config.js";
import { startHub } from "../../gateway/hub.js";
import { developmentSecret } from "../../gateway/identity/development-issuer.js";
import {
  openSubgraph,
  peerTransport,
  type PeerTransport,
  type Subgraph,
  subgraphs,
  subgraphServer,
  tokenVerifier,
  variableOf,
} from "../../subgraphs/index.js";
import { freePort } from "./free-port.js";
import { aDatabase, suiteRoleSecret, testDay, type TestDatabase } from "./database.js";

/** How the gateway reaches its subgraphs. */
export type Form = "in process" | "over HTTP";

/** A real hub on a real port, with a database of its own. */
export interface TestHub {
  readonly address: string;
  readonly database: TestDatabase;
  /** Its data folder, which holds the secret of trial tokens. */
  readonly dataDir: string;
  /** Every statement that a hub with its subgraphs in process has sent to PostgreSQL. */
  readonly statements: readonly string[];
  /** A signed access token of a demonstration account. */
  tokenFor(account: string): Promise<string>;
  /** Asks the public door, or the authenticated one as a demonstration account. */
  ask<Answer>(
    query: string,
    options?: { account?: string; variables?: Record<string, unknown> },
  ): Promise<FormattedExecutionResult<Answer>>;
  /** Stops one subgraph of a hub over HTTP. */
  stopSubgraph(name: string): Promise<void>;
  close(): Promise<void>;
}

const silent = pino({ level: "silent" });
const clock = () => testDay;

/** Starts a hub on the demonstration data; the test's clock is the hub's. */
export async function aHub(form: Form, more: Record<string, string> = {}): Promise<TestHub> {
  const database = await aDatabase("demo");
  const dataDir = await mkdtemp(join(tmpdir(), "carrefour-hub-"));
  const port = await freePort();
  const environment: Record<string, string> = {
    PORT: String(port),
    HUB_DATA_DIR: dataDir,
    DATABASE_URL: database.address.url,
    DATABASE_ROLE_SECRET: suiteRoleSecret,
    HUB_SEED: "demo",
    ...more,
  };
  const lone = new Map<string, { url: string; stop(): Promise<void> }>();
  if (form === "over HTTP") {
    const peers = peerTransport((name) => lone.get(name)?.url ?? null);
    for (const subgraph of subgraphs) {
      const served = await serveAlone(subgraph, database, peers, `http://127.0.0.1:${port}/oidc`);
      lone.set(subgraph.name, served);
      environment[variableOf("SUBGRAPH_URL", subgraph.name)] = served.url;
    }
  }
  const statements: string[] = [];
  const hub = await startHub({
    config: readConfig(environment),
    databaseUrlOf: () => database.address.url,
    seed: async () => ({ isDemonstration: true }),
    log: silent,
    clock,
    onStatement: (sql) => statements.push(sql),
  });
  const secret = await developmentSecret(dataDir);

  const tokenFor = async (account: string): Promise<string> => {
    const response = await fetch(`${hub.address}/oidc/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: account,
        client_secret: secret,
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };

  return {
    address: hub.address,
    database,
    dataDir,
    statements,
    tokenFor,
    async ask(query, { account, variables } = {}) {
      const response = await fetch(`${hub.address}${account ? "/graphql/authenticated" : "/graphql"}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(account ? { authorization: `Bearer ${await tokenFor(account)}` } : {}),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    },
    async stopSubgraph(name) {
      await lone.get(name)?.stop();
      lone.delete(name);
    },
    async close() {
      await hub.close();
      await Promise.all([...lone.values()].map((served) => served.stop()));
      await rm(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}

async function serveAlone(
  subgraph: Subgraph,
  database: TestDatabase,
  peers: PeerTransport,
  issuer: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const running = await openSubgraph(subgraph, {
    address: database.address,
    seed: async () => ({ isDemonstration: true }),
    logError: () => undefined,
    logTaskFailure: () => undefined,
    clock,
    peers,
  });
  const app = subgraphServer(running, tokenVerifier({ issuer, audience: "urn:carrefour" }));
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url: `${address}/graphql`,
    async stop() {
      await app.close();
      await running.close();
    },
  };
}
