import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { decodeJwt } from "jose";
import {
  aDataDir,
  cleanUp,
  query,
  serverPid,
} from "../../subgraphs/shared/embedded-database/testing/data-directory.js";
import { demonstrationToken } from "../harness/demonstration-token.js";
import { freePort } from "../harness/free-port.js";
import { type Program, runProgram } from "../harness/program.js";
import { codeRequest, exchange, logIn } from "../identity/code-flow.js";

// Whole programs start here, several a test.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const pointsPerAddress = 4_000;
let dataDir: string;
let address: string;
let hub: Program;
let temporary: string;
beforeAll(async () => {
  dataDir = await aDataDir();
  temporary = await aDataDir();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  hub = runProgram(["dist/gateway/main.js"], {
    PORT: String(port),
    OPERATIONS_PORT: String(await freePort()),
    HUB_DATA_DIR: dataDir,
    TMPDIR: temporary,
    HUB_WORKERS: "2",
    HUB_SEED: "reference",
    RATE_LIMIT_ADDRESS: String(pointsPerAddress),
  });
  await hub.until("Ctrl-C pour arrêter.");
}, 90_000);
afterAll(async () => {
  if (hub?.child.exitCode === null) hub.child.kill("SIGKILL");
  await cleanUp();
});

/** The processes that the hub's own has started. */
const workers = (): number[] =>
  readFileSync(`/proc/${hub.child.pid}/task/${hub.child.pid}/children`, "utf8")
    .trim()
    .split(" ")
    .map(Number)
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("worker.js"));

/** One request on a connection of its own; asked again, as browsers and proxies do, when that connection is cut. */
const ask = (path: string, body?: object): Promise<{ status: number; text: string }> =>
  askOnce(path, body).catch(() => askOnce(path, body));

