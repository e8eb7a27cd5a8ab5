import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import pino from "pino";
import { readConfig } from "../../gateway/config.js";
import { startHub } from "../../gateway/hub.js";
import type { VariantName } from "../../gateway/supergraph/variant-name.js";
import { dayInToronto, peerTransport, subgraphs, tokenVerifier, variableOf } from "../../subgraphs/index.js";
import { askAt, keptTokens } from "./ask-at.js";
import { demonstrationToken } from "./demonstration-token.js";
import { freePort } from "./free-port.js";
import { hubElsewhere, hubUnderTest } from "./hub-under-test.js";
import type { TestHub } from "./test-hub.js";
import { type LoneSubgraph, serveAlone, suiteHopSecrets } from "./lone-subgraph.js";
import { aDatabase, suiteRoleSecret, testDay } from "./database.js";

export type { TestHub } from "./test-hub.js";

/** How the gateway reaches its subgraphs. */
export type Form = "in process" | "over HTTP";

const silent = pino({ level: "silent" });
const clock = () => testDay;

/** Starts a hub on the demonstration data; the test's clock is the hub's. Or asks the one that runs elsewhere. */
export async function aHub(
  form: Form,
  more: Record<string, string> = {},
  { journal }: { readonly journal?: Writable } = {},
): Promise<TestHub> {
  const elsewhere = hubElsewhere();
  if (elsewhere) return hubUnderTest(elsewhere, more);
  const database = await aDatabase("demo");
  const dataDir = await mkdtemp(join(tmpdir(), "carrefour-hub-"));
  const port = await freePort();
  const environment: Record<string, string> = {
    PORT: String(port),
    HUB_DATA_DIR: dataDir,
    DATABASE_URL: database.address.url,
    DATABASE_ROLE_SECRET: suiteRoleSecret,
    HUB_SEED: "demo",
    // Tests look at what is computed; those of the cache say that they want one.
    ANSWER_CACHE_MEGABYTES: "0",
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
    log: journal ? pino({ level: "info" }, journal) : silent,
    clock,
    onStatement: (sql) => statements.push(sql),
    onPlan: (door) => plans.push(door),
  });
  const tokenFor = keptTokens((account) => demonstrationToken(hub.address, dataDir, account));

  return {
    address: hub.address,
    hub,
    today: dayInToronto(testDay),
    database,
    dataDir,
    statements,
    plans,
    tokenFor,
    ask: askAt(hub.address, tokenFor),
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
