import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import {
  isRefusal,
  peerTransport,
  type Principal,
  publicPrincipal,
  type RunningSubgraph,
  type SecretSource,
  subgraphs,
  tokenVerifier,
} from "../../../subgraphs/index.js";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import { type LoneSubgraph, serveAlone, suiteHopSecrets } from "../../../test/harness/lone-subgraph.js";
import { anEstablishmentPrincipal } from "../../../test/harness/subgraph.js";
import { aTokenIssuer, type TokenIssuer } from "../../../test/harness/token-issuer.js";
import type { RequestContext } from "../request-context.js";
import type { FetchOutcome } from "./observe.js";
import { anOperation, answer, aServer, type TestServer, until } from "./testing/a-server.js";
import type { TransportSettings } from "./transport-settings.js";
import { type Transports, transportsOf } from "./transports-of.js";

const name = "quality-indicators";
const settings: TransportSettings = {
  timeoutMsOf: () => 150,
  mostAtOnce: 4,
  mostWaiting: 4,
  breakerFailures: 3,
  breakerMs: 60_000,
};

interface Seen {
  readonly outcomes: FetchOutcome[];
  readonly states: string[];
  readonly failures: unknown[];
  shared: number;
}

let seen: Seen;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const kept = <One extends { close(): Promise<void> }>(one: One): One => {
  opened.push(one);
  return one;
};

function transportsTo(
  place: string | Pick<RunningSubgraph, "execute">,
  more: Partial<TransportSettings> = {},
  { now, hopSecrets = suiteHopSecrets }: { now?: () => number; hopSecrets?: SecretSource } = {},
): Transports {
  seen = { outcomes: [], states: [], failures: [], shared: 0 };
  return kept(
    transportsOf({
      placeOf: () => place,
      hopSecrets,
      settings: { ...settings, ...more },
      operationTimeoutMs: 1_000,
      ...(now ? { now } : {}),
      onFailure: (error, subgraph, requestId) => seen.failures.push([subgraph, requestId, String(error)]),
      observer: {
        onFetch: (_, outcome) => seen.outcomes.push(outcome),
        onBreaker: (_, state) => seen.states.push(state),
        onShared: () => (seen.shared += 1),
      },
    }),
  );
}

let requests = 0;
const aContext = (more: Partial<RequestContext> = {}): RequestContext => ({
  principal: publicPrincipal,
  authorization: null,
  requestId: `r-${(requests += 1)}`,
  startedAt: performance.now(),
  subgraphsCalled: [],
  extensions: {},
  ...more,
});

const nth = (n: number) => anOperation({ query: `{ campaigns { code n${n}: code } }` });

/** The code of what a caller is told; it must hold no address and no word of the transport's own. */
async function toldFor(sending: Promise<unknown>): Promise<unknown> {
  const error = await sending.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!isRefusal(error)) throw new Error(`expected a refusal: ${String(error)}`);
  expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1|localhost|http|ECONN|quality-indicators|:\d{4}/);
  return error.extensions.code;
}

