import { afterEach, describe, expect, it } from "vitest";
import { type Principal, publicPrincipal } from "../../../subgraphs/index.js";
import { anEstablishmentPrincipal } from "../../../test/harness/subgraph.js";
import type { RequestContext } from "../request-context.js";
import { anOperation, answer, aServer, type TestServer, until } from "./testing/a-server.js";
import { aContext, name, nth, operationMs, toldFor, transportsTo } from "./testing/ways.js";

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const kept = <One extends { close(): Promise<void> }>(one: One): One => {
  opened.push(one);
  return one;
};

describe("a subgraph that starts anew", () => {
  it("is found again after a restart at the same place, though every kept connection is gone", async () => {
    const relay = kept(await aServer((response) => answer(response, { data: { campaigns: [] } })));
    const transports = kept(transportsTo(relay.url, { timeoutMsOf: () => 20_000 }));
    const way = transports.of(name);
    await Promise.all([1, 2, 3, 4].map((n) => way.send(nth(n), aContext())));
    for (const { socket } of relay.requests) socket.destroy();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => way.send(nth(n), aContext())));
    expect(answers.every(({ data }) => data)).toBe(true);
    expect(new Set(transports.seen.outcomes)).toEqual(new Set(["complete"]));
  });
});

describe("a subgraph that hangs", () => {
  const hanging = async (): Promise<TestServer> => kept(await aServer(() => undefined));

  it("holds no more connections than it may, and no more who wait: the next is told that it is busy", async () => {
    const server = await hanging();
    const transports = kept(transportsTo(server.url, { breakerFailures: 1_000 }));
    const way = transports.of(name);
    const told = await Promise.all(
      Array.from({ length: 40 }, (_, n) => toldFor(way.send(nth(n), aContext()))),
    );
    const counted = (code: string): number => told.filter((one) => one === code).length;
    expect([counted("SUBGRAPH_BUSY"), counted("SUBGRAPH_UNAVAILABLE")]).toEqual([32, 8]);
    expect(server.mostOpen).toBeLessThanOrEqual(4);
    await until(() => server.bodies.length > 0 && server.givenUp === server.bodies.length);
  });

  it("is left alone after three failures, asked by a single fetch a while later, and by all once that is answered", async () => {
    let isUp = false;
    const server = kept(
      await aServer((response) => (isUp ? answer(response, { data: { campaigns: [] } }) : undefined)),
    );
    let now = 0;
    const transports = kept(transportsTo(server.url, {}, { now: () => now }));
    const way = transports.of(name);
    for (let n = 0; n < 3; n += 1)
      expect(await toldFor(way.send(nth(n), aContext()))).toBe("SUBGRAPH_UNAVAILABLE");
    expect([transports.seen.states, server.bodies.length]).toEqual([["open"], 3]);
    expect(await toldFor(way.send(nth(4), aContext()))).toBe("SUBGRAPH_UNAVAILABLE");
    expect([server.bodies.length, transports.seen.outcomes.at(-1)]).toEqual([3, "breaker-open"]);
    now = 60_000;
    // It still hangs: one tries, the others do not wait for it.
    const told = await Promise.all([5, 6, 7].map((n) => toldFor(way.send(nth(n), aContext()))));
    expect([told.length, server.bodies.length, transports.seen.states]).toEqual([
      3,
      4,
      ["open", "half-open", "open"],
    ]);
    now = 120_000;
    isUp = true;
    expect(await way.send(nth(8), aContext())).toEqual({ data: { campaigns: [] } });
    await Promise.all([9, 10, 11].map((n) => way.send(nth(n), aContext())));
    expect([transports.seen.states.at(-1), server.bodies.length]).toEqual(["closed", 8]);
  });

  it("costs an operation no more than what is left of its time, which says nothing of the subgraph", async () => {
    const server = await hanging();
    const transports = kept(transportsTo(server.url, { breakerFailures: 1 }));
    const way = transports.of(name);
    const late = aContext({ startedAt: performance.now() - operationMs + 50 });
    expect(await toldFor(way.send(anOperation(), late))).toBe("OPERATION_TIMED_OUT");
    const over = aContext({ startedAt: performance.now() - operationMs - 1 });
    expect(await toldFor(way.send(anOperation(), over))).toBe("OPERATION_TIMED_OUT");
    expect([transports.seen.states, transports.seen.failures]).toEqual([[], []]);
    expect(server.bodies.length).toBeLessThanOrEqual(1);
  });

  it("keeps no mutation from ending in the operation's time, and has it asked once", async () => {
    const server = kept(
      await aServer((response) => setTimeout(() => answer(response, { data: { push: 1 } }), 800)),
    );
    const transports = kept(transportsTo(server.url));
    const way = transports.of(name);
    const mutation = anOperation({ kind: "mutation", query: "mutation { push }" });
    expect(await way.send(mutation, aContext())).toEqual({ data: { push: 1 } });
    expect(server.bodies).toHaveLength(1);
  });
});

