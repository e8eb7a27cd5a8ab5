import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { readHop } from "./hop-token.js";
import type { Principal } from "./principal.js";
import { askPeerOf, noPeers, peerTransport, type PeerTransport } from "./peer.js";

const secrets = (): string[] => ["a-secret-of-thirty-two-characters"];
const at = (url: string): PeerTransport => peerTransport(() => url, secrets);
const asked: { body: unknown; authorization: string | undefined; hop: unknown }[] = [];
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  asked.length = 0;
  for (const server of servers.splice(0)) server.close();
});

/** A subgraph over HTTP that answers each question with the given status and body. */
async function aNeighbour(status: number, answer: string): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { authorization, "x-carrefour-hop": hop } = request.headers;
      asked.push({ body: JSON.parse(body), authorization, hop });
      response.writeHead(status, { "content-type": "application/json" }).end(answer);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const logged: unknown[] = [];
const ask = (transport: PeerTransport) =>
  askPeerOf(transport, "request-7", (error) => logged.push(error))<unknown>("partners", "{ a }", { b: 1 });

describe("a subgraph that asks another", () => {
  it("is answered over HTTP, with the number of the request and no right of its caller", async () => {
    const url = await aNeighbour(200, '{"data":{"a":1}}');
    expect(await ask(at(url))).toEqual({ a: 1 });
    const hop = expect.any(String);
    expect(asked).toEqual([{ body: { query: "{ a }", variables: { b: 1 } }, authorization: undefined, hop }]);
    expect(readHop(secrets, String(asked[0]?.hop), "partners")).toMatchObject({
      requestId: "request-7",
      caller: "public",
      tokenHash: null,
    });
  });

  it("asks as the hub only what the hub itself needs to know", async () => {
    const url = await aNeighbour(200, '{"data":{"a":1}}');
    await at(url)("partners", { query: "{ a }", variables: {}, requestId: "request-8", asHub: true });
    expect(readHop(secrets, String(asked[0]?.hop), "partners")).toMatchObject({ caller: "hub" });
  });

  it("is the public to a subgraph of the same process", async () => {
    const principals: Principal[] = [];
    const neighbour = {
      execute: async ({ principal }: { principal: Principal }) => {
        principals.push(principal);
        return { data: { a: 2 } };
      },
    };
    expect(await ask(peerTransport(() => neighbour))).toEqual({ a: 2 });
    expect(principals.map(({ audience, scopes }) => [audience, scopes])).toEqual([["public", []]]);
  });

  it.each<[string, () => Promise<PeerTransport>]>([
    ["has no address", async () => noPeers],
    ["answers to nobody", async () => at("http://127.0.0.1:9/graphql")],
    [
      "would want a hop that nobody can sign",
      async () => {
        const url = await aNeighbour(200, '{"data":{"a":1}}');
        return peerTransport(() => url);
      },
    ],
    [
      "fails",
      async () => {
        const url = await aNeighbour(503, '{"data":{"a":1}}');
        return at(url);
      },
    ],
    [
      "answers with half of what was asked",
      async () => {
        const url = await aNeighbour(200, '{"data":{"a":null},"errors":[{"message":"secret"}]}');
        return at(url);
      },
    ],
    [
      "answers something else than JSON",
      async () => {
        const url = await aNeighbour(200, "<html>");
        return at(url);
      },
    ],
  ])("is refused clearly, and only the log knows why, when its neighbour %s", async (_title, make) => {
    logged.length = 0;
    const transport = await make();
    const refusal = await ask(transport).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      extensions: { code: "PEER_UNAVAILABLE", family: "UNAVAILABLE" },
      message:
        "La partie « partners » du carrefour, dont cette opération a besoin, ne répond pas. Rien n'a été écrit ; réessayez plus tard.",
    });
    expect(logged).toHaveLength(1);
  });
});
