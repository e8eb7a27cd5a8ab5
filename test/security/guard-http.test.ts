import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";
import { ask, knock } from "./knock.js";

const named = "https://tableau.exemple.ca";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process", { CORS_ORIGINS: named, REQUEST_TIMEOUT_SECONDS: "3" });
}, 60_000);
afterAll(() => hub?.close());

const query = "{ healthRegions { code } }";
const search = `?query=${encodeURIComponent(query)}`;

/** Sends a request as fetch would not let anyone: by GET with a content type, or half of one. */
const byHand = (headers: Record<string, string>, body = "", method = "POST"): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(hub.address);
    const sent = request(
      { hostname, port, method, path: `/graphql${method === "GET" ? search : ""}`, headers },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });

describe("a request that another site could make a browser send", () => {
  it("is not answered by GET without a header that only a script of ours sends", async () => {
    const { status, errors } = await knock(hub.address, { method: "GET", search, headers: {} });
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: "CROSS_SITE_REQUEST" } }]);
    const meant = await knock(hub.address, {
      method: "GET",
      search,
      headers: { "apollo-require-preflight": "1" },
    });
    expect(meant.status).toBe(200);
  });

  it("is not answered by GET with a content type, which one browser let through (GHSA-9q82-xgwf-vj6h)", async () => {
    for (const type of [
      "application/json; charset=x",
      "message/rfc822",
      "text/plain; application/json",
      "multipart/form-data",
    ])
      expect(await byHand({ "content-type": type }, "", "GET")).toBeGreaterThanOrEqual(400);
    expect(
      await byHand({ "content-type": "message/rfc822", "apollo-require-preflight": "1" }, "", "GET"),
    ).toBe(415);
  });

  it.each([
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "text/plain; application/json",
    "application/graphql",
    "application/xml",
  ])("is not read as %s", async (type) => {
    const { status, errors } = await knock(hub.address, {
      headers: { "content-type": type, "apollo-require-preflight": "1" },
      body: JSON.stringify({ query }),
    });
    expect(status).toBe(415);
    expect(errors).toMatchObject([{ extensions: { code: "UNSUPPORTED_CONTENT" } }]);
  });

  it("is not read in a character set other than UTF-8 (GHSA-mp6q-xf9x-fwf7), nor compressed", async () => {
    const body = JSON.stringify({ query });
    for (const charset of ["utf-16le", "utf-7", "cesu-8", "x".repeat(200)])
      expect(await byHand({ "content-type": `application/json; charset=${charset}` }, body)).toBe(415);
    for (const encoding of ["gzip", "br", "deflate", "gzip, identity", "bomb"])
      expect(await byHand({ "content-type": "application/json", "content-encoding": encoding }, body)).toBe(
        415,
      );
    expect(await byHand({ "content-type": "application/json; charset=UTF-8" }, body)).toBe(200);
  });

  it("is not answered by PUT, DELETE or HEAD, nor as a page", async () => {
    for (const method of ["PUT", "DELETE", "HEAD"])
      expect((await knock(hub.address, { method, headers: {} })).status).toBeGreaterThanOrEqual(400);
    const page = await knock(hub.address, { method: "GET", headers: { accept: "text/html" } });
    expect(page.status).toBe(400);
    expect(page.headers.get("content-type")).toContain("application/json");
  });

  it("does not run a document by a hash that it does not know", async () => {
    const { status, errors } = await knock(hub.address, {
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } } }),
    });
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }]);
  });
});

describe("a request whose Host is no name of a machine", () => {
  it.each(["[", "a b", "%", "@", 'a"><b>'])("is the sender's mistake, not ours: %s", async (host) => {
    const body = JSON.stringify({ query });
    expect(await byHand({ host, "content-type": "application/json" }, body)).toBe(400);
    expect(await byHand({ host, "apollo-require-preflight": "1" }, "", "GET")).toBe(400);
    expect(await byHand({ host: "carrefour.exemple.ca", "content-type": "application/json" }, body)).toBe(
      200,
    );
  });
});

