import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../test/harness/free-port.js";
import { healthOf, toldToAnyone, toldToOperator } from "./health.js";
import { keptFor } from "./kept-for.js";
import { otherParts } from "./other-parts.js";

let issuer: Server;
let asked = 0;
let status = 200;
beforeAll(async () => {
  issuer = createServer((_, response) => {
    asked += 1;
    response.writeHead(status).end("{}");
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(() => void issuer.close());

const discoveryUrl = (): string =>
  `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/.well-known/openid-configuration`;

describe("what the hub leans on beside its subgraphs", () => {
  it("is not told of where the environment names nothing", () => {
    expect([...otherParts({ redisUrl: null, discoveryUrl: null }).parts]).toEqual([]);
  });

  it("tells an issuer that answers from one that does not, and does not ask it for each who asks the hub", async () => {
    const { parts } = otherParts({ redisUrl: null, discoveryUrl: discoveryUrl() });
    const before = asked;
    const states = await Promise.all([parts.get("issuer")!(), parts.get("issuer")!()]);
    expect(states).toEqual([
      { isReady: true, reason: null },
      { isReady: true, reason: null },
    ]);
    expect(asked).toBe(before + 1);
    status = 503;
    const failing = otherParts({ redisUrl: null, discoveryUrl: discoveryUrl() });
    expect(await failing.parts.get("issuer")!()).toEqual({ isReady: false, reason: "HTTP 503" });
  });

  it("is named when it is away, with the reason for the operator only, and the hub stays ready: it serves without", async () => {
    const redisUrl = `redis://127.0.0.1:${await freePort()}`;
    const { parts, close } = otherParts({ redisUrl, discoveryUrl: null });
    const health = await healthOf(new Map(), parts, () => false)();
    close();
    expect(health.isReady).toBe(true);
    expect(toldToAnyone(health)).toMatchObject({ status: "ready", redis: "unavailable" });
    expect(toldToOperator(health)).toMatchObject({
      redis: { state: "unavailable", reason: expect.stringMatching(/\w/) },
    });
  });
});

describe("an answer that many ask for", () => {
  it("is asked once for all who ask at the same time, again later, and again at once after a failure", async () => {
    let count = 0;
    const ask = keptFor(20, async () => {
      count += 1;
      if (count === 2) throw new Error("away");
      return count;
    });
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    await new Promise((resolve) => setTimeout(resolve, 40));
    await expect(ask()).rejects.toThrow("away");
    expect(await ask()).toBe(3);
  });
});
