import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  hopHeader,
  peerTransport,
  signHop,
  type SubgraphName,
  subgraphs,
  tokenVerifier,
} from "../../subgraphs/index.js";
import { aDatabase, testDay, type TestDatabase } from "../harness/database.js";
import { type LoneSubgraph, serveAlone, suiteHopSecrets } from "../harness/lone-subgraph.js";
import { aTokenIssuer, type TokenIssuer } from "../harness/token-issuer.js";

const name: SubgraphName = "quality-indicators";
const statements: string[] = [];
const reasons: string[] = [];
let database: TestDatabase;
let issuer: TokenIssuer;
let served: LoneSubgraph;

beforeAll(async () => {
  database = await aDatabase("demo");
  issuer = await aTokenIssuer();
  const subgraph = subgraphs.find((candidate) => candidate.name === name);
  if (!subgraph) throw new Error(`no subgraph ${name}`);
  served = await serveAlone(subgraph, database, {
    peers: peerTransport(() => null),
    verify: tokenVerifier({ issuer: issuer.issuer, audience: "urn:carrefour" }),
    clock: () => testDay,
    onStatement: (sql) => statements.push(sql),
    onRefusal: (reason) => reasons.push(reason),
  });
}, 60_000);
afterAll(async () => {
  await served.stop();
  await issuer.close();
  await database.drop();
});
beforeEach(() => {
  statements.length = 0;
  reasons.length = 0;
});

const bodyOf = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });
const own = bodyOf('{ submissions(campaign: "2025-2026") { id establishment { code } } }');
const entities = bodyOf("query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }", {
  of: [{ __typename: "Establishment", code: "chum" }],
});
const service = bodyOf("{ _service { sdl } }");
const publicQuestion = bodyOf("{ campaigns { code } }");

type Headers = Record<string, string>;

const send = (body: string, headers: Headers = {}, method = "POST"): Promise<Response> =>
  fetch(served.url, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(method === "POST" ? { body } : {}),
  });

type Changes = Partial<Parameters<typeof signHop>[1]> & { readonly at?: Date; readonly secret?: string };

/** A hop for a body, good but for the changes; with a token it is that caller's. */
function hopFor(body: string, { at = new Date(), secret, ...changes }: Changes = {}): Headers {
  const secrets = secret === undefined ? suiteHopSecrets : () => [secret];
  const caller = changes.token ? "token" : "public";
  const hop = { subgraph: name, requestId: "r-1", caller, token: null, body, ...changes } as const;
  return { [hopHeader]: signHop(secrets, hop, at) };
}

const bearing = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const writer = (establishment = "ciusss-estrie-chus"): string => issuer.token({ claims: { establishment } });
const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);

/** A hop whose header names another algorithm, with the signature that goes with it. */
function hopNamed(algorithm: string, body: string): Headers {
  const [, payload] = (hopFor(body)[hopHeader] ?? "").split(".");
  const head = Buffer.from(JSON.stringify({ alg: algorithm, typ: "hop+jwt" })).toString("base64url");
  const signature =
    algorithm === "none"
      ? ""
      : createHmac("sha512", suiteHopSecrets()[0] ?? "")
          .update(`${head}.${payload}`)
          .digest("base64url");
  return { [hopHeader]: `${head}.${payload}.${signature}` };
}

const told = {
  message: "Un jeton d'accès valide est requis pour cette porte.",
  extensions: {
    code: "UNAUTHENTICATED",
    family: "NOT_ALLOWED",
    messages: {
      fr: "Un jeton d'accès valide est requis pour cette porte.",
      en: "This door needs a valid access token.",
    },
  },
};

/** Sends a request that must be refused: one same answer, no statement, and the reason in the log only. */
async function refusedFor(reason: string, body: string, headers: Headers): Promise<void> {
  const response = await send(body, headers);
  expect({ reason, status: response.status }).toEqual({ reason, status: 401 });
  expect(await response.json()).toEqual({ errors: [told] });
  expect([...response.headers.keys()].sort()).toEqual([
    "connection",
    "content-length",
    "content-type",
    "date",
    "keep-alive",
  ]);
  expect(reasons.splice(0)).toEqual([reason]);
  expect(statements).toEqual([]);
}

