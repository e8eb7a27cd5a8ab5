import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressKey } from "../../gateway/guard/rate/address-key.js";
import { refusedWeight } from "../../gateway/guard/rate/rate-limits.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { ask, knock, type Knocked } from "./knock.js";

const limit = 2 * refusedWeight + 1;
const query = "{ healthRegions { code } }";
const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
const times = async (count: number, act: () => Promise<Knocked>): Promise<number[]> => {
  const statuses: number[] = [];
  for (let n = 0; n < count; n += 1) statuses.push((await act()).status);
  return statuses;
};

describe("how often one may ask", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub("in process", {
      RATE_LIMIT_ADDRESS: String(limit),
      RATE_LIMIT_PRINCIPAL: "2",
      TRUST_PROXY: "1",
    });
  }, 60_000);
  afterAll(() => hub?.close());

  it("is limited by address: the next request is told when to come back, and watchers are still answered", async () => {
    const asked = () => ask(hub.address, query, undefined, from("203.0.113.1"));
    expect(new Set(await times(limit, asked))).toEqual(new Set([200]));
    const plans = hub.plans.length;
    const { status, headers, errors } = await asked();
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(headers.get("ratelimit-policy")).toBe(`"address";q=${limit};w=60`);
    expect(headers.get("ratelimit")).toMatch(/^"address";r=0;t=\d+$/);
    expect(errors).toMatchObject([
      {
        extensions: {
          code: "TOO_MANY_REQUESTS",
          family: "TOO_COSTLY",
          messages: { en: expect.any(String) },
          requestId: headers.get("x-request-id"),
        },
      },
    ]);
    expect(hub.plans.length).toBe(plans);
    const visit = (door: string) =>
      knock(hub.address, { door, method: "GET", headers: { "x-forwarded-for": "203.0.113.1" } });
    expect((await visit("/health/live")).status).toBe(200);
    expect((await visit("/")).status).toBe(429);
  });

  it("weighs a refused request as much as fifty good ones", async () => {
    const bad = () =>
      ask(hub.address, "{ constructor: healthRegions { code } }", undefined, from("203.0.113.2"));
    expect(await times(3, bad)).toEqual([400, 400, 400]);
    expect(await times(2, bad)).toEqual([429, 429]);
  });

  it("goes by the address that a trusted proxy gives: callers can only lengthen the other end of the list", async () => {
    const bad = (address: string) =>
      ask(hub.address, "{ constructor: healthRegions { code } }", undefined, from(address));
    expect(await times(3, () => bad("203.0.113.3"))).toEqual([400, 400, 400]);
    expect((await bad("198.51.100.9, 203.0.113.3")).status).toBe(429);
    expect((await bad("203.0.113.3, 203.0.113.4")).status).toBe(400);
  });

  it("is limited by account at the authenticated door, each account for itself", async () => {
    const as = async (account: string) => {
      const authorization = `Bearer ${await hub.tokenFor(account)}`;
      return ask(hub.address, "{ me { audience } }", undefined, {
        door: "/graphql/authenticated",
        headers: { authorization, ...from("203.0.113.5").headers },
      });
    };
    expect(await times(2, () => as("researcher"))).toEqual([200, 200]);
    const over = await as("researcher");
    expect(over.status).toBe(429);
    expect(over.headers.get("ratelimit-policy")).toBe('"principal";q=2;w=60');
    expect((await as("steward:collect")).status).toBe(200);
  });
});

describe("how often one may ask without a proxy that is trusted", () => {
  it("goes by the connection, whatever X-Forwarded-For says", async () => {
    const hub = await aHub("in process", { RATE_LIMIT_ADDRESS: "2" });
    try {
      const asked = (address: string) => ask(hub.address, query, undefined, from(address));
      expect(await times(2, () => asked("203.0.113.1"))).toEqual([200, 200]);
      expect((await asked("203.0.113.2")).status).toBe(429);
    } finally {
      await hub.close();
    }
  }, 60_000);
});

describe("an address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["::1", "0:0:0:0"],
  ])("%s is counted as %s", (address, key) => expect(addressKey(address)).toBe(key));
});
