import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverAudits } from "graphql-http";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

const auditsOf = (url: () => string, headers: () => Promise<Record<string, string>>) =>
  serverAudits({
    url,
    fetchFn: async (address: string, init: RequestInit = {}) =>
      fetch(address, { ...init, headers: { ...(await headers()), ...(init.headers as object) } }),
  });

describe.each([
  {
    door: "the public door",
    url: () => `${hub.address}/graphql`,
    headers: async () => ({ "apollo-require-preflight": "1" }),
  },
  {
    door: "the authenticated door",
    url: () => `${hub.address}/graphql/authenticated`,
    headers: async () => ({ authorization: `Bearer ${await hub.tokenFor("steward:collect")}` }),
  },
])("$door follows GraphQL over HTTP as its working group audits it", ({ url, headers }) => {
  it.each(
    auditsOf(url, headers)
      .filter(({ name }) => /^(MUST|SHOULD)/.test(name))
      .map((audit) => ({ id: audit.id, name: audit.name, audit })),
  )("$name ($id)", async ({ audit }) => {
    const result = await audit.fn();
    expect("reason" in result ? result.reason : null).toBeNull();
  });
});