function askOnce(path: string, body?: object): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${address}${path}`,
      { agent: false, method: body ? "POST" : "GET", headers: { "content-type": "application/json" } },
      (answer) => {
        let text = "";
        answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asked.on("error", reject);
    asked.end(body && JSON.stringify(body));
  });
}

const operation = (name: string) => ({ query: `query ${name} { establishment(code: "chum") { code } }` });

interface LogLine {
  readonly pid: number;
  readonly msg: string;
  readonly operation?: string;
  readonly signal?: string;
}
const log = async (): Promise<LogLine[]> =>
  (await readFile(join(dataDir, "hub.log"), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as LogLine);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 800) throw new Error("it did not come to that");
    await pause(100);
  }
}

describe("a hub of two workers", () => {
  it("has one table of addresses, one database, and two processes that serve", async () => {
    expect(hub.output().match(/Carrefour est prêt\./g)).toHaveLength(1);
    expect(workers()).toHaveLength(2);
    const [host] = JSON.parse(await readFile(join(dataDir, "hub.json"), "utf8"))
      .address.split("/")
      .slice(2);
    expect(`http://${host}`).toBe(address);
    const password = (await readFile(join(dataDir, "postgres-password"), "utf8")).trim();
    const port = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[3]!.trim();
    const url = `postgres://hub_admin:${password}@127.0.0.1:${port}/carrefour`;
    const [[allowed]] = (await query(url, "SHOW max_connections")) as [[string]];
    const [[used]] = (await query(
      url,
      "SELECT count(*)::int FROM pg_stat_activity WHERE datname = 'carrefour'",
    )) as [[number]];
    expect(used).toBeLessThan(Number(allowed));
  });

  // How evenly is measured where the machine does nothing else: `npm run bench -- workers`.
  it("shares connections among its workers", async () => {
    for (let batch = 0; batch < 10; batch += 1)
      await Promise.all(Array.from({ length: 10 }, () => ask("/graphql", operation("Share"))));
    await until(async () => (await log()).filter((line) => line.operation === "Share").length === 100);
    const shares = new Map<number, number>();
    for (const line of await log())
      if (line.operation === "Share") shares.set(line.pid, (shares.get(line.pid) ?? 0) + 1);
    expect(shares.size).toBe(2);
    for (const share of shares.values()) expect(share).toBeGreaterThanOrEqual(20);
  });

  it("lets a person log in, whichever worker each step of it reaches", async () => {
    const logins = Array.from({ length: 6 }, async () => {
      const asked = codeRequest();
      const told = await logIn(`${address}/oidc`, "establishment:ciusss-estrie-chus", asked);
      return exchange(`${address}/oidc`, told.get("code"), asked.verifier);
    });
    for (const { access_token } of await Promise.all(logins))
      expect(decodeJwt(access_token)).toMatchObject({ scope: "figures:write", development: true });
    const page = await ask("/oidc/.well-known/openid-configuration");
    expect([page.status, JSON.parse(page.text).issuer]).toEqual([200, `${address}/oidc`]);
  });

  it("admits the bearer of a token at every worker", async () => {
    const token = await demonstrationToken(address, dataDir, "steward:collect");
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        fetch(`${address}/graphql/authenticated`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${token}`,
            connection: "close",
          },
          body: JSON.stringify({ query: "{ me { subject } }" }),
        }).then((answer) => answer.json()),
      ),
    );
    for (const answer of answers) expect(answer).toEqual({ data: { me: { subject: "steward:collect" } } });
  });

  it("has a worker that was killed replaced, says so in its log, and serves meanwhile", async () => {
    const [killed, other] = workers();
    process.kill(killed!, "SIGKILL");
    await until(() => !workers().includes(killed!));
    for (let n = 0; n < 10; n += 1) expect((await ask("/graphql", operation("Meanwhile"))).status).toBe(200);
    await until(() => workers().length === 2);
    await until(async () => (await log()).some(({ msg }) => msg.includes("took the place")));
    expect(workers()).toContain(other);
    expect(await log()).toContainEqual(
      expect.objectContaining({ msg: "a worker died", signal: "SIGKILL", pid: hub.child.pid }),
    );
    for (let n = 0; n < 10; n += 1) expect((await ask("/graphql", operation("Afterwards"))).status).toBe(200);
  });

  it("takes SIGHUP as the word to read again what changed, and serves on", async () => {
    const before = workers();
    hub.child.kill("SIGHUP");
    await pause(500);
    expect(workers()).toEqual(before);
    expect((await ask("/graphql", operation("Reloaded"))).status).toBe(200);
  });

  it("holds off at every worker who has spent all points at one", async () => {
    // A minute that is about to end would begin anew before the others are asked.
    let secondsLeft = 0;
    while (secondsLeft < 20) {
      await pause(secondsLeft * 1_000);
      // Refused ones cost fifty.
      const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${address}/nowhere`)));
      secondsLeft = Math.max(...answers.map(({ headers }) => Number(headers.get("retry-after") ?? 0)));
    }
    // What a worker admits that has not heard yet costs a point each: not one in ten of its own is spent so.
    const heldOff = async (): Promise<number> => {
      await pause(400);
      const asked = await Promise.all(Array.from({ length: 20 }, () => ask("/graphql", operation("Over"))));
      return asked.filter(({ status }) => status === 429).length;
    };
    let refused = await heldOff();
    for (let tries = 0; refused < 20 && tries < 20; tries += 1) refused = await heldOff();
    expect(refused).toBe(20);
    expect((await ask("/health/live")).status).toBe(200);
  });

  it("ends with all its processes at SIGTERM, and leaves nothing behind", async () => {
    const all = workers();
    hub.child.kill("SIGTERM");
    expect(await hub.ended()).toBe(0);
    expect(hub.output()).toContain("Arrêté.");
    for (const pid of all) expect(existsSync(`/proc/${pid}`)).toBe(false);
    expect(serverPid(dataDir)).toBeNull();
    expect(await readdir(temporary)).toEqual([]);
    expect((await readdir(dataDir)).filter((name) => /^hub\.(pid|json)/.test(name))).toEqual([]);
  });
});
