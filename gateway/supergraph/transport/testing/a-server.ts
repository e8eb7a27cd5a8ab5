import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import type { SubgraphOperation } from "../transport.js";

/** What a server of a test saw. */
export interface Seen {
  /** The bodies of the requests that came, in order. */
  readonly bodies: readonly string[];
  readonly requests: readonly IncomingMessage[];
  /** Connections that are open, and the most that were at a time. */
  readonly open: number;
  readonly mostOpen: number;
  /** Requests whose sender went away before an answer. */
  readonly givenUp: number;
}

export interface TestServer extends Seen {
  readonly url: string;
  close(): Promise<void>;
}

type Answering = (response: ServerResponse, body: string, nth: number) => void;

/** A server over HTTP that answers each request as it is told to; one that is told to do nothing hangs. */
export async function aServer(answering: Answering): Promise<TestServer> {
  const seen = {
    bodies: [] as string[],
    requests: [] as IncomingMessage[],
    open: 0,
    mostOpen: 0,
    givenUp: 0,
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    response.on("close", () => {
      if (!response.writableFinished) seen.givenUp += 1;
    });
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      seen.requests.push(request);
      answering(response, body, seen.bodies.push(body));
    });
  });
  server.keepAliveTimeout = 65_000;
  server.on("connection", (socket) => {
    seen.open += 1;
    seen.mostOpen = Math.max(seen.mostOpen, seen.open);
    socket.on("close", () => (seen.open -= 1));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(seen, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** A server of bare bytes: what it writes need not be HTTP. */
export async function aByteServer(
  onBytes: (socket: Socket, text: string) => void,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => onBytes(socket, chunk.toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Answers a request by JSON. */
export function answer(
  response: ServerResponse,
  content: unknown,
  { status = 200, type = "application/json; charset=utf-8" } = {},
): void {
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(content));
}

/** A query, unless told otherwise. */
export const anOperation = (more: Partial<SubgraphOperation> = {}): SubgraphOperation => ({
  query: "{ campaigns { code } }",
  operationName: undefined,
  kind: "query",
  variables: {},
  ...more,
});

/** Waits until something is so; fails after five seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 5_000; !isSo();) {
    if (Date.now() > deadline) throw new Error(`not so: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
