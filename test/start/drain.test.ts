import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../harness/database.js";
import type { Program } from "../harness/program.js";
import { keepAliveLoad } from "./keep-alive-load.js";
import { type Started, startingProgram, untilReady } from "./started.js";

let database: TestDatabase;
let folder: string;
const programs: Program[] = [];
beforeAll(async () => {
  database = await aDatabase("demo");
  folder = await mkdtemp(join(tmpdir(), "carrefour-drain-"));
}, 60_000);
afterEach(async () => {
  for (const { child } of programs) if (child.exitCode === null) child.kill("SIGKILL");
  await Promise.all(programs.splice(0).map((program) => program.ended()));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

async function begin(script: string[], more: Record<string, string>): Promise<Started> {
  const started = await startingProgram(script, {
    HUB_DATA_DIR: folder,
    DATABASE_URL: database.address.url,
    DATABASE_ROLE_SECRET: suiteRoleSecret,
    ...more,
  });
  programs.push(started.program);
  return started;
}

async function start(script: string[], more: Record<string, string>): Promise<Started> {
  const started = await begin(script, more);
  await untilReady(started);
  return started;
}

const hubProgram = ["dist/gateway/main.js"];
const hub = (more: Record<string, string> = {}): Promise<Started> => start(hubProgram, more);

/** The processes that a hub has forked, as soon as there are so many. */
async function workersOf({ child }: Program, count: number): Promise<number[]> {
  for (;;) {
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim();
    const workers = children.split(" ").filter(Boolean).map(Number);
    if (workers.length === count) return workers;
    await pause(10);
  }
}
const query = "{ establishments { code name { fr } region { code } } }";

/** Sends the first part of a request on a connection of its own; the rest when it is told to. */
async function halfSent(
  address: string,
  until: "its body" | "its head",
): Promise<{ finish(): Promise<string> }> {
  const { port } = new URL(address);
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  const closed = once(socket, "close");
  closed.catch(() => undefined);
  const body = JSON.stringify({ query });
  const head = [
    "POST /graphql HTTP/1.1",
    `host: 127.0.0.1:${port}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
  ];
  const whole = `${head.join("\r\n")}\r\n\r\n${body}`;
  const first = whole.slice(0, until === "its body" ? -10 : 20);
  socket.write(first);
  return {
    async finish() {
      socket.write(whole.slice(first.length));
      await closed;
      return answer;
    },
  };
}

/** Opens a connection and sends nothing on it. */
async function silent(address: string): Promise<{ readonly ended: Promise<unknown> }> {
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  await once(socket, "connect");
  return { ended: once(socket.resume(), "close") };
}

describe("a hub that a machine stops while it is asked", () => {
  it.each([
    ["", {}],
    [", with two workers", { HUB_WORKERS: "2" }],
  ])(
    "says that it is not ready, goes on answering, and loses no request on any kept connection%s",
    async (_, more) => {
      // Half a head may not be refused as too slow before the port closes.
      const longer = { DRAIN_SECONDS: "5", REQUEST_TIMEOUT_SECONDS: "300" };
      const { program, address, watched, state } = await hub({ ...longer, ...more });
      const load = keepAliveLoad({ url: `${address}/graphql`, connections: 16, query });
      while (load.answered() < 100) await pause(20);
      // Its first worker is asked before its start is over.
      await program.until("Ctrl-C pour arrêter.");
      const halves = [await halfSent(address, "its head"), await halfSent(address, "its body")];
      const silents = [await silent(address), await silent(address), await silent(address)];
      program.child.kill("SIGTERM");
      while ((await state()) !== 503) await pause(10);
      const before = load.answered();
      expect((await fetch(`${address}/health/live`)).status).toBe(200);
      const metrics = await (await fetch(`${watched}/metrics`)).text();
      expect(metrics).toMatch(/^carrefour_draining 1$/m);
      expect(metrics).toMatch(
        /^carrefour_http_request_duration_seconds_count\{[^}]*door="public"[^}]*\} \d{2,}$/m,
      );
      // A balancer learns of it a second later, and turns elsewhere.
      await pause(1_000);
      const { answered, dropped } = await load.turnElsewhere();
      expect(await state()).toBe(503);
      expect(dropped).toEqual([]);
      expect(answered).toBeGreaterThan(before);
      // What was under way before the port closed is finished after it did.
      while ((await state()) !== 0) await pause(20);
      // Who asks nothing holds no process up, whatever else is under way.
      await Promise.all(silents.map(({ ended }) => ended));
      for (const half of halves) {
        const late = await half.finish();
        expect(late).toContain("HTTP/1.1 200");
        expect(late.toLowerCase()).toContain("connection: close");
        expect(late).toContain('"establishments"');
      }
      expect(await program.ended()).toBe(0);
      expect(program.output()).toContain("Arrêté.");
    },
    120_000,
  );

  it("drains the worker that answers while another still starts", async () => {
    const starting = await begin(hubProgram, { HUB_WORKERS: "2", DRAIN_SECONDS: "1" });
    const { program, address, state } = starting;
    const [slow] = await workersOf(program, 2);
    process.kill(slow!, "SIGSTOP");
    await untilReady(starting);
    const half = await halfSent(address, "its body");
    program.child.kill("SIGTERM");
    while ((await state()) === 200) await pause(10);
    process.kill(slow!, "SIGCONT");
    expect(await half.finish()).toContain("HTTP/1.1 200");
    expect(await program.ended()).toBe(0);
  }, 120_000);

  it("waits for no balancer at the terminal (Ctrl-C)", async () => {
    const { program } = await hub({ DRAIN_SECONDS: "60" });
    program.child.kill("SIGINT");
    expect(await program.ended()).toBe(0);
    expect(program.output()).toContain("Arrêté.");
  }, 120_000);

  it("waits for nothing when it is asked a second time", async () => {
    const { program, address, state } = await hub({ DRAIN_SECONDS: "60" });
    await halfSent(address, "its body");
    program.child.kill("SIGTERM");
    while ((await state()) !== 503) await pause(10);
    // What comes within half a second of the first is the same word twice: a shell and npm both pass it on.
    const again = setInterval(() => program.child.kill("SIGTERM"), 600);
    const code = await program.ended().finally(() => clearInterval(again));
    expect(code).toBe(1);
  }, 120_000);
});

describe("a subgraph alone", () => {
  const alone = (more: Record<string, string>): Promise<Started> =>
    start(["dist/subgraphs/start.js", "establishments"], { OIDC_ISSUER: "http://127.0.0.1:9/oidc", ...more });

  it("is watched on a private port of its own, and ends as the hub does", async () => {
    const { program, address, watched, state } = await alone({ DRAIN_SECONDS: "1" });
    const metrics = await (await fetch(`${watched}/metrics`)).text();
    expect(metrics).toMatch(
      /^carrefour_database_connections\{subgraph="establishments",role="hub_public",state="idle"\} [1-9]/m,
    );
    expect(await (await fetch(`${watched}/health/ready`)).json()).toEqual({
      status: "ready",
      database: { isReady: true, reason: null },
    });
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    program.child.kill("SIGTERM");
    while ((await state()) !== 503) await pause(10);
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect(await program.ended()).toBe(0);
  }, 120_000);
});
