import { type AddressInfo, connect, createServer } from "node:net";

/**
 * A real PostgreSQL that gives its version as 14: a relay to the suite's server that changes one answer on the wire.
 * No PostgreSQL older than 15 is at hand on every machine that runs the suite.
 */
export async function anOldServer(actual: URL): Promise<{ url: string; close(): Promise<void> }> {
  const relay = createServer((client) => {
    const server = connect(Number(actual.port), actual.hostname);
    client.pipe(server);
    server.on("data", (chunk: Buffer) => {
      // « SHOW server_version_num » answers six digits, then the tag of the command: 180004 becomes 140004.
      client.write(Buffer.from(chunk.toString("latin1").replace(/1[5-9](0\d{3})(?=C)/g, "14$1"), "latin1"));
    });
    const end = (): void => void (client.destroy(), server.destroy());
    for (const socket of [client, server]) socket.on("close", end).on("error", end);
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", () => resolve()));
  const url = new URL(actual);
  url.port = String((relay.address() as AddressInfo).port);
  return { url: url.toString(), close: () => new Promise((resolve) => relay.close(() => resolve())) };
}
