import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOperationsServer, type OperationsServer, StartError } from "../../subgraphs/index.js";
import { aHub, type TestHub } from "../../test/harness/hub.js";
import { readyQuestions } from "../portal/ready-questions.js";

let hub: TestHub;
let watched: OperationsServer;
const written: string[] = [];
const journal = new Writable({
  write(line: Buffer, _, done) {
    written.push(line.toString());
    done();
  },
});

beforeAll(async () => {
  hub = await aHub("in process", { SLOW_OPERATION_MS: "1", RATE_LIMIT_ADDRESS: "100000" }, { journal });
  watched = await openOperationsServer({ host: "127.0.0.1", port: 0 }, hub.hub!.watched);
}, 120_000);
afterAll(async () => {
  await watched.close();
  await hub.close();
});

const at = (path: string): Promise<Response> => fetch(`${watched.address}${path}`);
const metrics = async (): Promise<string> => (await at("/metrics")).text();

/** The value of a series whose labels hold all of the given ones; 0 when it is not there. */
function valueOf(text: string, name: string, labels: Record<string, string> = {}): number {
  const line = text
    .split("\n")
    .find(
      (candidate) =>
        candidate.split(/[{ ]/, 1)[0] === name &&
        Object.entries(labels).every(([label, value]) => candidate.includes(`${label}="${value}"`)),
    );
  return Number(line?.split(" ").at(-1) ?? 0);
}

const lastOf = <Line>(message: string): Line | undefined =>
  written
    .map((line) => JSON.parse(line) as Line & { msg: string })
    .filter(({ msg }) => msg === message)
    .at(-1);

describe("what an operator can watch, on a port of its own", () => {
  it("counts operations by the names that the hub knows, everyone else's together", async () => {
    const question = readyQuestions.find(({ account }) => account === null)?.query ?? "";
    await hub.ask(question);
    await hub.ask("query MadameTremblay { establishments { code } }");
    await hub.ask('{ establishment(code: "chum") { nothing } }');
    const text = await metrics();
    const count = "carrefour_operation_duration_seconds_count";
    expect(valueOf(text, count, { door: "public", operation: "UsagersPartenairesActifs" })).toBe(1);
    expect(valueOf(text, count, { operation: "other", outcome: "complete" })).toBe(1);
    expect(valueOf(text, count, { operation: "other", outcome: "failed" })).toBe(1);
    expect(text).not.toContain("MadameTremblay");
  });

  it("counts what the guard refused by its code, and every request by its status", async () => {
    const before = await metrics();
    const deep = `{ ${"establishments { region { ".repeat(12)} code ${"} } ".repeat(12)} }`;
    await hub.ask(deep);
    const after = await metrics();
    const refusals = after.split("\n").filter((line) => line.startsWith("carrefour_guard_refusals_total{"));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatch(/door="public",code="[A-Z_]+"\} 1$/);
    const labels = { door: "public", status: "400" };
    const requests = "carrefour_http_request_duration_seconds_count";
    expect(valueOf(after, requests, labels)).toBe(valueOf(before, requests, labels) + 1);
  });

  it("tells the pools of each database, its statements, the event loop and the work apart", async () => {
    const before = await metrics();
    await hub.ask("{ establishments { code } }");
    const text = await metrics();
    const subgraph = "establishments";
    expect(valueOf(text, "carrefour_statements_total", { subgraph })).toBeGreaterThan(
      valueOf(before, "carrefour_statements_total", { subgraph }),
    );
    const pool = { subgraph, role: "hub_public" };
    expect(valueOf(text, "carrefour_database_connections", { ...pool, state: "idle" })).toBeGreaterThan(0);
    expect(valueOf(text, "carrefour_database_connections", { ...pool, state: "most" })).toBeGreaterThan(1);
    for (const name of [
      "carrefour_database_waiting",
      "carrefour_apart_jobs",
      "carrefour_requests_in_flight",
      "carrefour_supergraph_loaded_timestamp_seconds",
      "nodejs_eventloop_lag_p99_seconds",
      "process_resident_memory_bytes",
    ])
      expect(text).toMatch(new RegExp(`^${name}[{ ]`, "m"));
  });

  it("is not told on the public port", async () => {
    expect((await fetch(`${hub.address}/metrics`)).status).toBe(404);
  });

  it("says why a part does not answer, which the public port does not", async () => {
    const told = (await (await at("/health/ready")).json()) as Record<string, Record<string, unknown>>;
    expect(told).toMatchObject({ status: "ready" });
    expect(told.subgraphs?.establishments).toEqual({
      state: "ready",
      reason: null,
      database: { state: "ready", reason: null },
    });
    const anyone: unknown = await (await fetch(`${hub.address}/health/ready`)).json();
    expect(anyone).toMatchObject({
      subgraphs: { establishments: "ready" },
      databases: { establishments: "ready" },
    });
    expect(JSON.stringify(anyone)).not.toContain("reason");
    expect((await at("/health/live")).status).toBe(200);
    expect((await at("/graphql")).status).toBe(404);
  });

  it("refuses a port that is taken, with the way out", async () => {
    const { port } = new URL(watched.address);
    const opening = openOperationsServer({ host: "127.0.0.1", port: Number(port) }, hub.hub!.watched);
    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(/OPERATIONS_PORT=\d+.*OPERATIONS_PORT=off/s);
  });
});

describe("a slow operation in the log", () => {
  it("tells what it was and where its time went, and none of its values", async () => {
    await hub.ask('query Lente { establishment(code: "chum") { code researchPartnerships { id } } }');
    const line = lastOf<Record<string, unknown>>("slow operation");
    expect(line).toMatchObject({
      door: "public",
      audience: "public",
      operation: "Lente",
      document: expect.stringMatching(/^[\da-f]{64}$/),
      durationMs: expect.any(Number),
      planMs: expect.any(Number),
      executeMs: expect.any(Number),
      serialiseMs: expect.any(Number),
      fetches: {
        establishments: { count: 1, ms: expect.any(Number) },
        "research-partnerships": { count: 1 },
      },
    });
    expect(JSON.stringify(line)).not.toContain("chum");
  });
});
