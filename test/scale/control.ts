import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { beginAnew } from "./fresh-database.js";
import type { Topology } from "./topology.js";

/** What a suite asks of who runs the hub that it tests: a new database, an end of one subgraph, a token. */
export async function openControl(topology: Topology): Promise<{ address: string; close(): Promise<void> }> {
  const answer = async (url: URL): Promise<string> => {
    if (url.pathname === "/token") return topology.tokenOf(url.searchParams.get("account") ?? "");
    if (url.pathname === "/stop") await topology.ours.get(url.searchParams.get("name") ?? "")?.end();
    else await beginAnew(topology);
    return "";
  };
  const server: Server = createServer((request, response) => {
    // Asked now and then only: a connection that is kept is closed in the midst of a question.
    response.setHeader("connection", "close");
    answer(new URL(request.url ?? "", "http://control")).then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
