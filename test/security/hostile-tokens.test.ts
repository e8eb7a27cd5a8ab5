import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenRefusalReasons } from "../../subgraphs/shared/access-token/token-refusal.js";
import { testDay } from "../harness/database.js";
import { aTokenIssuer, type TokenIssuer } from "../harness/token-issuer.js";
import { aTurnedClock } from "../harness/turned-clock.js";
import { type Answer, aGuardedDoor, type GuardedDoor } from "./guarded-door.js";
import { claimRows } from "./token-table/claim-rows.js";
import { headerRows } from "./token-table/header-rows.js";
import { rightRows } from "./token-table/right-rows.js";
import { keySetOf, signatureRows } from "./token-table/signature-rows.js";

const rows = [...headerRows, ...claimRows, ...rightRows, ...signatureRows];
const refused = rows.filter(({ reason }) => reason !== null);
const letIn = rows.filter(({ reason }) => reason === null);

let issuer: TokenIssuer;
let door: GuardedDoor;
const good = (): string => issuer.token({ at: testDay });

beforeAll(async () => {
  issuer = await aTokenIssuer();
  issuer.published = keySetOf(issuer);
  door = await aGuardedDoor(issuer.issuer, aTurnedClock());
});
afterAll(async () => {
  await door.close();
  await issuer.close();
});

const metadata = 'resource_metadata="https://carrefour.exemple.ca/.well-known/oauth-protected-resource"';
const challenge = `Bearer realm="carrefour", error="invalid_token", ${metadata}`;
const challengeWithoutToken = `Bearer realm="carrefour", ${metadata}`;

/** What a caller sees of a refusal: nothing of its reason, but the number under which the log tells it. */
const sameBody = (headers: Answer["headers"]) => ({
  errors: [
    {
      message: "Un jeton d'accès valide est requis pour cette porte.",
      extensions: {
        code: "UNAUTHENTICATED",
        family: "NOT_ALLOWED",
        messages: {
          fr: "Un jeton d'accès valide est requis pour cette porte.",
          en: "This door needs a valid access token.",
        },
        requestId: headers["x-request-id"],
      },
    },
  ],
});

function expectRefusal({ status, headers, body, reason }: Answer, expected: string | null): void {
  expect({ status, reason }).toEqual({ status: 401, reason: expected });
  expect(headers["www-authenticate"]).toBe(challenge);
  expect(JSON.parse(body)).toEqual(sameBody(headers));
}

const callerIn = ({ body }: Answer): unknown => (JSON.parse(body) as { data?: { me: unknown } }).data?.me;

describe("a token at the authenticated door", () => {
  it("lets in who carries a good one, as its claims say", async () => {
    const answer = await door.knockWith(good());
    expect(answer.status).toBe(200);
    expect(callerIn(answer)).toEqual({
      audience: "establishment",
      subject: "bureau",
      establishment: "ciusss-estrie-chus",
      agreement: null,
      scopes: ["figures:write"],
    });
  });

  it.each(refused)("is refused: $title ($reason)", async ({ forge, reason }) => {
    expectRefusal(await door.knockWith(forge(issuer)), reason);
  });

  it.each(letIn)("is let in: $title", async ({ forge }) => {
    const answer = await door.knockWith(forge(issuer));
    expect(answer).toMatchObject({ status: 200, reason: null });
    expect(callerIn(answer)).not.toBeNull();
  });

  it("never counts for a scope that no token can give", async () => {
    const token = issuer.token({ at: testDay, claims: { scope: "hub:admission figures:write openid" } });
    expect(callerIn(await door.knockWith(token))).toMatchObject({ scopes: ["figures:write"] });
  });
});

describe("the header that carries a token", () => {
  it.each([
    ["no header", [], "no-authorization"],
    ["an empty one", [["authorization", ""]], "not-a-bearer-token"],
    ["a name and a password", [["authorization", "Basic YTpi"]], "not-a-bearer-token"],
    ["the scheme alone", [["authorization", "Bearer"]], "not-a-bearer-token"],
    ["two words", [["authorization", "Bearer un deux"]], "not-a-bearer-token"],
    ["a proof-of-possession token", [["authorization", "DPoP aa.bb.cc"]], "not-a-bearer-token"],
  ] as const)("is refused without saying that a token is bad: %s", async (_, headers, reason) => {
    const answer = await door.knock(headers);
    expect({ status: answer.status, reason: answer.reason }).toEqual({ status: 401, reason });
    expect(answer.headers["www-authenticate"]).toBe(challengeWithoutToken);
    expect(JSON.parse(answer.body)).toEqual(sameBody(answer.headers));
  });

  it.each([
    ["the same token twice", "authorization", () => good()],
    ["a second one in capitals", "AUTHORIZATION", () => good()],
    ["a second one that is bad", "Authorization", () => "mauvais"],
  ])("is refused when it comes twice: %s", async (_, name, second) => {
    const answer = await door.knock([
      ["authorization", `Bearer ${good()}`],
      [name, `Bearer ${second()}`],
    ]);
    expectRefusal(answer, "doubled-authorization");
  });

  it("may write its scheme in small letters", async () => {
    expect((await door.knock([["authorization", `bearer ${good()}`]])).status).toBe(200);
  });

  const forgedIdentity = [
    ["x-user-id", "steward"],
    ["x-user-scopes", "steward:privacy"],
    ["x-user-establishment", "chu-sainte-justine"],
    ["x-forwarded-user", "steward"],
    ["x-forwarded-access-token", "mauvais"],
  ] as const;

  it("is the only one that counts: others that name a user let nobody in", async () => {
    expect(await door.knock(forgedIdentity)).toMatchObject({ status: 401, reason: "no-authorization" });
  });

  it("is the only one that counts: others that name a user change nobody", async () => {
    const answer = await door.knock([["authorization", `Bearer ${good()}`], ...forgedIdentity]);
    expect(callerIn(answer)).toMatchObject({ audience: "establishment", subject: "bureau" });
  });
});

describe("the log of the door", () => {
  it("names every reason there is, each seen above", () => {
    const seen = new Set([
      ...refused.map(({ reason }) => reason),
      ...["no-authorization", "not-a-bearer-token", "doubled-authorization"],
    ]);
    expect([...tokenRefusalReasons].filter((reason) => !seen.has(reason))).toEqual([]);
  });

  it("holds no part of a token", () => {
    const token = good();
    const parts = token.split(".").slice(0, 2);
    expect(door.log.length).toBeGreaterThan(refused.length);
    expect(
      door.log.filter((line) => line.includes("eyJ") || parts.some((part) => line.includes(part))),
    ).toEqual([]);
  });
});
