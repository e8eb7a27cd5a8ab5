import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { peerTransport, type SecretSource, subgraphs, tokenVerifier } from "../../../subgraphs/index.js";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import { type LoneSubgraph, serveAlone } from "../../../test/harness/lone-subgraph.js";
import { anEstablishmentPrincipal } from "../../../test/harness/subgraph.js";
import { aTokenIssuer, type TokenIssuer } from "../../../test/harness/token-issuer.js";
import type { RequestContext } from "../request-context.js";
import { anOperation } from "./testing/a-server.js";
import { aContext, name, type TestTransports, toldFor, transportsTo } from "./testing/ways.js";

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const kept = <One extends { close(): Promise<void> }>(one: One): One => {
  opened.push(one);
  return one;
};

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
  const toSubgraph = (more: { hopSecrets?: SecretSource } = {}): TestTransports =>
    transportsTo(served.url, { timeoutMsOf: () => 20_000 }, { operationTimeoutMs: 20_000, ...more });

  it("is asked with a hop for the very bytes, for anybody and for the bearer of a token", async () => {
    const transports = kept(toSubgraph());
    const way = transports.of(name);
    const context = aContext();
    expect(await way.send(anOperation(), context)).toMatchObject({ data: { campaigns: expect.any(Array) } });
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
    const transports = kept(toSubgraph());
    const way = transports.of(name);
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
    expect([transports.seen.shared, transports.seen.outcomes.sort()]).toEqual([
      0,
      ["complete", "complete", "complete", "errors"],
    ]);
  });

  it("is asked once by one caller who asks the same twice at a time, and again after a write", async () => {
    const transports = kept(toSubgraph());
    const way = transports.of(name);
    const caller = bearing(senders[0]!);
    const [one, other] = await Promise.all([
      way.send(own, aContext(caller)),
      way.send(own, aContext(caller)),
    ]);
    expect(other).toEqual(one);
    expect(other.data).not.toBe(one.data);
    expect([transports.seen.shared, transports.seen.outcomes]).toEqual([1, ["complete"]]);
    // The other door has other questions.
    await Promise.all([
      way.send(anOperation(), aContext()),
      transports.of(name).send(anOperation(), aContext()),
    ]);
    expect([transports.seen.shared, transports.seen.outcomes.length]).toEqual([1, 3]);
  });

  it("turns away who is not its gateway, which is told to the log and cuts nobody off", async () => {
    const transports = kept(toSubgraph({ hopSecrets: () => ["another-secret-of-32-characters-long"] }));
    const way = transports.of(name);
    for (let n = 0; n < 5; n += 1)
      expect(await toldFor(way.send(anOperation(), aContext({ requestId: "r" })))).toBe(
        "SUBGRAPH_UNAVAILABLE",
      );
    expect(refused.splice(0)).toEqual(Array.from({ length: 5 }, () => "wrong-signature"));
    expect(transports.seen.states).toEqual([]);
    expect(transports.seen.failures[0]).toEqual([name, "r", expect.stringContaining("401")]);
  });

  it("refuses in GraphQL what a caller may not: an answer, by which the breaker stays closed", async () => {
    const transports = kept(toSubgraph());
    const way = transports.of(name);
    for (let n = 0; n < 5; n += 1)
      expect((await way.send(own, aContext())).errors).toMatchObject([
        { extensions: { code: "NOT_ALLOWED" } },
      ]);
    expect([transports.seen.states, new Set(transports.seen.outcomes)]).toEqual([[], new Set(["errors"])]);
  });
});
