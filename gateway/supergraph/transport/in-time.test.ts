import { describe, expect, it } from "vitest";
import { inTime } from "./in-time.js";
import { anOperation } from "./testing/a-server.js";
import { anEnd } from "./testing/a-transport.js";

const mutation = anOperation({ kind: "mutation" });
const ago = (ms: number): number => performance.now() - ms;

/** A way that answers nothing: how a fetch ends there, and after how long. */
async function hanging(
  queryTimeoutMs: number | null,
  startedAt: number,
  operation = anOperation(),
): Promise<{ kind: string; ms: number; reason: unknown; arrived: number }> {
  const { transport, arrived } = anEnd();
  const way = inTime(transport, { queryTimeoutMs, operationTimeoutMs: 200, startedAt: (at: number) => at });
  const from = performance.now();
  const error = await way.send(operation, startedAt).catch((failure: unknown) => failure);
  return {
    kind: (error as { kind: string }).kind,
    ms: performance.now() - from,
    reason: arrived[0]?.wait?.reason,
    arrived: arrived.length,
  };
}

describe("the time of a fetch", () => {
  it("is that of its subgraph, at whose end it is given up", async () => {
    const { kind, ms, reason } = await hanging(50, ago(0));
    expect([kind, reason]).toEqual(["too-late", expect.objectContaining({ kind: "too-late" })]);
    expect(ms).toBeGreaterThanOrEqual(49);
  });

  it("is what is left of the operation's when that is less, and when a subgraph has none of its own", async () => {
    for (const timeout of [100, null]) {
      const { kind, reason } = await hanging(timeout, ago(150));
      expect([kind, reason]).toEqual(["operation-over", expect.objectContaining({ kind: "operation-over" })]);
    }
  });

  it("is the operation's for a mutation, which may go on all the same", async () => {
    const { kind, ms } = await hanging(50, ago(50), mutation);
    expect(kind).toBe("operation-over");
    expect(ms).toBeGreaterThanOrEqual(140);
  });

  it("is over before it begins when the operation's is", async () => {
    expect(await hanging(50, ago(201))).toMatchObject({ kind: "operation-over", arrived: 0 });
    expect(await hanging(50, ago(201), mutation)).toMatchObject({ kind: "operation-over", arrived: 0 });
  });

  it("ends with the answer: nothing is told afterwards", async () => {
    const { transport, arrived } = anEnd();
    const way = inTime(transport, { queryTimeoutMs: 20, operationTimeoutMs: 200, startedAt: () => ago(0) });
    const [good, bad] = [way.send(anOperation(), null), way.send(anOperation(), null)];
    arrived[0]!.answer({ code: "chum" });
    arrived[1]!.fail(new Error("down"));
    expect(await good).toEqual({ data: { code: "chum" } });
    await expect(bad).rejects.toThrow("down");
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(arrived.map(({ wait }) => wait?.reason)).toEqual([null, null]);
  });
});
