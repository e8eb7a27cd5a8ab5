import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FormattedExecutionResult } from "graphql";
import pino from "pino";
import { readConfig } from "../../gateway/config.js";
import { startHub } from "../../gateway/hub.js";
import type { VariantName } from "../../gateway/supergraph/variant.js";
import { peerTransport, subgraphs, tokenVerifier, variableOf } from "../../subgraphs/index.js";
import { demonstrationToken } from "./demonstration-token.js";
import { freePort } from "./free-port.js";
import { type LoneSubgraph, serveAlone, suiteHopSecrets } from "./lone-subgraph.js";
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
  /** The door of each operation that came as far as the planner. */
  readonly plans: readonly VariantName[];
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
  const lone = new Map<string, LoneSubgraph>();
  if (form === "over HTTP") {
    const peers = peerTransport((name) => lone.get(name)?.url ?? null, suiteHopSecrets);
    const issuer = `http://127.0.0.1:${port}/oidc`;
    for (const subgraph of subgraphs) {
      const verify = tokenVerifier({ issuer, audience: "urn:carrefour" });
      const served = await serveAlone(subgraph, database, { peers, verify, clock });
      lone.set(subgraph.name, served);
      environment[variableOf("SUBGRAPH_URL", subgraph.name)] = served.url;
    }
  }
  const statements: string[] = [];
  const plans: VariantName[] = [];
  const hub = await startHub({
    config: readConfig(environment),
    databaseUrlOf: () => database.address.url,
    seed: async () => ({ isDemonstration: true }),
    log: silent,
    clock,
    onStatement: (sql) => statements.push(sql),
    onPlan: (door) => plans.push(door),
  });
  const tokenFor = tokensOf(hub.address, dataDir);

  return {
    address: hub.address,
    database,
    dataDir,
    statements,
    plans,
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

const tokenKeptMs = 200_000;

/** Tokens of the demonstration accounts; one is asked for again long before its 300 seconds are over. */
function tokensOf(address: string, dataDir: string): (account: string) => Promise<string> {
  const kept = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return (account) => {
    const known = kept.get(account);
    if (known && known.until > Date.now()) return known.token;
    const token = demonstrationToken(address, dataDir, account);
    kept.set(account, { token, until: Date.now() + tokenKeptMs });
    return token;
  };
}
