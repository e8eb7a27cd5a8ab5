import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { request } from "node:http";
import { aHub, type TestHub } from "../harness/hub.js";
import { get, post, questions, until, withCache } from "./questions.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process", withCache);
  await until(async () => (await get(hub, "{ sources { code } }")).statements === 0, "answers that are kept");
}, 60_000);
afterAll(() => hub?.close());

describe("an answer is computed once and told again", () => {
  it("to whoever asks the same, by GET or by POST, in whatever order they write their variables", async () => {
    const first = await get(hub, questions.observations, { campaign: "2024" });
    expect(first.statements).toBeGreaterThan(0);
    expect(first.text).toContain('"data"');
    const again = await get(hub, questions.observations, { campaign: "2024", unknown: 1 });
    const posted = await post(hub, { query: questions.observations, variables: { campaign: "2024" } });
    for (const other of [again, posted]) {
      expect(other.statements).toBe(0);
      expect(other.text).toBe(first.text);
      expect(other.headers.get("content-type")).toBe(first.headers.get("content-type"));
    }
  });

  it("but not to who asks something else: another value, another operation, another form of answer", async () => {
    await get(hub, questions.vintages, { campaign: "2024" });
    const others = [
      await get(hub, questions.vintages, { campaign: "2019" }),
      await get(hub, questions.vintages.replace("status", "number"), { campaign: "2024" }),
      await get(
        hub,
        questions.vintages,
        { campaign: "2024" },
        { accept: "application/graphql-response+json" },
      ),
    ];
    for (const other of others) expect(other.statements).toBeGreaterThan(0);
    expect(others[2]?.headers.get("content-type")).toContain("application/graphql-response+json");
  });

  it("with the same headers the short way as the long way, a request number of its own each time", async () => {
    const seen = [];
    for (let turn = 0; turn < 3; turn += 1) seen.push(await get(hub, questions.glossary));
    const [long, ...short] = seen.map(({ headers }) => new Map(headers));
    const numbers = new Set(seen.map(({ headers }) => headers.get("x-request-id")));
    expect(numbers.size).toBe(3);
    for (const headers of [long, ...short]) {
      headers?.delete("x-request-id");
      headers?.delete("date");
    }
    for (const headers of short) expect(headers).toEqual(long);
    expect([...(long?.keys() ?? [])]).toEqual(
      expect.arrayContaining([
        "content-security-policy",
        "strict-transport-security",
        "x-content-type-options",
        "access-control-allow-origin",
        "vary",
        "etag",
        "cache-control",
      ]),
    );
    expect(long?.get("cache-control")).toBe("public, max-age=10, stale-while-revalidate=20");
    expect(long?.get("vary")).toBe("accept, accept-encoding, carrefour-cost");
  });

  it("asked once when a hundred ask at the same moment", async () => {
    const query =
      'query Crowd { establishments(search: "sante") { code name { fr } userCommittees { id } } }';
    const alone = (await get(hub, `${query} # alone`)).statements;
    const before = hub.statements.length;
    const crowd = await Promise.all(Array.from({ length: 100 }, () => get(hub, query)));
    expect(hub.statements.length - before).toBe(alone);
    expect(new Set(crowd.map(({ text }) => text)).size).toBe(1);
  });

  it("not when something is missing: an error is told once, to whom it happened", async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const wrong = await get(hub, questions.vintages, { campaign: "none" });
      expect(wrong.text).toContain('"errors"');
      expect(wrong.statements).toBeGreaterThan(0);
      expect(wrong.headers.get("etag")).toBeNull();
      expect(wrong.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("though the word « errors » stands in what it says", async () => {
    const query = '{ errors: glossary(search: "comite") { code } }';
    await get(hub, query);
    expect((await get(hub, query)).statements).toBe(0);
  });
});

describe("who holds an answer already is told so", () => {
  it("by 304, with the headers that count and no body, the long way and the short way", async () => {
    const first = await get(hub, questions.committees);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await get(hub, questions.committees, {}, { "if-none-match": held });
      expect([again.status, again.text]).toEqual([304, ""]);
      expect(again.headers.get("etag")).toBe(etag);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
      expect(again.headers.get("vary")).toBe(first.headers.get("vary"));
      expect(again.headers.get("content-security-policy")).not.toBeNull();
    }
    expect((await get(hub, questions.committees, {}, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("not by POST, where a condition means something else", async () => {
    const etag = (await get(hub, questions.committees)).headers.get("etag") ?? "";
    const posted = await post(hub, { query: questions.committees }, { "if-none-match": etag });
    expect([posted.status, posted.headers.get("etag")]).toEqual([200, null]);
  });
});

describe("a body is compressed for who takes it so", () => {
  // By hand: fetch unpacks what it gets.
  const raw = (encoding: string, query: string): Promise<{ encoding: string; etag: string; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const headers = { "accept-encoding": encoding, "apollo-require-preflight": "1" };
      request(`${hub.address}/graphql?query=${encodeURIComponent(query)}`, { headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({
            encoding: String(answer.headers["content-encoding"] ?? "identity"),
            etag: String(answer.headers.etag),
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on("error", reject)
        .end();
    });

  it("in brotli, in gzip or as it is, each with a tag of its own, the first time and from then on", async () => {
    const plain = await raw("identity", questions.glossary);
    for (let turn = 0; turn < 2; turn += 1) {
      const br = await raw("gzip, deflate, br", questions.glossary);
      const gzip = await raw("gzip;q=0.8, br;q=0", questions.glossary);
      expect([br.encoding, gzip.encoding]).toEqual(["br", "gzip"]);
      expect(brotliDecompressSync(br.body)).toEqual(plain.body);
      expect(gunzipSync(gzip.body)).toEqual(plain.body);
      expect(br.body.length).toBeLessThan(plain.body.length / 2);
      expect(new Set([plain.etag, br.etag, gzip.etag]).size).toBe(3);
    }
  });

  it("also when it is sent once only, as what has an error in it", async () => {
    const wrong = `{ glossary { code term { fr } definition { fr } } establishment(code: "ciusss-estrie-chus") { observations(campaign: "none") { value } } }`;
    const answered = await raw("gzip", wrong);
    expect(answered.encoding).toBe("gzip");
    expect(gunzipSync(answered.body).toString()).toContain('"errors"');
  });
});

describe("nothing of anybody's own is shared", () => {
  it.each([
    { what: "a name", headers: { authorization: "Bearer x" } },
    { what: "a cookie", headers: { cookie: "session=1" } },
    { what: "the wish to see the cost", headers: { "carrefour-cost": "show" } },
  ])("a request with $what is neither answered from what is kept nor kept", async ({ what, headers }) => {
    const query = `query Own { partnerConcepts { code } } # ${what}`;
    for (let turn = 0; turn < 2; turn += 1) {
      const own = await get(hub, query, {}, headers as unknown as Record<string, string>);
      expect(own.statements).toBeGreaterThan(0);
      expect(own.headers.get("cache-control")).toBe("no-store");
      expect(own.headers.get("etag")).toBeNull();
    }
    // Not kept either: whoever comes next asks anew.
    const next = await get(hub, query);
    expect(next.statements).toBeGreaterThan(0);
    expect(next.text).not.toContain("extensions");
  });

  it("the authenticated door keeps nothing and compresses nothing", async () => {
    const token = await hub.tokenFor("steward:collect");
    for (let turn = 0; turn < 2; turn += 1) {
      const before = hub.statements.length;
      const response = await fetch(`${hub.address}/graphql/authenticated`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "accept-encoding": "br, gzip",
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ query: "{ glossary { code term { fr } definition { fr } } }" }),
      });
      expect((await response.text()).length).toBeGreaterThan(1_000);
      expect(hub.statements.length).toBeGreaterThan(before);
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(response.headers.get("etag")).toBeNull();
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("a GET that another site could have a browser send is refused, whatever is kept", async () => {
    await get(hub, questions.glossary);
    const forged = await fetch(
      `${hub.address}/graphql?${new URLSearchParams({ query: questions.glossary, variables: "{}" }).toString()}`,
    );
    expect(forged.status).toBe(400);
  });
});