describe("a subgraph on its own, asked directly", () => {
  const direct: [string, string][] = [
    ["a question of the public schema", publicQuestion],
    ["what an establishment sent", own],
    ["_entities", entities],
    ["_service", service],
    ["something that is no GraphQL", "{"],
  ];

  it.each(direct)("answers nobody without a hop: %s", async (_, body) => {
    await refusedFor("no-hop", body, {});
    // A token alone, however good, opens the doors of the gateway only.
    await refusedFor("no-hop", body, bearing(writer()));
  });

  it.each(direct)(
    "refuses every hop that is not the gateway's, for now, for it and for this body: %s",
    async (_, body) => {
      const other: SubgraphName = "partners";
      await refusedFor(
        "wrong-signature",
        body,
        hopFor(body, { secret: "another-secret-of-32-characters-long" }),
      );
      await refusedFor("expired", body, hopFor(body, { at: secondsAgo(36) }));
      await refusedFor("issued-in-the-future", body, hopFor(body, { at: secondsAgo(-7) }));
      await refusedFor("wrong-audience", body, hopFor(body, { subgraph: other }));
      await refusedFor("wrong-body", body, hopFor(`${body} `));
      await refusedFor("wrong-header", body, hopNamed("none", body));
      await refusedFor("wrong-header", body, hopNamed("HS512", body));
      await refusedFor("malformed-hop", body, { [hopHeader]: "abc" });
      await refusedFor("malformed-hop", body, { [hopHeader]: "x".repeat(4_000) });
    },
  );

  it("refuses a hop with another caller's token, with none, and a token beside a public or hub hop", async () => {
    const [token, another] = [writer(), writer("chum")];
    await refusedFor("another-token", own, { ...hopFor(own, { token }), ...bearing(another) });
    await refusedFor("hop-without-its-token", own, hopFor(own, { token }));
    await refusedFor("token-without-hop-for-it", own, { ...hopFor(own), ...bearing(token) });
    await refusedFor("token-without-hop-for-it", own, {
      ...hopFor(own, { caller: "hub" }),
      ...bearing(token),
    });
  });

  it("verifies the caller's token again, whatever the gateway said of it", async () => {
    const refusedToken = (reason: string, token: string): Promise<void> =>
      refusedFor(reason, own, { ...hopFor(own, { token }), ...bearing(token) });
    await refusedToken("expired", issuer.token({ at: secondsAgo(400) }));
    await refusedToken("wrong-audience", issuer.token({ claims: { aud: "urn:another" } }));
    await refusedToken("wrong-issuer", issuer.token({ claims: { iss: "http://127.0.0.1:9" } }));
    await refusedToken("malformed-token", "abc");
    // As it does at the gateway, the scheme counts: RFC 6750, s. 2.1.
    const token = writer();
    await refusedFor("not-a-bearer-token", own, {
      ...hopFor(own, { token }),
      authorization: `Basic ${token}`,
    });
  });

  it("refuses the same hop for another body, within its life", async () => {
    const token = writer();
    const headers = { ...hopFor(own, { token }), ...bearing(token) };
    expect((await send(own, headers)).status).toBe(200);
    statements.length = 0;
    await refusedFor("wrong-body", own.replace("2025-2026", "2024"), headers);
    // The very bytes count, not what they mean.
    await refusedFor("wrong-body", JSON.stringify(JSON.parse(own), null, 1), headers);
  });

  it("says that it cannot tell who asks, rather than who it could be, when the issuer's keys cannot be read", async () => {
    const silent = await aTokenIssuer();
    await silent.goDown();
    const subgraph = subgraphs.find((candidate) => candidate.name === name)!;
    const lonely = await serveAlone(subgraph, database, {
      peers: peerTransport(() => null),
      verify: tokenVerifier({ issuer: silent.issuer, audience: "urn:carrefour" }),
      clock: () => testDay,
      onStatement: (sql) => statements.push(sql),
      onRefusal: (reason) => reasons.push(reason),
    });
    statements.length = 0;
    const token = silent.token();
    const response = await fetch(lonely.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...hopFor(own, { token }), ...bearing(token) },
      body: own,
    });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "ISSUER_UNAVAILABLE" } }] });
    expect([reasons, statements]).toEqual([["issuer-unreachable"], []]);
    await lonely.stop();
  });
});

