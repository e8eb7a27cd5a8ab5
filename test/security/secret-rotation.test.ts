import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { hopHeader, signHop, startEmbeddedDatabase } from "../../subgraphs/index.js";
import { urlOfRole } from "../../subgraphs/shared/database-address.js";
import { demonstrationToken } from "../harness/demonstration-token.js";
import { aFolder } from "../harness/folder.js";
import { freePort } from "../harness/free-port.js";
import { type Program, runProgram } from "../harness/program.js";

// A server of its own: the roles, whose passwords change here, belong to the whole server.
type Database = Awaited<ReturnType<typeof startEmbeddedDatabase>>;

const establishment = "ciusss-estrie-chus";
const question = {
  query: `{ establishment(code: "${establishment}") { code partnershipOffice { code } } campaigns { code } }`,
};
const own = {
  query: `{ establishment(code: "${establishment}") { code } submissions(campaign: "2025-2026") { id } }`,
};

let folder: { path: string; remove(): Promise<void> };
let database: Database;
let programs: Program[] = [];
let hub = "";
let lone = "";

const fileOf = (name: string): string => join(folder.path, name);

/** Puts a file of secrets in place as an operator does: written beside, then moved. */
async function replace(name: string, ...secrets: string[]): Promise<void> {
  await writeFile(`${fileOf(name)}.new`, `${secrets.join("\n")}\n`, { mode: 0o600 });
  await rename(`${fileOf(name)}.new`, fileOf(name));
}

const hopSecrets = ["hop-secret-before-the-rotation-1", "hop-secret-after-the-rotation--2"] as const;
const roleSecrets = ["role-secret-before-1", "role-secret-after--2"] as const;

beforeAll(async () => {
  folder = await aFolder();
  database = await startEmbeddedDatabase({ dataDir: join(folder.path, "database"), durable: false });
  await Promise.all([replace("hop", hopSecrets[0]), replace("role", roleSecrets[0])]);
  const [hubPort, lonePort] = [await freePort(), await freePort()];
  hub = `http://127.0.0.1:${hubPort}`;
  lone = `http://127.0.0.1:${lonePort}`;
  const environment = {
    DATABASE_URL: database.url,
    HUB_SEED: "demo",
    HUB_LOG: "stdout",
    HUB_DATA_DIR: folder.path,
    HOP_SECRET_FILE: fileOf("hop"),
    DATABASE_ROLE_SECRET_FILE: fileOf("role"),
  };
  const subgraph = runProgram(["dist/subgraphs/start.js", "establishments"], {
    ...environment,
    PORT: String(lonePort),
    OIDC_ISSUER: `${hub}/oidc`,
  });
  programs.push(subgraph);
  await subgraph.until('"serving"');
  const gateway = runProgram(["dist/gateway/main.js"], {
    ...environment,
    PORT: String(hubPort),
    SUBGRAPH_URL_ESTABLISHMENTS: `${lone}/graphql`,
  });
  programs.push(gateway);
  await gateway.until('"ready"');
}, 120_000);

afterAll(async () => {
  for (const { child } of programs.reverse()) child.kill("SIGTERM");
  await Promise.all(programs.map((program) => program.ended()));
  programs = [];
  await database.stop();
  await folder.remove();
}, 60_000);

const tokenOf = (account: string): Promise<string> => demonstrationToken(hub, folder.path, account);

