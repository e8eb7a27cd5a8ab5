import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { randomUUID } from "node:crypto";
import { aTokenIssuer, type TokenIssuer } from "../harness/token-issuer.js";
import { aTurnedClock } from "../harness/turned-clock.js";
import { type Answer, aGuardedDoor, type GuardedDoor } from "./guarded-door.js";

let issuer: TokenIssuer;
let door: GuardedDoor;
const clock = aTurnedClock();

const token = (header: Record<string, unknown> = {}): string => issuer.token({ at: clock.read(), header });
const knock = (header?: Record<string, unknown>): Promise<Answer> => door.knockWith(token(header));
const outcome = ({ status, reason }: Answer): string => `${status} ${reason ?? "let in"}`;
const coolDownSeconds = 30;
const hour = 3_600;

beforeAll(async () => {
  issuer = await aTokenIssuer();
  door = await aGuardedDoor(issuer.issuer, clock);
});
afterAll(async () => {
  await door.close();
  await issuer.close();
});
afterEach(async () => {
  // Every test starts with an issuer that is up and a hub that knows its keys.
  issuer.misbehave = null;
  clock.turn(2 * hour);
  expect(outcome(await knock())).toBe("200 let in");
  clock.turn(coolDownSeconds);
  issuer.fetches.keys = 0;
  issuer.fetches.discovery = 0;
});

describe("the keys of the issuer", () => {
  it("are not asked for before somebody shows a token, and then once for all who wait", async () => {
    expect(issuer.fetches).toEqual({ discovery: 0, keys: 0 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => knock()));
    expect(new Set(answers.map(outcome))).toEqual(new Set(["200 let in"]));
    expect(issuer.fetches).toEqual({ discovery: 1, keys: 1 });
  });

  it("are not asked for again by good tokens, for ten minutes", async () => {
    clock.turn(500);
    for (let n = 0; n < 20; n += 1) await knock();
    expect(issuer.fetches.keys).toBe(0);
    clock.turn(100);
    await Promise.all([knock(), knock(), knock()]);
    expect(issuer.fetches.keys).toBe(1);
  });

  it("are asked for at most once a cool-down, whatever the thousand key ids that strangers make up", async () => {
    const strangers = (count: number) =>
      Promise.all(Array.from({ length: count }, () => knock({ kid: randomUUID() })));
    const first = await strangers(1_000);
    expect(new Set(first.map(outcome))).toEqual(new Set(["401 unknown-key"]));
    expect(issuer.fetches).toEqual({ discovery: 1, keys: 1 });
    clock.turn(coolDownSeconds - 1);
    await strangers(20);
    expect(issuer.fetches.keys).toBe(1);
    clock.turn(1);
    await strangers(20);
    expect(issuer.fetches.keys).toBe(2);
  });
});

describe("an issuer that changes its key", () => {
  it("is followed at once, and the former key works for as long as it is published", async () => {
    const former = issuer.key;
    const formerToken = token();
    issuer.rotate();
    expect(outcome(await knock())).toBe("200 let in");
    expect(outcome(await door.knockWith(formerToken))).toBe("200 let in");
    expect(issuer.fetches.keys).toBe(1);
    issuer.withdraw(former);
    clock.turn(coolDownSeconds);
    // The hub learns of the withdrawal with the next key that it does not know.
    await knock({ kid: "inconnue" });
    expect(outcome(await door.knockWith(formerToken))).toBe("401 unknown-key");
    expect(outcome(await knock())).toBe("200 let in");
  });

  it("is followed within ten minutes when it only withdraws the former one", async () => {
    const former = issuer.key;
    issuer.rotate();
    await knock();
    clock.turn(600);
    const signedByFormer = issuer.token({
      at: clock.read(),
      header: { kid: former.id },
      signing: former.signing,
    });
    expect(outcome(await door.knockWith(signedByFormer))).toBe("200 let in");
    issuer.withdraw(former);
    clock.turn(600);
    const later = issuer.token({ at: clock.read(), header: { kid: former.id }, signing: former.signing });
    expect(outcome(await door.knockWith(later))).toBe("401 unknown-key");
  });

  it("is not served by what was verified before: another key under the same id", async () => {
    const seen = token();
    expect(outcome(await door.knockWith(seen))).toBe("200 let in");
    const { id } = issuer.key;
    const other = issuer.rotate();
    issuer.published = [{ ...other.published, kid: id }];
    // The same token again, after the hub has read the new set.
    await knock({ kid: "inconnue" });
    expect(outcome(await door.knockWith(seen))).toBe("401 wrong-signature");
    issuer.published = [other.published];
  });

  it("lets nobody in once it has withdrawn its last key", async () => {
    const { published } = issuer;
    issuer.published = [];
    expect(outcome(await knock({ kid: "inconnue" }))).toBe("503 issuer-without-key");
    expect(outcome(await knock())).toBe("503 issuer-without-key");
    issuer.published = published;
  });
});

