import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createExecutor } from "../../../gateway/supergraph/executor/index.js";
import type { Federation } from "../federation/federation.js";
import type { SubgraphDesk } from "../federation/subgraph-desk.js";
import type { Question } from "../truth/truth.js";
import type { World } from "../world/world.js";
import { type Contestant, plain, type PlainAnswer } from "./contestant.js";

/** The subgraphs of a federation as one server on loopback, and our executor with its own HTTP transports to it. */
export class OursOverHttp implements Contestant {
  readonly name = "the hub's executor over HTTP";
  private world: World | null = null;

  private constructor(
    private readonly server: Server,
    private readonly executor: ReturnType<typeof createExecutor>,
  ) {}

  static async open({ supergraphSdl }: Federation, desk: SubgraphDesk): Promise<OursOverHttp> {
    let contestant: OursOverHttp | null = null;
    const server = createServer((request, response) => {
      const name = request.url?.slice(1) ?? "";
      void textOf(request)
        .then((body) => desk.answer(name, JSON.parse(body) as never, contestant!.world!))
        .then((answer) => {
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify(answer));
        })
        // A subgraph that is down closes the connection.
        .catch(() => request.socket.destroy());
    });
    // Longer than any pause between two operations: a connection that ends just as it is used is another test's subject.
    server.keepAliveTimeout = 600_000;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const sdl = supergraphSdl.replace(
      /http:\/\/([a-z-]+)\.invalid\/graphql/g,
      (_, name: string) => `http://127.0.0.1:${port}/${name}`,
    );
    contestant = new OursOverHttp(server, createExecutor(sdl));
    return contestant;
  }

  async ask({ query, variables, operationName }: Question, world: World): Promise<PlainAnswer> {
    world.begin();
    this.world = world;
    return plain(await this.executor.execute({ query, variables, operationName }));
  }

  async close(): Promise<void> {
    await this.executor.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
