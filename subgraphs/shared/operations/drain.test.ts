import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import fastify, { type FastifyInstance } from "fastify";
import { addDrain } from "./drain.js";

// Longer than any test: what ends earlier was not cut.
const times = { drainMs: 0, mostMs: 60_000 };
// Far more than the kernel holds for a connection that nobody reads.
const large = Buffer.alloc(32_000_000, "a");
const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: hub\r\n\r\n`;

const ends: (() => unknown)[] = [];
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

/** A server that listens; `held` tells each request to /held, and answers it. */
async function aServer(onHeld: (answer: () => void) => void = () => undefined) {
  const app = fastify({ return503OnClosing: false });
  addDrain(app);
  app.get("/", async () => "answered");
  app.get("/large", async () => large);
  app.get("/held", () => new Promise((resolve) => onHeld(() => resolve("answered late"))));
  await app.listen({ port: 0, host: "127.0.0.1" });
  ends.push(
    () => app.close(),
    () => app.server.closeAllConnections(),
  );
  return { app, port: (app.server.address() as AddressInfo).port };
}

/** A connection that the server has taken. */
async function connected({ server }: FastifyInstance, port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  ends.push(() => socket.destroy());
  await Promise.all([once(socket, "connect"), once(server, "connection")]);
  return socket;
}

/** Everything that comes until the connection ends; rejects when it is reset. */
async function allOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  return Buffer.concat(chunks).toString();
}

describe("a server that ends", () => {
  it("lets go of who asks nothing, and answers who had begun to ask", async () => {
    const { app, port } = await aServer();
    const silent = await connected(app, port);
    const kept = await connected(app, port);
    const begun = await connected(app, port);
    kept.write(get("/"));
    await once(kept, "data");
    begun.write(get("/").slice(0, 20));
    const ended = [silent, kept].map((socket) => once(socket.resume(), "close"));
    const answer = allOf(begun);
    const drained = app.drain.drain(times);
    await Promise.all(ended);
    begun.write(get("/").slice(20));
    expect(await answer).toMatch(/^HTTP\/1\.1 200 .*connection: close.*answered$/is);
    expect(await drained).toEqual({ cutOff: 0 });
  });

  it("sends an answer to its end, however slowly it is read", async () => {
    const { app, port } = await aServer();
    const slow = await connected(app, port);
    const silent = await connected(app, port);
    slow.write(get("/large"));
    await once(slow, "readable");
    const drained = app.drain.drain(times);
    // By then the port is closed, and it was looked who asks nothing.
    await once(silent.resume(), "close");
    expect((await allOf(slow)).length).toBeGreaterThan(large.length);
    expect(await drained).toEqual({ cutOff: 0 });
  });

  it("answers what came while its process was busy, on kept connections and on new ones", async () => {
    const { app, port } = await aServer();
    const isWritten = new Int32Array(new SharedArrayBuffer(8));
    const client = new Worker(clientBeside, { eval: true, workerData: { port, isWritten } });
    ends.push(() => client.terminate());
    await once(client, "message");
    const answers = once(client, "message");
    const drained = app.drain.drain(times);
    client.postMessage("write");
    Atomics.wait(isWritten, 0, 0, 10_000);
    expect(await answers).toEqual([["200", "200"]]);
    expect(await drained).toEqual({ cutOff: 0 });
  });

  it("finishes what is under way, and cuts what takes longer than it may", async () => {
    const held: (() => void)[] = [];
    const { app, port } = await aServer((answer) => held.push(answer));
    const one = await connected(app, port);
    const other = await connected(app, port);
    one.write(get("/held"));
    other.write(get("/held"));
    while (held.length < 2) await nextTurn();
    expect(app.drain.inFlight).toBe(2);
    const answer = allOf(one);
    const cut = allOf(other);
    const drained = app.drain.drain({ drainMs: 0, mostMs: 500 });
    held[0]!();
    expect(await answer).toContain("answered late");
    expect(await cut).toBe("");
    expect(await drained).toEqual({ cutOff: 1 });
  });
});

it("counts no request whose connection has ended, those that waited behind another on it either", async () => {
  let held = 0;
  const { app, port } = await aServer(() => (held += 1));
  const taken = once(app.server, "connection") as Promise<[Socket]>;
  const socket = await connected(app, port);
  const [serving] = await taken;
  socket.write(get("/held").repeat(3));
  while (held < 3) await nextTurn();
  expect(app.drain.inFlight).toBe(3);
  socket.destroy();
  await once(serving, "close");
  expect(app.drain.inFlight).toBe(0);
});

/** Asks on a kept connection and on a new one while this process runs nothing, and then tells the states of the answers. */
const clientBeside = `
  const { connect } = require("node:net");
  const { parentPort, workerData: { port, isWritten } } = require("node:worker_threads");
  const asking = "GET / HTTP/1.1\\r\\nhost: hub\\r\\n\\r\\n";
  const kept = connect(port, "127.0.0.1", () => kept.write(asking));
  kept.once("data", () => parentPort.postMessage("kept"));
  const status = (socket) => new Promise((resolve) => {
    let text = "";
    socket.on("data", (chunk) => (text += chunk));
    socket.on("error", (error) => resolve(error.code));
    socket.on("close", () => resolve(text.slice(9, 12) || "nothing"));
  });
  parentPort.once("message", () => {
    const fresh = connect(port, "127.0.0.1", () => fresh.write(asking, () => kept.write(asking, () => {
      Atomics.store(isWritten, 0, 1);
      Atomics.notify(isWritten, 0);
    })));
    Promise.all([status(kept), status(fresh)]).then((states) => parentPort.postMessage(states));
  });
`;
