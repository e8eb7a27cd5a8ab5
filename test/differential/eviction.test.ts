import { describe, expect, it } from "vitest";
import { readFile } from "node:fs/promises";
import { createExecutor } from "../../gateway/supergraph/executor/index.js";
import { portalQuery } from "../bench/portal-query.js";

const operations = 50_000;
const nothing = { establishments: [], sources: [] };

/** An executor of the public schema whose subgraphs have nothing; counts the plans it makes. */
async function aCountingExecutor() {
  let plans = 0;
  const executor = createExecutor(await readFile("schema/supergraph.public.graphql", "utf8"), {
    transportOf: () => ({
      send: async () => ({ data: { ...nothing } }),
      close: async () => undefined,
    }),
    onPlanned: () => (plans += 1),
  });
  const plansFor = async (query: string): Promise<number> => {
    const before = plans;
    await executor.execute({ query });
    return plans - before;
  };
  return { executor, plansFor };
}

describe("the operations that are kept compiled", () => {
  it("still have the portal's after 50,000 others were asked once each, and are bounded", async () => {
    const { executor, plansFor } = await aCountingExecutor();
    expect(await plansFor(portalQuery)).toBe(1);
    expect(await plansFor(portalQuery)).toBe(0);
    expect(await plansFor("{ sources { first: code } }")).toBe(1);
    for (let place = 0; place < operations; place += 1) {
      // Most are cheap to plan, all are kept alike.
      const asked = place % 25 === 0 ? "sources { code }" : "__typename";
      await executor.execute({ query: `query Other${place} { ${asked} }` });
    }
    expect(executor.kept.operations).toBeLessThan(operations);
    expect(await plansFor(portalQuery)).toBe(0);
    // The others did make room for each other.
    expect(await plansFor("{ sources { first: code } }")).toBe(1);
    await executor.close();
  }, 300_000);

  it("still have those of the portal's manifest after others were asked again and again", async () => {
    const { executor, plansFor } = await aCountingExecutor();
    executor.warmUp([{ query: portalQuery, operationName: undefined }], { pinned: true });
    for (let place = 0; place < operations / 10; place += 1) {
      const query = `query Other${place} { __typename } # ${"x".repeat(4_000)}`;
      await executor.execute({ query });
      await executor.execute({ query });
    }
    expect(await plansFor(portalQuery)).toBe(0);
    await executor.close();
  }, 300_000);
});
