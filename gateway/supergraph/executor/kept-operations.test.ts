import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "graphql";
import { aSupergraph, type TestSupergraph } from "./testing/a-supergraph.js";

const offices = (more: string) => ({
  sdl: `type Query { office: Office slow: Office } type Office { code: ID! ${more} }`,
  resolvers: {
    Query: {
      office: () => ({ code: "a", name: "A" }),
      slow: () => new Promise((resolve) => setTimeout(() => resolve({ code: "a" }), 150)),
    },
  },
});

let made = 0;
let asked = 0;
let graph: TestSupergraph;
let other: TestSupergraph;
beforeAll(async () => {
  const count = { onPlanned: () => (made += 1), onPlan: () => (asked += 1), documentsKept: 20_000 };
  graph = await aSupergraph({ offices: offices("") }, count);
  other = await aSupergraph({ offices: offices("name: String") });
});
afterAll(async () => {
  await graph.close();
  await other.close();
});
beforeEach(() => {
  made = 0;
  asked = 0;
});

const portal = "query Portal { office { code } }";
const oneOff = (index: number): string => `{ office { c${index}: code } }`;

describe("an operation", () => {
  it("is planned once, also when many ask it at once", async () => {
    const query = "{ office { once: code } }";
    await Promise.all(Array.from({ length: 20 }, () => graph.ask(query)));
    expect([made, asked]).toEqual([1, 20]);
  });

  it("that is asked again and again stays planned through 1,000 that are asked once", async () => {
    await graph.ask(portal);
    await graph.ask(portal);
    for (let index = 0; index < 1_000; index += 1)
      graph.executor.warmUp([{ query: oneOff(index), operationName: undefined }]);
    expect(graph.executor.kept.weight).toBeLessThanOrEqual(20_000);
    made = 0;
    await graph.ask(portal);
    expect(made).toBe(0);
    expect(graph.executor.mostUsed(1)).toEqual([
      expect.objectContaining({ query: expect.stringContaining("office") }),
    ]);
  });

  it("is planned before it is asked, and pinned for good", async () => {
    const query = "{ office { pinned: code } }";
    graph.executor.warmUp([{ query, operationName: undefined }], { pinned: true });
    expect(made).toBe(1);
    await graph.ask(query);
    expect(made).toBe(1);
  });

  it("that cannot be planned is refused again without another try", async () => {
    const query = "{ office { nothing } }";
    await graph.ask(query);
    const { errors } = await graph.ask(query);
    expect(errors?.[0]?.message).toContain("nothing");
    expect(made).toBe(0);
  });
});

describe("another supergraph", () => {
  it("answers what begins after it was taken over; what was under way ends on the one it began with", async () => {
    const before = graph.executor.schema;
    const underWay = graph.ask("{ slow { code } }");
    graph.executor.reload(other.supergraphSdl);
    expect(graph.executor.schema).not.toBe(before);
    expect(await graph.ask("{ office { name } }")).toEqual({ data: { office: { name: "A" } } });
    expect(await underWay).toEqual({ data: { slow: { code: "a" } } });
    const document = parse(portal);
    const written = await graph.executor.write({ query: portal, document, schema: before }, undefined);
    expect(written).toEqual({ dataBytes: Buffer.from('{"office":{"code":"a"}}') });
    expect(graph.asked.at(-1)?.query).toContain("Portal__offices");
  });
});
