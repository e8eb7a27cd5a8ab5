import { afterEach, describe, expect, it } from "vitest";
import { httpTransport } from "./http.js";
import { NoAnswer } from "./no-answer.js";
import { aByteServer, anOperation, answer, aServer, until } from "./testing/a-server.js";
import type { Transport } from "./transport.js";
import { Wait } from "./wait.js";

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close();
});

function kept<One extends { close(): Promise<void> }>(one: One): One {
  closing.push(one);
  return one;
}

const to = (url: string, more: object = {}): Transport =>
  kept(httpTransport({ url, connections: 4, connectTimeoutMs: 1_000, ...more }));

const good = { data: { campaigns: [{ code: "2024" }] } };

/** What kept an answer from coming; it must tell no address. */
async function failureOf(sending: Promise<unknown>): Promise<NoAnswer> {
  const error = await sending.then(
    (answered) => expect(answered).toBe("a rejection"),
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(NoAnswer);
  expect((error as NoAnswer).message).not.toMatch(/127\.0\.0\.1|localhost|http|:\d+|\/graphql/);
  return error as NoAnswer;
}

describe("a fetch over HTTP", () => {
  it("sends the operation as JSON with the headers of its caller, and gives what was answered", async () => {
    const server = kept(
      await aServer((response) => answer(response, { ...good, extensions: { replayed: true } })),
    );
    const seen: string[] = [];
    const transport = to(server.url, {
      headersOf: (body: string, caller: string) => {
        seen.push(body);
        return { "x-caller": caller };
      },
    });
    const operation = anOperation({ operationName: "Year", variables: { year: "« 2024 »", none: null } });
    expect(await transport.send(operation, "estrie")).toEqual({ ...good, extensions: { replayed: true } });
    expect(JSON.parse(server.bodies[0]!)).toEqual({
      query: operation.query,
      operationName: "Year",
      variables: { year: "« 2024 »", none: null },
    });
    // What is signed is what is sent.
    expect(seen).toEqual(server.bodies);
    expect(server.requests[0]!.headers).toMatchObject({
      "x-caller": "estrie",
      "content-type": "application/json",
    });
    expect(server.requests[0]).toMatchObject({ method: "POST", url: "/graphql" });
  });

  it("keeps its connection for the next, and opens no more than it may at a time", async () => {
    const server = kept(await aServer((response) => setTimeout(() => answer(response, good), 20)));
    const transport = to(server.url);
    for (let n = 0; n < 10; n += 1) await transport.send(anOperation(), null);
    // undici takes a connection for free a moment after its answer: a second one may stand by.
    expect(server.mostOpen).toBeLessThanOrEqual(2);
    await Promise.all(Array.from({ length: 30 }, () => transport.send(anOperation(), null)));
    expect([server.bodies.length, server.mostOpen]).toEqual([40, 4]);
  });

  it("takes an answer that trickles in", async () => {
    const server = kept(
      await aServer((response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const bytes = Buffer.from(JSON.stringify({ data: { name: "Îles-de-la-Madeleine" } }));
        bytes.forEach((byte, index) => setTimeout(() => response.write(Buffer.from([byte])), index));
        setTimeout(() => response.end(), bytes.length + 20);
      }),
    );
    // Letters of two bytes are cut in the middle.
    expect(await to(server.url).send(anOperation(), null)).toEqual({
      data: { name: "Îles-de-la-Madeleine" },
    });
  });

  it("takes what a subgraph refuses in GraphQL as an answer, whatever the status", async () => {
    const refused = { errors: [{ message: "non", extensions: { code: "NOT_ALLOWED" } }] };
    const server = kept(
      await aServer((response, _, nth) =>
        answer(
          response,
          refused,
          nth === 1 ? {} : { status: 400, type: "application/graphql-response+json" },
        ),
      ),
    );
    const transport = to(server.url);
    expect(await transport.send(anOperation(), null)).toEqual(refused);
    expect(await transport.send(anOperation(), null)).toEqual(refused);
  });

  it.each<[string, number, string, string, string]>([
    ["a page", 200, "text/html", "<p>Bonjour</p>", "unreadable"],
    ["a page of a proxy", 502, "text/html", "<h1>Bad Gateway</h1>", "unreadable"],
    ["JSON that breaks off", 200, "application/json", '{"data":{"campai', "unreadable"],
    ["JSON that is no answer", 200, "application/json", '{"hello":1}', "unreadable"],
    ["a list", 200, "application/json", "[]", "unreadable"],
    ["nothing", 200, "application/json", "", "unreadable"],
    ["data that is a list", 200, "application/json", '{"data":[]}', "unreadable"],
    ["data of nothing without a reason", 200, "application/json", '{"data":null}', "unreadable"],
    ["errors that are no list", 200, "application/json", '{"data":{},"errors":{}}', "unreadable"],
    ["a failure of its own", 500, "application/json", '{"statusCode":500}', "unreadable"],
    ["a server that stops", 503, "application/json", '{"message":"Service Unavailable"}', "unreadable"],
    ["a hop that it does not take", 401, "application/json", '{"errors":[{"message":"non"}]}', "turned-away"],
    ["no keys of the issuer", 503, "application/json", '{"errors":[{"message":"non"}]}', "turned-away"],
  ])("takes %s for no answer", async (_, status, type, text, kind) => {
    const server = kept(
      await aServer((response) => void response.writeHead(status, { "content-type": type }).end(text)),
    );
    expect((await failureOf(to(server.url).send(anOperation(), null))).kind).toBe(kind);
  });

  it("follows no redirect: neither body nor token goes anywhere else", async () => {
    const elsewhere = kept(await aServer((response) => answer(response, good)));
    for (const status of [301, 302, 307, 308]) {
      const server = kept(
        await aServer((response) => void response.writeHead(status, { location: elsewhere.url }).end()),
      );
      expect((await failureOf(to(server.url).send(anOperation(), null))).kind).toBe("unreadable");
    }
    expect(elsewhere.bodies).toEqual([]);
  });

  it("reads no more of an answer than it may, announced or not", async () => {
    for (const isAnnounced of [true, false]) {
      const server = kept(
        await aServer((response) => {
          const text = JSON.stringify({ data: { text: "x".repeat(5_000) } });
          response.writeHead(200, {
            "content-type": "application/json",
            ...(isAnnounced ? { "content-length": Buffer.byteLength(text) } : {}),
          });
          response.end(text);
        }),
      );
      const failure = await failureOf(to(server.url, { mostAnswerBytes: 2_000 }).send(anOperation(), null));
      expect([failure.kind, failure.message]).toEqual(["unreadable", expect.stringContaining("2000 bytes")]);
      expect(await to(server.url, { mostAnswerBytes: 6_000 }).send(anOperation(), null)).toBeDefined();
    }
  });

  it("tells a connection that ends before the first byte from one that ends within the answer", async () => {
    const before = kept(await aServer((response) => response.socket!.destroy()));
    expect((await failureOf(to(before.url).send(anOperation(), null))).kind).toBe("unreachable");
    await before.close();
    expect((await failureOf(to(before.url).send(anOperation(), null))).kind).toBe("unreachable");
    for (const begun of ["HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"]) {
      const within = kept(
        await aByteServer((socket) => {
          socket.write(begun);
          setTimeout(() => socket.resetAndDestroy(), 10);
        }),
      );
      expect((await failureOf(to(within.url).send(anOperation(), null))).kind).toBe("cut-off");
    }
    const garbage = kept(await aByteServer((socket) => void socket.write("bonjour\r\n\r\n")));
    expect((await failureOf(to(garbage.url).send(anOperation(), null))).kind).toBe("cut-off");
  });

  it("lets go of the connection when nobody waits any more, and asks on with another", async () => {
    const server = kept(
      await aServer((response, _, nth) => (nth === 1 ? undefined : answer(response, good))),
    );
    const transport = to(server.url);
    const wait = new Wait();
    const sending = transport.send(anOperation(), null, wait);
    await until(() => server.bodies.length === 1);
    const reason = new NoAnswer("too-late", "no answer");
    wait.end(reason);
    await expect(sending).rejects.toBe(reason);
    await until(() => server.givenUp === 1);
    expect(await transport.send(anOperation(), null, new Wait())).toEqual(good);
    // What nobody waits for is not even sent.
    await expect(transport.send(anOperation(), null, wait)).rejects.toBe(reason);
    expect(server.bodies).toHaveLength(2);
  });

  it("sends nothing of what waited for a connection longer than anybody waited for it", async () => {
    const server = kept(await aServer((response) => setTimeout(() => answer(response, good), 50)));
    const transport = to(server.url, { connections: 1 });
    const first = transport.send(anOperation(), null, new Wait());
    const wait = new Wait();
    const second = transport.send(anOperation({ query: "{ second }" }), null, wait);
    const reason = new NoAnswer("too-late", "no answer");
    wait.end(reason);
    await expect(second).rejects.toBe(reason);
    await first;
    await transport.send(anOperation({ query: "{ third }" }), null, new Wait());
    expect(server.bodies.map((body) => (JSON.parse(body) as { query: string }).query)).toEqual([
      "{ campaigns { code } }",
      "{ third }",
    ]);
  });
});
