import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";
import { hostileRequests } from "./hostile-requests.js";
import { ask, knock } from "./knock.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

describe("a hostile request", () => {
  it.each(hostileRequests.map((request) => [request.kind, request] as const))(
    "is refused before anything is planned or read: %s",
    async (_, request) => {
      const [plans, statements] = [hub.plans.length, hub.statements.length];
      const { status, headers, errors, data } = await knock(hub.address, request);
      expect({ status, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({
        status: request.status,
        codes: [request.code],
      });
      const [{ message, extensions }] = errors as [(typeof errors)[0]];
      expect(data).toBeUndefined();
      expect(message).toBe(extensions.messages?.fr);
      expect(extensions.messages?.en).toMatch(/^[^\n]{10,300}$/);
      expect(message).toMatch(/^[^\n]{10,300}$/);
      expect(extensions.requestId).toBe(headers.get("x-request-id"));
      expect([hub.plans.length, hub.statements.length]).toEqual([plans, statements]);
    },
  );

  it("leaves nothing on the prototype of any object", () => {
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("is remembered as refused, and a good one as good: both answer the same when they come again", async () => {
    const bad = "{ constructor: establishments { code } }";
    const good = '{ establishment(code: "chum") { code } }';
    for (let time = 0; time < 3; time += 1) {
      expect((await ask(hub.address, bad)).status).toBe(400);
      expect((await ask(hub.address, good)).data).toEqual({ establishment: { code: "chum" } });
    }
  });

  it("meets the planner's counter: a good question moves it by one", async () => {
    const before = hub.plans.length;
    await ask(hub.address, "{ healthRegions { code } }");
    expect(hub.plans.slice(before)).toEqual(["public"]);
  });
});
