import { afterEach, describe, expect, it } from "vitest";
import { httpTransport } from "./http.js";
import { retried } from "./retry.js";
import { aByteServer, anOperation, answer, aServer, type TestServer, until } from "./testing/a-server.js";
import type { Transport } from "./transport.js";
import { Wait } from "./wait.js";

let server: TestServer | null = null;
let transport: Transport;
afterEach(async () => {
  await transport.close();
  await server?.close();
  server = null;
});

const to = (url: string): Transport =>
  (transport = retried(httpTransport({ url, connections: 4, connectTimeoutMs: 1_000 })));
// Until a connection counts as idle, and what is not expected would have come.
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
const good = { data: { campaigns: [] } };
const mutation = anOperation({ query: "mutation { publish }", kind: "mutation" });

/** A server that resets the first connections without a word. */
const resetting = async (first: number): Promise<TestServer> =>
  (server = await aServer((response, _, nth) =>
    nth <= first ? void response.socket!.destroy() : answer(response, good),
  ));

describe("a fetch that does not reach its subgraph", () => {
  it("is sent once more when it is a query", async () => {
    const { url, bodies } = await resetting(1);
    expect(await to(url).send(anOperation(), null)).toEqual(good);
    expect(bodies).toHaveLength(2);
  });

  it("is sent twice at most", async () => {
    const { url, bodies } = await resetting(9);
    await expect(to(url).send(anOperation(), null)).rejects.toMatchObject({ kind: "unreachable" });
    expect(bodies).toHaveLength(2);
  });

  it("is never sent again when it is a mutation: it may have been carried out", async () => {
    const { url, bodies } = await resetting(1);
    await expect(to(url).send(mutation, null)).rejects.toMatchObject({ kind: "unreachable" });
    expect(bodies).toHaveLength(1);
  });

  it("is not sent again once an answer has begun, nor when it is refused or unreadable", async () => {
    for (const answering of [
      (socket: import("node:net").Socket): void => {
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
        setTimeout(() => socket.destroy(), 10);
      },
      (socket: import("node:net").Socket): void =>
        void socket.write("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"),
    ]) {
      let requests = 0;
      const bytes = await aByteServer((socket) => {
        requests += 1;
        answering(socket);
      });
      await expect(to(bytes.url).send(anOperation(), null)).rejects.toThrow();
      expect(requests).toBe(1);
      await transport.close();
      await bytes.close();
    }
  });

  it("is not sent again once its time is over", async () => {
    server = await aServer(() => undefined);
    const wait = new Wait();
    const sending = to(server.url).send(anOperation(), null, wait);
    await until(() => server!.bodies.length === 1);
    wait.end(new Error("over"));
    await expect(sending).rejects.toThrow("over");
    await until(() => server!.givenUp === 1);
    await pause();
    expect(server.bodies).toHaveLength(1);
  });
});

describe("a kept connection that the subgraph closes just as it is used again", () => {
  /** Answers the first request of a connection; ends it at the second, as if the two had crossed. */
  async function racing(): Promise<{ url: string; requests: () => number; close(): Promise<void> }> {
    let requests = 0;
    const used = new WeakSet<object>();
    const bytes = await aByteServer((socket) => {
      requests += 1;
      if (used.has(socket)) return void socket.destroy();
      used.add(socket);
      const text = JSON.stringify(good);
      socket.write(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      );
    });
    return { ...bytes, requests: () => requests };
  }

  it("costs a query nothing but a second sending", async () => {
    const { url, requests, close } = await racing();
    await to(url).send(anOperation(), null);
    await pause();
    expect(await transport.send(anOperation(), null)).toEqual(good);
    expect(requests()).toBe(3);
    await close();
  });

  it("is told of a mutation, which is not sent again", async () => {
    const { url, requests, close } = await racing();
    await to(url).send(anOperation(), null);
    await pause();
    await expect(transport.send(mutation, null)).rejects.toMatchObject({ kind: "unreachable" });
    expect(requests()).toBe(2);
    await close();
  });

  it("is noticed when it was closed before, and not used at all", async () => {
    server = await aServer((response) => answer(response, good));
    await to(server.url).send(mutation, null);
    server.requests[0]!.socket.destroy();
    await until(() => server!.open === 0);
    expect(await transport.send(mutation, null)).toEqual(good);
    expect(server.bodies).toHaveLength(2);
  });
});