describe("a subgraph on its own", () => {
  let database: TestDatabase;
  let issuer: TokenIssuer;
  let served: LoneSubgraph;
  const refused: string[] = [];
  let senders: string[] = [];
  beforeAll(async () => {
    database = await aDatabase("demo");
    issuer = await aTokenIssuer();
    served = await serveAlone(
      subgraphs.find((subgraph) => subgraph.name === name)!,
      database,
      {
        peers: peerTransport(() => null),
        verify: tokenVerifier({ issuer: issuer.issuer, audience: "urn:carrefour" }),
        clock: () => testDay,
        onRefusal: (reason) => refused.push(reason),
      },
    );
    const sent = await database.query<{ establishment: string }>(
      "SELECT DISTINCT establishment FROM quality_indicators.submission WHERE campaign = '2025-2026' LIMIT 2",
    );
    senders = sent.map(({ establishment }) => establishment);
  }, 60_000);
  afterAll(async () => {
    await served?.stop();
    await issuer?.close();
    await database?.drop();
  });

  const bearing = (establishment: string): Partial<RequestContext> => ({
    principal: anEstablishmentPrincipal(establishment),
    authorization: `Bearer ${issuer.token({ claims: { establishment } })}`,
  });
  const own = anOperation({ query: '{ submissions(campaign: "2025-2026") { establishment { code } } }' });
  const longTime = { timeoutMsOf: () => 5_000 };

  it("is asked with a hop for the very bytes, for anybody and for the bearer of a token", async () => {
    const way = transportsTo(served.url, longTime).of(name);
    const context = aContext();
    expect(await way.send(anOperation(), context)).toEqual({ data: { campaigns: expect.any(Array) } });
    expect(context.subgraphsCalled).toEqual([name]);
    expect(senders).toHaveLength(2);
    for (const code of senders) {
      const { data } = await way.send(own, aContext(bearing(code)));
      const codes = (data!["submissions"] as { establishment: { code: string } }[]).map(
        ({ establishment }) => establishment.code,
      );
      expect(new Set(codes)).toEqual(new Set([code]));
    }
    expect(refused).toEqual([]);
  });

  it("is asked apart for two callers and for anybody, however equal and simultaneous their questions", async () => {
    const way = transportsTo(served.url, longTime).of(name);
    const [one, other] = [senders[0]!, senders[1]!];
    const callers = [bearing(one), bearing(other), {}, bearing(one)];
    const answers = await Promise.all(callers.map((caller) => way.send(own, aContext(caller))));
    const codesOf = ({ data }: (typeof answers)[number]): Set<string> =>
      new Set(
        (data?.["submissions"] as { establishment: { code: string } }[] | undefined)?.map(
          ({ establishment }) => establishment.code,
        ),
      );
    expect(answers.map(codesOf)).toEqual([[one], [other], [], [one]].map((codes) => new Set(codes)));
    expect(answers[2]!.errors).toMatchObject([{ extensions: { code: "NOT_ALLOWED" } }]);
    // Two tokens of one establishment are two callers: each may end at another time.
    expect([seen.shared, seen.outcomes.sort()]).toEqual([0, ["complete", "complete", "complete", "errors"]]);
  });

  it("is asked once by one caller who asks the same twice at a time, and again after a write", async () => {
    const transports = transportsTo(served.url, longTime);
    const way = transports.of(name);
    const caller = bearing(senders[0]!);
    const [one, other] = await Promise.all([
      way.send(own, aContext(caller)),
      way.send(own, aContext(caller)),
    ]);
    expect(other).toEqual(one);
    expect(other.data).not.toBe(one.data);
    expect([seen.shared, seen.outcomes]).toEqual([1, ["complete"]]);
    // The other door has other questions.
    await Promise.all([
      way.send(anOperation(), aContext()),
      transports.of(name).send(anOperation(), aContext()),
    ]);
    expect([seen.shared, seen.outcomes.length]).toEqual([1, 3]);
  });

  it("turns away who is not its gateway, which is told to the log and cuts nobody off", async () => {
    const way = transportsTo(served.url, longTime, {
      hopSecrets: () => ["another-secret-of-32-characters-long"],
    }).of(name);
    for (let n = 0; n < 5; n += 1)
      expect(await toldFor(way.send(anOperation(), aContext({ requestId: "r" })))).toBe(
        "SUBGRAPH_UNAVAILABLE",
      );
    expect(refused.splice(0)).toEqual(Array.from({ length: 5 }, () => "wrong-signature"));
    expect(seen.states).toEqual([]);
    expect(seen.failures[0]).toEqual([name, "r", expect.stringContaining("401")]);
  });

  it("refuses in GraphQL what a caller may not: an answer, by which the breaker stays closed", async () => {
    const way = transportsTo(served.url, longTime).of(name);
    for (let n = 0; n < 5; n += 1)
      expect((await way.send(own, aContext())).errors).toMatchObject([
        { extensions: { code: "NOT_ALLOWED" } },
      ]);
    expect([seen.states, new Set(seen.outcomes)]).toEqual([[], new Set(["errors"])]);
  });

  it("is found again after a restart at the same place, though every kept connection is gone", async () => {
    const relay = kept(await aServer((response) => answer(response, { data: { campaigns: [] } })));
    const way = transportsTo(relay.url, longTime).of(name);
    await Promise.all([1, 2, 3, 4].map((n) => way.send(nth(n), aContext())));
    for (const { socket } of relay.requests) socket.destroy();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => way.send(nth(n), aContext())));
    expect(answers.every(({ data }) => data)).toBe(true);
    expect(new Set(seen.outcomes)).toEqual(new Set(["complete"]));
  });
});

