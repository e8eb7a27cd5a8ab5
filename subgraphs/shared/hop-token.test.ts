import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decodeProtectedHeader, SignJWT } from "jose";
import { type Hop, HopRefused, judgeBody, judgeToken, readHop, signHop } from "./hop-token.js";

const secret = "a-secret-of-thirty-two-characters";
const secrets = (): string[] => [secret];
const now = new Date("2026-05-04T14:00:00Z");
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
const body = '{"query":"{ me { subject } }"}';
const hop: Hop = { subgraph: "partners", requestId: "r-1", caller: "token", token: "a-token", body };
const seconds = now.getTime() / 1_000;

/** Why a hop is refused; « accepted » when it is not. */
function reasonOf(judge: () => unknown): string {
  try {
    judge();
    return "accepted";
  } catch (error) {
    return error instanceof HopRefused ? error.reason : `unexpected: ${String(error)}`;
  }
}

/** A hop with some of its claims replaced, signed with the right secret by another library. */
const forged = (claims: Record<string, unknown>): Promise<string> =>
  new SignJWT({
    aud: "urn:carrefour:subgraph:partners",
    iat: seconds,
    exp: seconds + 30,
    request_id: "r-1",
    caller: "public",
    body: "…",
    ...claims,
  })
    .setProtectedHeader({ alg: "HS256", typ: "hop+jwt" })
    .sign(Buffer.from(secret));

describe("the hop that lets a request in at a subgraph", () => {
  it("is a JWT of at most 30 seconds for one subgraph, one caller and one body, and holds none of them in clear", () => {
    const signed = signHop(secrets, hop, now);
    expect(decodeProtectedHeader(signed)).toEqual({ alg: "HS256", typ: "hop+jwt" });
    const claims = JSON.parse(Buffer.from(signed.split(".")[1] ?? "", "base64url").toString()) as object;
    expect(claims).toMatchObject({ aud: "urn:carrefour:subgraph:partners", iat: seconds, exp: seconds + 30 });
    expect(JSON.stringify(claims)).not.toMatch(/a-token|subject/);
    const read = readHop(secrets, signed, "partners", now);
    expect(read).toMatchObject({ requestId: "r-1", caller: "token" });
    expect(reasonOf(() => judgeBody(read, Buffer.from(body)))).toBe("accepted");
    expect(reasonOf(() => judgeToken(read, "a-token"))).toBe("accepted");
  });

  it("counts for 30 seconds, and for the 5 that two clocks may differ", () => {
    const signed = signHop(secrets, hop, now);
    const at = (instant: Date): string => reasonOf(() => readHop(secrets, signed, "partners", instant));
    expect([-6, -5, 34, 35].map((after) => at(later(after)))).toEqual([
      "issued-in-the-future",
      "accepted",
      "accepted",
      "expired",
    ]);
  });

  it("is refused for another subgraph, another secret, another body and another token", () => {
    const signed = signHop(secrets, hop, now);
    const read = readHop(secrets, signed, "partners", now);
    const others = (): string[] => ["another-secret-of-32-characters-or-more"];
    expect([
      reasonOf(() => readHop(secrets, signed, "establishments", now)),
      reasonOf(() => readHop(others, signed, "partners", now)),
      reasonOf(() => judgeBody(read, Buffer.from(`${body} `))),
      reasonOf(() => judgeToken(read, "another-token")),
      reasonOf(() => judgeToken(read, null)),
      reasonOf(() => judgeToken({ ...read, caller: "public", tokenHash: null }, "a-token")),
    ]).toEqual([
      "wrong-audience",
      "wrong-signature",
      "wrong-body",
      "another-token",
      "hop-without-its-token",
      "token-without-hop-for-it",
    ]);
  });

  it.each<[string, string | undefined]>([
    ["no-hop", undefined],
    ["malformed-hop", ""],
    ["malformed-hop", "abc"],
    ["malformed-hop", "a.b.c.d"],
    ["malformed-hop", `${"a".repeat(2_049)}.b.c`],
    ["malformed-hop", `${signHop(secrets, hop, now)}, ${signHop(secrets, hop, now)}`],
  ])("is refused as %s when it is « %s »", (reason, given) => {
    expect(reasonOf(() => readHop(secrets, given, "partners", now))).toBe(reason);
  });

  it("names no algorithm of its own: none, HS512 and every other header are refused, however well they are signed", () => {
    const [, payload] = signHop(secrets, hop, now).split(".");
    const withHeader = (header: object): string => {
      const signed = `${Buffer.from(JSON.stringify(header)).toString("base64url")}.${payload}`;
      return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
    };
    for (const header of [
      { alg: "none", typ: "hop+jwt" },
      { alg: "HS512", typ: "hop+jwt" },
      { alg: "HS256", typ: "at+jwt" },
      { alg: "HS256", typ: "hop+jwt", jku: "http://127.0.0.1/keys" },
    ])
      expect(reasonOf(() => readHop(secrets, withHeader(header), "partners", now))).toBe("wrong-header");
    expect(
      reasonOf(() =>
        readHop(secrets, `${withHeader({ alg: "none" }).split(".").slice(0, 2).join(".")}.`, "partners", now),
      ),
    ).toBe("wrong-header");
  });

  it.each<[string, Record<string, unknown>]>([
    ["life-too-long", { exp: seconds + 31 }],
    ["malformed-claims", { exp: String(seconds + 30) }],
    ["malformed-claims", { iat: undefined }],
    ["malformed-claims", { caller: "steward" }],
    ["malformed-claims", { caller: "token" }],
    ["malformed-claims", { caller: "hub", ath: "…" }],
    ["malformed-claims", { request_id: 7 }],
    ["malformed-claims", { body: undefined }],
    ["wrong-audience", { aud: ["urn:carrefour:subgraph:partners"] }],
    ["wrong-audience", { aud: undefined }],
  ])("is refused as %s when it says %j", async (reason, claims) => {
    const given = await forged(claims);
    expect(reasonOf(() => readHop(secrets, given, "partners", now))).toBe(reason);
  });

  it("is signed with the first secret and accepted with every one, so that secrets can be changed one process at a time", () => {
    const [old, fresh] = ["the-former-secret-of-32-characters", "the-coming-secret-of-32-characters"];
    const signed = signHop(() => [fresh, old], hop, now);
    expect(reasonOf(() => readHop(() => [old, fresh], signed, "partners", now))).toBe("accepted");
    expect(reasonOf(() => readHop(() => [old], signed, "partners", now))).toBe("wrong-signature");
  });

  it("is not refused by a process that read the secrets a moment before they changed", () => {
    const fresh = "the-coming-secret-of-32-characters";
    const signed = signHop(() => [fresh], hop, now);
    const behind = (mustLook?: boolean): string[] => (mustLook ? [fresh, secret] : [secret]);
    expect(reasonOf(() => readHop(behind, signed, "partners", now))).toBe("accepted");
  });
});