async function ask(token: string | null): Promise<string | null> {
  const response = await fetch(`${hub}/graphql${token === null ? "" : "/authenticated"}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(token === null ? question : own),
  });
  const text = await response.text();
  return response.ok && !text.includes('"errors"') ? null : `${response.status} ${text}`;
}

const leastAsked = 60;

/** Asks both doors, over the wall between the processes too, until it is stopped; gives what failed. */
function askOn(token: string): { stop(): Promise<string[]> } {
  let isStopped = false;
  let asked = 0;
  const failures: string[] = [];
  const run = async (who: string | null): Promise<void> => {
    while (!isStopped) {
      const failure = await ask(who);
      asked += 1;
      if (failure !== null) failures.push(failure);
      await pause(5);
    }
  };
  const all = Promise.all([run(null), run(token), run(null), run(token)]);
  return {
    async stop() {
      // A slow machine asks for longer, not less.
      while (asked < leastAsked) await pause(10);
      isStopped = true;
      await all;
      return failures;
    },
  };
}

async function asAdministrator<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** Ends every connection of the hub, so that the next request opens a new one. */
const endConnections = (): Promise<unknown> =>
  asAdministrator(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'hub\\_%' AND usename <> current_user",
  );

async function mayLogIn(roleSecret: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOfRole({ url: database.url, roleSecret }, "hub_public"),
  });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("it did not come to be within 10 s");
    await pause(50);
  }
}

const statusOfHop = async (secret: string): Promise<number> => {
  const body = JSON.stringify({ query: "{ establishments { code } }" });
  const hop = { subgraph: "establishments", requestId: "r", caller: "public", token: null, body } as const;
  const response = await fetch(`${lone}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", [hopHeader]: signHop(() => [secret], hop) },
    body,
  });
  return response.status;
};

describe("what comes from outside in the names of the hub's own headers", () => {
  it("is left at the door: a hop, whoever signed it, and a user's name reach no subgraph", async () => {
    const body = JSON.stringify(question);
    const hop = { subgraph: "establishments", requestId: "r", caller: "hub", token: null, body } as const;
    const signed = signHop(() => [hopSecrets[0]], hop);
    for (const headers of [
      { [hopHeader]: signed },
      { [hopHeader]: "x" },
      { "x-user-id": "steward:privacy" },
    ]) {
      const response = await fetch(`${hub}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers } as Record<string, string>,
        body,
      });
      expect(await response.json()).toMatchObject({ data: { establishment: { code: establishment } } });
    }
  });
});

describe("a secret that is changed while the hub runs", () => {
  it("of the hops: gateway and subgraph go over to it without one request failing, and forget the former", async () => {
    const [before, after] = hopSecrets;
    const asking = askOn(await tokenOf(`establishment:${establishment}`));
    await pause(200);
    await replace("hop", after, before);
    await until(async () => (await statusOfHop(after)) === 200);
    expect(await statusOfHop(before)).toBe(200);
    // Both have read the file by now: none signs with the former any more.
    await pause(1_100);
    await replace("hop", after);
    await until(async () => (await statusOfHop(before)) === 401);
    await pause(200);
    expect(await asking.stop()).toEqual([]);
  }, 60_000);

  it("of the roles: their passwords change, no request fails, and what opens a connection afterwards uses the new one", async () => {
    const [before, after] = roleSecrets;
    const token = await tokenOf(`establishment:${establishment}`);
    expect([await mayLogIn(before), await mayLogIn(after)]).toEqual([true, false]);
    const asking = askOn(token);
    await replace("role", after, before);
    await until(() => mayLogIn(after));
    expect(await mayLogIn(before)).toBe(false);
    expect(await asking.stop()).toEqual([]);
    await endConnections();
    await pause(100);
    const burst = await Promise.all(Array.from({ length: 16 }, (_, n) => ask(n % 2 === 0 ? null : token)));
    expect(burst.filter((failure) => failure !== null)).toEqual([]);
    await replace("role", after);
    await pause(1_200);
    await endConnections();
    await pause(100);
    expect([await ask(null), await ask(token)]).toEqual([null, null]);
  }, 60_000);

  it("of the roles, with no overlap and while connections are opened: each process survives the change", async () => {
    const third = "role-secret-of-the-third-rotation";
    const token = await tokenOf(`establishment:${establishment}`);
    await replace("role", third);
    await until(() => mayLogIn(third));
    // At once: neither process need have looked at its file since the other set the passwords.
    await endConnections();
    await pause(100);
    const burst = await Promise.all(Array.from({ length: 16 }, (_, n) => ask(n % 2 === 0 ? null : token)));
    expect(burst.filter((failure) => failure !== null)).toEqual([]);
  }, 60_000);

  it("is told to nobody: neither process printed one", () => {
    const printed = programs.map((program) => program.output()).join("\n");
    for (const secret of [...hopSecrets, ...roleSecrets, new URL(database.url).password])
      expect(printed).not.toContain(secret);
  });
});
