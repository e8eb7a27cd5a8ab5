import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../../harness/database.js";
import { demonstrationToken } from "../../harness/demonstration-token.js";
import { freePort } from "../../harness/free-port.js";
import { type Program, runProgram } from "../../harness/program.js";
import { aCanary, auditKey, type Canaries, plantIssuerKeys } from "./canaries.js";

const administrator = "canary_admin";

/** Everything that was answered, for the search. */
export interface Answered {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

/** A hub of two processes, as an operator starts them, whose every secret is a canary and whose log holds everything. */
export interface CanaryHub {
  readonly canaries: Canaries;
  readonly database: TestDatabase;
  readonly programs: readonly Program[];
  readonly answers: readonly Answered[];
  /** A variable of the environment, changed for a start that must be refused; gives what was printed. */
  refusedStart(changes: Record<string, string>): Promise<string>;
  tokenOf(account: string): Promise<string>;
  post(path: string, body: unknown, authorization?: string): Promise<Answered>;
  stopSubgraph(): Promise<void>;
  /** Ends every connection to the database and lets nobody in any more. */
  closeDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** The address of a database, with a password that nothing else has. */
async function addressWith(database: TestDatabase, password: string): Promise<string> {
  // It stays behind with the suite's server: it owns nothing, and a second run gives it its password again.
  await database.query(
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${administrator}') THEN CREATE ROLE ${administrator}; END IF; END $$`,
  );
  await database.query(`ALTER ROLE ${administrator} SUPERUSER LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  const url = new URL(database.address.url);
  url.username = administrator;
  url.password = password;
  return url.toString();
}

export async function aCanaryHub(): Promise<CanaryHub> {
  const canaries = aCanary();
  const secret = (name: string): string => canaries.secrets.get(name) ?? "";
  const database = await aDatabase("demo");
  const dataDir = await mkdtemp(join(tmpdir(), "carrefour-canary-"));
  await writeFile(join(dataDir, "audit.pem"), auditKey);
  const [hubPort, lonePort] = [await freePort(), await freePort()];
  const hub = `http://127.0.0.1:${hubPort}`;
  const environment = {
    LOG_LEVEL: "trace",
    HUB_LOG: "stdout",
    HUB_SEED: "demo",
    HUB_DATA_DIR: dataDir,
    DATABASE_URL: await addressWith(database, secret("password of DATABASE_URL")),
    DATABASE_ROLE_SECRET: suiteRoleSecret,
    HOP_SECRET: secret("secret of hops"),
    PORTAL_SESSION_KEY: secret("key of the portal's sessions"),
    AUDIT_SIGNING_KEY_FILE: join(dataDir, "audit.pem"),
  };
  const lone = runProgram(["dist/subgraphs/start.js", "establishments"], {
    ...environment,
    PORT: String(lonePort),
    OIDC_ISSUER: `${hub}/oidc`,
  });
  await lone.until('"serving"');
  const gateway = runProgram(["dist/gateway/main.js"], {
    ...environment,
    PORT: String(hubPort),
    SUBGRAPH_URL_ESTABLISHMENTS: `http://127.0.0.1:${lonePort}/graphql`,
  });
  await gateway.until('"ready"');
  const answers: Answered[] = [];
  let subgraphStopped: Promise<unknown> | null = null;
  const stopSubgraph = async (): Promise<void> => {
    lone.child.kill("SIGTERM");
    await (subgraphStopped ??= lone.ended());
  };

  return {
    canaries,
    database,
    programs: [gateway, lone],
    answers,
    async refusedStart(changes) {
      const program = runProgram(["dist/gateway/main.js"], {
        ...environment,
        PORT: String(await freePort()),
        ...changes,
      });
      const code = await program.ended();
      if (code !== 1) throw new Error(`expected a refused start, got ${code}:\n${program.output()}`);
      return program.output();
    },
    async tokenOf(account) {
      const token = await demonstrationToken(hub, dataDir, account);
      await plantIssuerKeys(canaries, dataDir);
      canaries.secrets.set(`token of ${account}`, token.split(".")[2] ?? token);
      return token;
    },
    async post(path, body, authorization) {
      const response = await fetch(`${hub}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      const answered = {
        status: response.status,
        headers: JSON.stringify([...response.headers]),
        text: await response.text(),
      };
      answers.push(answered);
      return answered;
    },
    stopSubgraph,
    async closeDatabase() {
      const url = new URL(database.address.url);
      const name = url.pathname.slice(1);
      url.pathname = "/postgres";
      const client = new pg.Client({ connectionString: url.toString() });
      await client.connect();
      await client.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} ALLOW_CONNECTIONS false`);
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
      await client.end();
    },
    async close() {
      gateway.child.kill("SIGTERM");
      await Promise.all([gateway.ended(), stopSubgraph()]);
      await rm(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}