describe("a subgraph of this process", () => {
  it("is asked with the caller as an object, and tells the operation what it says beside its data", async () => {
    const asked: object[] = [];
    const transports = kept(
      transportsTo({
        execute: async (request) => {
          asked.push(request);
          return { data: { push: 1 }, extensions: { replayed: true } };
        },
      }),
    );
    const way = transports.of(name);
    const principal: Principal = anEstablishmentPrincipal("chum");
    const context = aContext({ principal, requestId: "r-1" });
    const operation = anOperation({ kind: "mutation", variables: { n: 1 } });
    expect((await way.send(operation, context)).data).toEqual({ push: 1 });
    expect(asked).toEqual([
      {
        ...{ query: operation.query, variables: { n: 1 }, operationName: undefined },
        ...{ principal, requestId: "r-1", wait: expect.objectContaining({ reason: null }) },
      },
    ]);
    expect(asked[0]).toHaveProperty("principal", principal);
    expect([context.extensions, context.subgraphsCalled]).toEqual([{ replayed: true }, [name]]);
  });

  it("is asked apart for two callers, by who they are", async () => {
    const transports = kept(
      transportsTo({
        execute: async ({ principal }) => {
          await new Promise((resolve) => setTimeout(resolve, 10));
          return { data: { code: principal.establishment } };
        },
      }),
    );
    const way = transports.of(name);
    const callers = ["chum", "cusm", "chum", null].map((code) =>
      code === null ? publicPrincipal : anEstablishmentPrincipal(code),
    );
    const answers = await Promise.all(
      callers.map((principal) => way.send(anOperation(), aContext({ principal }))),
    );
    expect(answers.map(({ data }) => data!["code"])).toEqual(["chum", "cusm", "chum", null]);
    expect([transports.seen.shared, transports.seen.outcomes.length]).toEqual([1, 3]);
  });

  it("is asked anew after something was changed, by whomever: what is under way may have read before", async () => {
    let asked = 0;
    const transports = kept(
      transportsTo({
        execute: async () => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          return { data: { asked: (asked += 1) } };
        },
      }),
    );
    const way = transports.of(name);
    const [before, shared] = [way.send(anOperation(), aContext()), way.send(anOperation(), aContext())];
    transports.noteChange();
    const after = way.send(anOperation(), aContext());
    const told = (await Promise.all([before, shared, after])).map(({ data }) => data!["asked"]);
    expect([told, transports.seen.shared]).toEqual([[1, 1, 2], 1]);
  });

  it("has as long as the operation; what goes on afterwards holds its place until it is done", async () => {
    let running = 0;
    let finish: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (finish = resolve));
    const transports = kept(
      transportsTo(
        {
          execute: async () => {
            running += 1;
            await done;
            return { data: {} };
          },
        },
        { mostAtOnce: 2, mostWaiting: 1 },
      ),
    );
    const way = transports.of(name);
    const late = (): RequestContext => aContext({ startedAt: performance.now() - operationMs + 100 });
    const told = await Promise.all([1, 2, 3].map((n) => toldFor(way.send(nth(n), late()))));
    expect([told, running]).toEqual([Array.from({ length: 3 }, () => "OPERATION_TIMED_OUT"), 2]);
    const next = way.send(nth(4), aContext());
    expect(await toldFor(way.send(nth(5), aContext()))).toBe("SUBGRAPH_BUSY");
    expect(running).toBe(2);
    finish();
    expect(await next).toEqual({ data: {} });
  });
});