describe("a subgraph that hangs", () => {
  const hanging = async (): Promise<TestServer> => kept(await aServer(() => undefined));

  it("holds no more connections than it may, and no more who wait: the next is told that it is busy", async () => {
    const server = await hanging();
    const way = transportsTo(server.url, { breakerFailures: 1_000 }).of(name);
    const told = await Promise.all(
      Array.from({ length: 40 }, (_, n) => toldFor(way.send(nth(n), aContext()))),
    );
    const counted = (code: string): number => told.filter((one) => one === code).length;
    expect([counted("SUBGRAPH_BUSY"), counted("SUBGRAPH_UNAVAILABLE")]).toEqual([32, 8]);
    // Those that waited for their turn were given up at the same time: none of them is sent to hang in turn.
    expect([server.mostOpen, server.bodies.length]).toEqual([4, 4]);
    await until(() => server.givenUp === 4);
  });

  it("is left alone after three failures, asked by a single fetch a while later, and by all once that is answered", async () => {
    let isUp = false;
    const server = kept(
      await aServer((response) => (isUp ? answer(response, { data: { campaigns: [] } }) : undefined)),
    );
    let now = 0;
    const way = transportsTo(server.url, {}, { now: () => now }).of(name);
    for (let n = 0; n < 3; n += 1)
      expect(await toldFor(way.send(nth(n), aContext()))).toBe("SUBGRAPH_UNAVAILABLE");
    expect([seen.states, server.bodies.length]).toEqual([["open"], 3]);
    const from = performance.now();
    expect(await toldFor(way.send(nth(4), aContext()))).toBe("SUBGRAPH_UNAVAILABLE");
    expect(performance.now() - from).toBeLessThan(50);
    expect([server.bodies.length, seen.outcomes.at(-1)]).toEqual([3, "breaker-open"]);
    now = 60_000;
    // It still hangs: one tries, the others do not wait for it.
    const told = await Promise.all([5, 6, 7].map((n) => toldFor(way.send(nth(n), aContext()))));
    expect([told.length, server.bodies.length, seen.states]).toEqual([3, 4, ["open", "half-open", "open"]]);
    now = 120_000;
    isUp = true;
    expect(await way.send(nth(8), aContext())).toEqual({ data: { campaigns: [] } });
    await Promise.all([9, 10, 11].map((n) => way.send(nth(n), aContext())));
    expect([seen.states.at(-1), server.bodies.length]).toEqual(["closed", 8]);
  });

  it("costs an operation no more than what is left of its time, which says nothing of the subgraph", async () => {
    const server = await hanging();
    const way = transportsTo(server.url, { breakerFailures: 1 }).of(name);
    const late = aContext({ startedAt: performance.now() - 950 });
    expect(await toldFor(way.send(anOperation(), late))).toBe("OPERATION_TIMED_OUT");
    const over = aContext({ startedAt: performance.now() - 1_001 });
    expect(await toldFor(way.send(anOperation(), over))).toBe("OPERATION_TIMED_OUT");
    expect([seen.states, seen.failures, server.bodies.length]).toEqual([[], [], 1]);
  });

  it("keeps no mutation from ending in the operation's time, and has it asked once", async () => {
    const server = kept(
      await aServer((response) => setTimeout(() => answer(response, { data: { push: 1 } }), 300)),
    );
    const way = transportsTo(server.url).of(name);
    const mutation = anOperation({ kind: "mutation", query: "mutation { push }" });
    expect(await way.send(mutation, aContext())).toEqual({ data: { push: 1 } });
    expect(server.bodies).toHaveLength(1);
  });
});

describe("a subgraph of this process", () => {
  it("is asked with the caller as an object, and tells the operation what it says beside its data", async () => {
    const asked: object[] = [];
    const way = transportsTo({
      execute: async (request) => {
        asked.push(request);
        return { data: { push: 1 }, extensions: { replayed: true } };
      },
    }).of(name);
    const principal: Principal = anEstablishmentPrincipal("chum");
    const context = aContext({ principal, requestId: "r-1" });
    const operation = anOperation({ kind: "mutation", variables: { n: 1 } });
    expect((await way.send(operation, context)).data).toEqual({ push: 1 });
    expect(asked).toEqual([
      { query: operation.query, variables: { n: 1 }, operationName: undefined, principal, requestId: "r-1" },
    ]);
    expect(asked[0]).toHaveProperty("principal", principal);
    expect([context.extensions, context.subgraphsCalled]).toEqual([{ replayed: true }, [name]]);
  });

  it("is asked apart for two callers, by who they are", async () => {
    const way = transportsTo({
      execute: async ({ principal }) => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        return { data: { code: principal.establishment } };
      },
    }).of(name);
    const callers = ["chum", "cusm", "chum", null].map((code) =>
      code === null ? publicPrincipal : anEstablishmentPrincipal(code),
    );
    const answers = await Promise.all(
      callers.map((principal) => way.send(anOperation(), aContext({ principal }))),
    );
    expect(answers.map(({ data }) => data!["code"])).toEqual(["chum", "cusm", "chum", null]);
    expect([seen.shared, seen.outcomes.length]).toEqual([1, 3]);
  });

  it("has as long as the operation; what goes on afterwards holds its place until it is done", async () => {
    let running = 0;
    let finish: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (finish = resolve));
    const way = transportsTo(
      {
        execute: async () => {
          running += 1;
          await done;
          return { data: {} };
        },
      },
      { mostAtOnce: 2, mostWaiting: 1 },
    ).of(name);
    const late = (): RequestContext => aContext({ startedAt: performance.now() - 900 });
    const told = await Promise.all([1, 2, 3].map((n) => toldFor(way.send(nth(n), late()))));
    expect([told, running]).toEqual([Array.from({ length: 3 }, () => "OPERATION_TIMED_OUT"), 2]);
    const next = way.send(nth(4), aContext());
    expect(await toldFor(way.send(nth(5), aContext()))).toBe("SUBGRAPH_BUSY");
    expect(running).toBe(2);
    finish();
    expect(await next).toEqual({ data: {} });
  });
});