describe("a subgraph on its own, asked by the gateway", () => {
  const ask = async (body: string, changes: Changes = {}): Promise<{ status: number; answer: unknown }> => {
    const { token } = changes;
    const response = await send(body, { ...hopFor(body, changes), ...(token ? bearing(token) : {}) });
    return { status: response.status, answer: await response.json() };
  };

  it("answers the public, who sees what is public and nothing else", async () => {
    expect(await ask(publicQuestion)).toMatchObject({
      status: 200,
      answer: { data: { campaigns: expect.any(Array) } },
    });
    expect(await ask(own)).toMatchObject({ answer: { errors: [{ extensions: { code: "NOT_ALLOWED" } }] } });
    expect(await ask(service)).toMatchObject({ answer: { data: { _service: { sdl: expect.any(String) } } } });
  });

  it("answers the bearer of a token with their own rows", async () => {
    const { answer } = await ask(own, { token: writer("chum") });
    const { submissions } = (answer as { data: { submissions: { establishment: { code: string } }[] } }).data;
    expect(new Set(submissions.map(({ establishment }) => establishment.code))).toEqual(new Set(["chum"]));
  });

  it("gives nothing for the forged key of another establishment's submission", async () => {
    const [foreign] = await database.query<{ id: string }>(
      "SELECT id FROM quality_indicators.submission WHERE establishment = 'chum' AND campaign = '2025-2026'",
    );
    const forged = (of: object[], selection: string): string =>
      bodyOf(`query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${selection} } }`, { of });
    const token = writer();
    const submission = await ask(forged([{ __typename: "Submission", id: foreign!.id }], ""), { token });
    expect(submission.answer).toMatchObject({ data: { _entities: [null] } });
    expect(JSON.stringify(submission.answer)).not.toContain(foreign!.id);
    const spread = await ask(
      forged(
        [{ __typename: "Establishment", code: "chum" }],
        "... on Submission { id state answers { number } }",
      ),
      { token },
    );
    expect(spread.answer).not.toHaveProperty("data._entities.0.id");
    const one = bodyOf("query ($id: ID!) { submission(id: $id) { id } }", { id: foreign!.id });
    expect(await ask(one, { token })).toMatchObject({
      answer: { errors: [{ extensions: { code: "SUBMISSION_NOT_FOUND" } }] },
    });
  });

  it("gives the hub itself no row of an establishment", async () => {
    expect(await ask(own, { caller: "hub" })).toMatchObject({
      answer: { errors: [{ extensions: { code: "NOT_ALLOWED" } }] },
    });
  });

  it("takes POST of JSON only, of two megabytes at most, and tells nothing of itself", async () => {
    const statusOf = async (headers: Headers, body = own, method = "POST"): Promise<number> =>
      (await send(body, headers, method)).status;
    expect(await statusOf({ ...hopFor(own), "content-type": "text/plain" })).toBe(415);
    expect(await statusOf({ ...hopFor(own), "content-type": "application/x-www-form-urlencoded" })).toBe(415);
    const large = bodyOf("{ campaigns { code } }", { padding: "x".repeat(10_000_000) });
    expect(await statusOf(hopFor(large), large)).toBe(413);
    expect(await statusOf(hopFor(""), "", "GET")).toBe(404);
    expect(await statusOf(hopFor("[]"), "[]")).toBe(400);
    expect(await (await send(own, hopFor(own), "PUT")).text()).toBe("");
    expect(statements).toEqual([]);
  });

  it("reads no body of who has no hop", async () => {
    const { port } = new URL(served.url);
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.once("data", (chunk) => {
        resolve(chunk.toString());
        socket.destroy();
      });
      // A megabyte is announced, none of it is sent.
      socket.write(
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n",
      );
    });
    expect(answered).toMatch(/^HTTP\/1\.1 401 /);
  });

  it("guards its files as its graph: a hop for this very question, and the caller's token verified again", async () => {
    const asked = JSON.stringify({
      name: "releases/x.csv",
      method: "GET",
      range: null,
      ifRange: null,
      ifNoneMatch: null,
    });
    const file = (body: string, headers: Headers): Promise<Response> =>
      fetch(new URL("/files", served.url), {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
    const token = writer();
    const another = asked.replace("x.csv", "y.csv");
    const refusedFiles: [string, string, Headers][] = [
      ["no-hop", asked, bearing(token)],
      ["wrong-signature", asked, hopFor(asked, { secret: "another-secret-of-32-characters-long" })],
      ["wrong-audience", asked, hopFor(asked, { subgraph: "partners" })],
      ["expired", asked, hopFor(asked, { at: secondsAgo(36) })],
      ["wrong-body", another, { ...hopFor(asked, { token }), ...bearing(token) }],
      ["another-token", asked, { ...hopFor(asked, { token }), ...bearing(writer("chum")) }],
      ["token-without-hop-for-it", asked, { ...hopFor(asked), ...bearing(token) }],
      ["hop-without-its-token", asked, hopFor(asked, { token })],
    ];
    const old = issuer.token({ at: secondsAgo(400) });
    refusedFiles.push(["expired", asked, { ...hopFor(asked, { token: old }), ...bearing(old) }]);
    for (const [reason, body, headers] of refusedFiles) {
      const response = await file(body, headers);
      expect({ reason, status: response.status }).toEqual({ reason, status: 401 });
      expect(await response.json()).toEqual({ errors: [told] });
      expect(reasons.splice(0)).toEqual([reason]);
    }
    expect(statements).toEqual([]);
    const good = await file(asked, { ...hopFor(asked, { token }), ...bearing(token) });
    // This subgraph has no file.
    expect([good.status, await good.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: "FILE_NOT_FOUND" } }] },
    ]);
    for (const body of ["{}", "[]", own, `${asked}}`, asked.replace("GET", "PUT")])
      expect((await file(body, { ...hopFor(body, { token }), ...bearing(token) })).status).toBe(400);
  });

  it("tells its health, and no more, to whoever asks", async () => {
    const at = async (path: string): Promise<unknown> => (await fetch(new URL(path, served.url))).json();
    expect(await at("/health/live")).toEqual({ status: "live" });
    expect(await at("/health/ready")).toEqual({ status: "ready", isDemonstration: true });
  });
});
