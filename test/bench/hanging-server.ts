import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A subgraph that says it is ready and answers nothing. */
export interface HangingServer {
  readonly url: string;
  /** Questions that came, and the most connections that were open at a time since the last reading. */
  read(): { readonly asked: number; readonly mostOpen: number };
  stop(): Promise<void>;
}

export async function startHangingServer(): Promise<HangingServer> {
  let [asked, open, mostOpen] = [0, 0, 0];
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === "GET") response.end('{"status":"ready","isDemonstration":false}');
    else asked += 1;
  });
  server.on("connection", (socket) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    socket.on("close", () => (open -= 1));
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    read() {
      const since = { asked, mostOpen };
      [asked, mostOpen] = [0, open];
      return since;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
