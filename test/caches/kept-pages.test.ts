import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { request } from "node:http";
import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { aHub, type TestHub } from "../harness/hub.js";
import { until, withCache } from "./questions.js";

/** A page as it came over the wire. */
interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly text: string;
  /** True when the hub asked its database meanwhile. */
  readonly isMade: boolean;
}

// By hand: fetch unpacks what it gets.
const pageOf = (hub: TestHub, path: string, headers: Record<string, string> = {}): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const before = hub.statements.length;
    const asked = { "accept-encoding": "identity", accept: "text/html", ...headers };
    request(`${hub.address}${path}`, { headers: asked }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body,
          text: body.toString(),
          isMade: hub.statements.length > before,
        });
      });
    })
      .on("error", reject)
      .end();
  });

const asSteward = { account: "steward:collect" } as const;
const publish = `mutation { publishCampaign(campaign: "2025-2026", reason: "Première publication") { vintage } }`;

/** Answers of the hub differ by what this page says; what the pages read is known once it is kept. */
const isKept = async (hub: TestHub, path: string): Promise<boolean> => !(await pageOf(hub, path)).isMade;

describe("a page that is the same for everybody is made once", () => {
  let hub: TestHub;
  let journal = "";
  beforeAll(async () => {
    const lines = new PassThrough();
    lines.on("data", (chunk: Buffer) => (journal += chunk.toString()));
    hub = await aHub("in process", withCache, { journal: lines });
    await until(() => isKept(hub, "/en"), "pages that are kept");
  }, 60_000);
  afterAll(() => hub?.close());

  it("and told again word for word, each language and each address on its own", async () => {
    const first = await pageOf(hub, "/");
    const again = await pageOf(hub, "/");
    expect([first.status, again.status, again.isMade]).toEqual([200, 200, false]);
    expect(again.text).toBe(first.text);
    expect(first.text).toContain('<html lang="fr-CA">');
    expect((await pageOf(hub, "/en")).text).toContain('<html lang="en-CA">');
    const found = await pageOf(hub, "/recherche?q=budget");
    expect(found.text).not.toBe((await pageOf(hub, "/recherche?q=comite")).text);
  });

  it("whatever else stands in its address: a campaign's mark makes no second page", async () => {
    const plain = await pageOf(hub, "/en");
    const marked = await pageOf(hub, "/en?utm_source=letter");
    expect([marked.text, marked.isMade]).toEqual([plain.text, false]);
  });

  it("for all who ask at the same time: one of them has it made, the others wait for it", async () => {
    // None of them is answered before all have asked.
    const held = hub.database.query(
      "BEGIN; LOCK TABLE quality_indicators_published.indicator IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(1); COMMIT",
    );
    await pause(200);
    const told = await Promise.all(Array.from({ length: 5 }, () => pageOf(hub, "/indicateurs/IQP-07")));
    await held;
    expect(new Set(told.map(({ text }) => text)).size).toBe(1);
    const outcomes = [...journal.matchAll(/^.*"page indicator".*$/gm)].map(
      ([line]) => /"cache":"(\w+)"/.exec(line)?.[1],
    );
    expect(outcomes.slice(-5).sort()).toEqual(["miss", "shared", "shared", "shared", "shared"]);
  });

  it("in brotli, in gzip or as it is, each with a tag of its own", async () => {
    const plain = await pageOf(hub, "/");
    for (let turn = 0; turn < 2; turn += 1) {
      const br = await pageOf(hub, "/", { "accept-encoding": "gzip, deflate, br" });
      const gzip = await pageOf(hub, "/", { "accept-encoding": "gzip" });
      expect([br.headers["content-encoding"], gzip.headers["content-encoding"]]).toEqual(["br", "gzip"]);
      expect(brotliDecompressSync(br.body)).toEqual(plain.body);
      expect(gunzipSync(gzip.body)).toEqual(plain.body);
      expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    }
    expect(plain.headers.vary).toBe("accept-encoding");
  });

  it("with the same headers from what is kept as when it was made, the policy of its content among them", async () => {
    const seen = [];
    for (let turn = 0; turn < 3; turn += 1) seen.push(await pageOf(hub, "/recherche?q=bureau"));
    expect(seen.map(({ isMade }) => isMade)).toEqual([true, false, false]);
    const [made, ...kept] = seen.map(({ headers }) => {
      const { date: _date, "x-request-id": _request, ...same } = headers;
      return same;
    });
    for (const headers of kept) expect(headers).toEqual(made);
    expect(made?.["content-security-policy"]).not.toContain("unsafe-inline");
    expect(made?.["cache-control"]).toBe("public, max-age=10, stale-while-revalidate=20");
  });

  it("and who holds it already is told so by 304, without a body", async () => {
    const { headers, text } = await pageOf(hub, "/");
    expect(text.length).toBeGreaterThan(1_000);
    for (let turn = 0; turn < 2; turn += 1) {
      const again = await pageOf(hub, "/", { "if-none-match": String(headers.etag) });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, "", headers.etag]);
    }
    expect((await pageOf(hub, "/", { "if-none-match": '"other"' })).status).toBe(200);
    // By an address that nobody came by yet, too.
    const marked = await pageOf(hub, "/?utm_source=post", { "if-none-match": String(headers.etag) });
    expect([marked.status, marked.text, marked.headers.etag]).toEqual([304, "", headers.etag]);
  });

  it.each([{ cookie: "session=somebody-s-own" }, { authorization: "Bearer somebody-s-own" }])(
    "and who carries a name is told what everybody is told: %j",
    async (headers) => {
      const everybodys = await pageOf(hub, "/en/search?q=office");
      const own = await pageOf(hub, "/en/search?q=office", headers as unknown as Record<string, string>);
      expect([own.status, own.text]).toEqual([200, everybodys.text]);
      expect(own.headers["set-cookie"]).toBeUndefined();
    },
  );

  it("but what is at no address is kept by nobody", async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const nothing = await pageOf(hub, "/indicateurs/IQP-99");
      expect([nothing.status, nothing.headers["cache-control"], nothing.headers.etag]).toEqual([
        404,
        "no-store",
        undefined,
      ]);
    }
  });

  it("and a publication drops it at once, before the steward is answered", async () => {
    const path = "/indicateurs/IQP-06";
    const { data } = await hub.ask<{ submissions: { id: string; state: string }[] }>(
      '{ submissions(campaign: "2025-2026") { id state } }',
      asSteward,
    );
    const id = data?.submissions.find(({ state }) => state === "SUBMITTED")?.id;
    const approve = "mutation ($id: ID!) { approveSubmission(id: $id) { state } }";
    await hub.ask(approve, { ...asSteward, variables: { id } });
    await until(() => isKept(hub, path), "the indicator's page is kept");
    const before = await pageOf(hub, path);
    expect(before.text).not.toContain("2025-2026.1");
    const published = await hub.ask(publish, { account: "steward:publish" });
    expect(published.data).toEqual({ publishCampaign: { vintage: "2025-2026.1" } });
    const after = await pageOf(hub, path, { "if-none-match": String(before.headers.etag) });
    expect([after.status, after.isMade]).toEqual([200, true]);
    expect(after.text).toContain("2025-2026.1");
  }, 60_000);
});

describe("a page of which a part could not be read", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub("over HTTP", withCache);
  }, 60_000);
  afterAll(() => hub?.close());

  it("says so in its place, shows the rest, and is kept by nobody", async () => {
    await hub.stopSubgraph("user-committees");
    for (let turn = 0; turn < 2; turn += 1) {
      const partial = await pageOf(hub, "/etablissements/ciusss-estrie-chus");
      expect(partial.status).toBe(200);
      expect(partial.text).toContain('class="lost"');
      expect(partial.text).toContain("Sherbrooke");
      expect([partial.headers["cache-control"], partial.headers.etag]).toEqual(["no-store", undefined]);
    }
  });

  it("and a page of which nothing can be read says that it cannot be read now", async () => {
    await hub.stopSubgraph("quality-indicators");
    const unavailable = await pageOf(hub, "/indicateurs/IQP-06");
    expect([unavailable.status, unavailable.headers["cache-control"]]).toEqual([503, "no-store"]);
    expect(unavailable.text).toContain("réessayez dans une minute");
  });
});