describe("an issuer that is down", () => {
  afterEach(() => issuer.comeUp().catch(() => undefined));

  it("costs nobody whose key is known anything, for an hour; then the door says that it cannot judge", async () => {
    await issuer.goDown();
    for (const seconds of [600, 1_200, 1_200, 569]) {
      clock.turn(seconds);
      expect(outcome(await knock())).toBe("200 let in");
    }
    clock.turn(1);
    const answer = await knock();
    expect(outcome(answer)).toBe("503 issuer-unreachable");
    expect(answer.headers["retry-after"]).toBe("30");
    expect(answer.headers["www-authenticate"]).toBeUndefined();
    expect(JSON.parse(answer.body)).toMatchObject({
      errors: [{ extensions: { code: "ISSUER_UNAVAILABLE", family: "UNAVAILABLE" } }],
    });
    expect(answer.body).not.toContain(issuer.issuer);
  });

  it("leaves open whether a new key is its own", async () => {
    await issuer.goDown();
    expect(outcome(await knock({ kid: "nouvelle" }))).toBe("503 issuer-unreachable");
    expect(outcome(await knock())).toBe("200 let in");
  });

  it("still refuses what is bad in itself", async () => {
    await issuer.goDown();
    clock.turn(2 * hour);
    expect(outcome(await knock({ alg: "none" }))).toBe("401 wrong-algorithm");
    expect((await door.knock([])).status).toBe(401);
  });

  it("is left alone for a cool-down, and followed when it is back", async () => {
    await issuer.goDown();
    clock.turn(2 * hour);
    expect(outcome(await knock())).toBe("503 issuer-unreachable");
    await issuer.comeUp();
    clock.turn(coolDownSeconds - 1);
    expect(outcome(await knock())).toBe("503 issuer-unreachable");
    expect(issuer.fetches).toEqual({ discovery: 0, keys: 0 });
    clock.turn(1);
    expect(outcome(await knock())).toBe("200 let in");
  });

  it("is named in the log, with what went wrong", async () => {
    await issuer.goDown();
    clock.turn(2 * hour);
    await knock();
    expect(door.log.at(-2)).toContain("issuer-unreachable (ECONNREFUSED)");
  });
});

describe("an issuer that answers badly", () => {
  const json = (value: unknown) => JSON.stringify(value);
  const discovery = () => ({ issuer: issuer.issuer, jwks_uri: `${issuer.issuer}/jwks` });
  const good = (document: string) => (document === "keys" ? { keys: issuer.published } : discovery());
  const answers: [
    string,
    string,
    (document: string) => { status?: number; body: string; location?: string },
  ][] = [
    ["with an error", "issuer-answered-badly", (document) => ({ status: 500, body: json(good(document)) })],
    ["with a page", "issuer-answered-badly", () => ({ body: "<html>" })],
    ["with JSON of another shape", "issuer-answered-badly", () => ({ body: json({ keys: "aucune" }) })],
    [
      "with an address elsewhere",
      "issuer-answered-badly",
      () => ({ status: 302, body: "", location: "/jwks" }),
    ],
    [
      "without end",
      "issuer-answered-badly",
      (document) => ({ body: json({ ...good(document), filler: "a".repeat(300_000) }) }),
    ],
    [
      "in another's name",
      "issuer-names-another",
      () => ({ body: json({ ...discovery(), issuer: `${issuer.issuer}/` }) }),
    ],
    [
      "with keys at an unprotected address",
      "issuer-answered-badly",
      () => ({ body: json({ ...discovery(), jwks_uri: "http://cles.exemple.ca/jwks" }) }),
    ],
    [
      "with keys of which none verifies a token",
      "issuer-without-key",
      (document) => ({
        body: json(
          document === "keys" ? { keys: [{ kty: "oct", k: "c2VjcmV0", kid: issuer.key.id }] } : discovery(),
        ),
      }),
    ],
  ];

  it.each(answers)("lets nobody new in: %s", async (_, reason, answer) => {
    issuer.misbehave = (document, response) => {
      const { status = 200, body, location } = answer(document);
      response.writeHead(status, location ? { location } : {}).end(body);
    };
    clock.turn(2 * hour);
    expect(outcome(await knock())).toBe(`503 ${reason}`);
    expect(issuer.fetches.keys).toBeLessThanOrEqual(1);
  });

  it("is not waited for: it hangs", async () => {
    issuer.misbehave = () => undefined;
    clock.turn(2 * hour);
    expect(outcome(await knock())).toBe("503 issuer-unreachable");
  });

  it("costs those whose key is known nothing but the first wait", async () => {
    issuer.misbehave = (_, response) => void response.writeHead(500).end();
    clock.turn(600);
    for (let n = 0; n < 5; n += 1) expect(outcome(await knock())).toBe("200 let in");
    expect(issuer.fetches.discovery).toBe(1);
  });
});

describe("an issuer that the network reaches by another address than its name", () => {
  it("is asked for its keys there", async () => {
    const named = await aTokenIssuer("https://identite.exemple.ca/realms/carrefour");
    const other = await aGuardedDoor(named.issuer, clock, { OIDC_DISCOVERY_URL: named.discoveryUrl });
    const answer = await other.knockWith(named.token({ at: clock.read() }));
    await other.close();
    await named.close();
    expect(outcome(answer)).toBe("200 let in");
    expect(named.fetches).toEqual({ discovery: 1, keys: 1 });
  });
});