describe("a browser of another site", () => {
  const preflight = (door: string, origin: string) =>
    knock(hub.address, {
      door,
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });

  it("may ask the public door, whatever the site, without credentials", async () => {
    const { status, headers } = await preflight("/graphql", "https://portail.exemple.ca");
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    const answer = await ask(hub.address, query, undefined, {
      headers: { origin: "https://portail.exemple.ca" },
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-expose-headers")).toContain("x-request-id");
  });

  it("may ask the authenticated door only from a site that the operator named", async () => {
    const door = "/graphql/authenticated";
    expect((await preflight(door, named)).headers.get("access-control-allow-origin")).toBe(named);
    for (const origin of ["https://malveillant.exemple", `${named}.malveillant.exemple`, "null"])
      expect((await preflight(door, origin)).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("may read nothing else of the hub", async () => {
    for (const door of ["/", "/explorer/", "/health/ready"])
      expect(
        (await knock(hub.address, { door, method: "GET", headers: { origin: named } })).headers.get(
          "access-control-allow-origin",
        ),
      ).toBeNull();
  });
});

describe("an answer", () => {
  it("has a number of the hub's own, whatever number came in", async () => {
    const given = "11111111-1111-1111-1111-111111111111";
    const { headers, errors } = await ask(hub.address, "{ nothing }", undefined, {
      headers: { "x-request-id": given },
    });
    const number = headers.get("x-request-id");
    expect(number).toMatch(/^[\da-f-]{36}$/);
    expect(number).not.toBe(given);
    expect(errors.map(({ extensions }) => extensions.requestId)).toEqual([number]);
  });

  it("tells browsers to load nothing from elsewhere and to show nothing inside other pages", async () => {
    for (const door of ["/", "/en", "/assets/portal.css", "/health/live", "/explorer/"]) {
      const { headers } = await knock(hub.address, { door, method: "GET", headers: {} });
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });
});

describe("a page", () => {
  const page = async (door: string): Promise<{ html: string; policy: string }> => {
    const { text, headers } = await knock(hub.address, { door, method: "GET", headers: {} });
    return { html: text, policy: headers.get("content-security-policy") ?? "" };
  };

  it("of the portal loads only its own style, which its policy allows", async () => {
    for (const door of ["/", "/en"]) {
      const { html, policy } = await page(door);
      expect(policy).toContain("style-src 'self'");
      expect(html).not.toMatch(/<script|<style|style="|onclick|src="http/);
      const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? [];
      expect((await knock(hub.address, { door: style ?? "", method: "GET", headers: {} })).status).toBe(200);
    }
  });

  it("of the explorer runs its own scripts, by a number that is new each time, and finds all that it loads", async () => {
    const [first, second] = [await page("/explorer/"), await page("/explorer/")];
    const nonceOf = ({ policy }: { policy: string }) => /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonceOf(first)).toMatch(/^[\w+/=]{20,}$/);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    const inline = [...first.html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map(
      ([, attributes]) => attributes,
    );
    expect(inline.length).toBeGreaterThan(0);
    for (const attributes of inline) expect(attributes).toContain(`nonce="${nonceOf(first)}"`);
    const loaded = [...first.html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)].map(
      ([, path]) => path ?? "",
    );
    expect(loaded.length).toBeGreaterThan(5);
    for (const path of loaded) {
      expect(path).not.toMatch(/^https?:|^\/\//);
      const { status } = await knock(hub.address, { door: `/explorer/${path}`, method: "GET", headers: {} });
      expect({ path, status }).toEqual({ path, status: 200 });
    }
    expect(first.html).toContain("'carrefour-cost': `show`");
  });
});

describe("a connection", () => {
  const slowly = (first: string, everyMs: number): Promise<{ seconds: number; answer: string }> =>
    new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const { hostname, port } = new URL(hub.address);
      const socket = connect(Number(port), hostname);
      let answer = "";
      socket.write(first);
      const dripping = setInterval(() => socket.writable && socket.write("x"), everyMs);
      socket.on("data", (bytes: Buffer) => (answer += bytes.toString()));
      socket.on("error", () => undefined);
      socket.on("close", () => {
        clearInterval(dripping);
        resolve({ seconds: (performance.now() - startedAt) / 1_000, answer });
      });
      setTimeout(() => reject(new Error("still open")), 15_000).unref();
    });

  it("that sends its headers drop by drop is closed within a third of the time for a request", async () => {
    const { seconds } = await slowly("POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ", 200);
    expect(seconds).toBeLessThan(3.5);
  });

  it("that sends its body drop by drop is closed at the end of that time", async () => {
    const { seconds } = await slowly(
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{",
      200,
    );
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(6);
  });
});
