import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

const heads = (query = "") => fetch(`${hub.address}/data/audit/heads.json${query}`);

/** The hub seals the days that have ended beside its other work: soon after its start they are there. */
async function firstHeads(): Promise<Response> {
  const answer = await heads();
  if (answer.status !== 404) return answer;
  await sleep(100);
  return firstHeads();
}

describe("/data/audit/heads.json", () => {
  it("gives anybody the last heads with their signature and key, and nothing else of the audit", async () => {
    const answer = await firstHeads();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("application/json");
    const sealed = (await answer.json()) as { heads: Record<string, string> };
    expect(sealed).toEqual({
      day: "2026-05-03",
      sealedAt: "2026-05-04T14:00:00.000Z",
      heads: expect.objectContaining({ chum: expect.stringMatching(/^[0-9a-f]{64}$/) }),
      signature: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      key: { kty: "OKP", crv: "Ed25519", x: expect.any(String), kid: expect.any(String) },
    });
    const { data } = await hub.ask<{ auditHeads: { heads: { chain: string; head: string }[] } }>(
      "{ auditHeads { heads { chain head } } }",
    );
    expect(sealed.heads).toEqual(
      Object.fromEntries(data!.auditHeads.heads.map(({ chain, head }) => [chain, head])),
    );
  });

  it("gives those of a day that is asked for, and says when it has none", async () => {
    expect(((await (await heads("?day=2026-05-03")).json()) as { day: string }).day).toBe("2026-05-03");
    const none = await heads("?day=2026-05-02");
    expect([none.status, await none.json()]).toEqual([
      404,
      {
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: "NO_AUDIT_HEADS" }) }),
        ],
      },
    ]);
  });

  it.each(["?day=hier", "?day=2026-02-30", "?day=", "?day=2026-05-03&day=2026-05-02"])(
    "refuses %s, which is no day",
    async (query) => {
      const answer = await heads(query);
      expect([answer.status, await answer.json()]).toEqual([
        400,
        { errors: [expect.objectContaining({ message: expect.stringContaining("AAAA-MM-JJ") })] },
      ]);
    },
  );
});
