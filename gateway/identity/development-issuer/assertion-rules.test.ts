import { describe, expect, it } from "vitest";
import { refusalOf } from "./assertion-rules.js";

const now = 1_763_800_000;
const header = { alg: "ES384", typ: "JWT", kid: "k" };
const claims = { iss: "researcher", sub: "researcher", aud: "i", iat: now, exp: now + 60, jti: "j" };

const encoded = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const judged = (changes: Record<string, unknown>) =>
  refusalOf(`${encoded(header)}.${encoded({ ...claims, ...changes })}.s`, now);

// The tolerance is 15 seconds, the longest life 300.
describe("the times of an assertion, to the second", () => {
  it.each([
    ["lives 300 seconds", { exp: now + 300 }, null],
    ["lives 301 seconds", { exp: now + 301 }, "life-too-long"],
    ["lives one second", { exp: now + 1 }, null],
    ["ends as it begins", { exp: now }, "life-too-long"],
    ["was issued 15 seconds ahead of this clock", { iat: now + 15 }, null],
    ["was issued 16 seconds ahead of this clock", { iat: now + 16 }, "issued-in-the-future"],
    ["begins 15 seconds ahead of this clock", { nbf: now + 15 }, null],
    ["begins 16 seconds ahead of this clock", { nbf: now + 16 }, "not-yet-valid"],
    ["has an identifier of 256 characters", { jti: "j".repeat(256) }, null],
    ["has an identifier of 257 characters", { jti: "j".repeat(257) }, "no-identifier"],
    ["ends at no instant at all", { exp: 1e300 }, "no-expiry"],
  ])("%s", (_, changes, refusal) => expect(judged(changes)).toBe(refusal));
});

describe("an assertion that is no assertion", () => {
  it.each([
    ["is not JSON", `${encoded("{")}.${encoded(claims)}.s`, "unreadable"],
    ["is a list", `${encoded(header)}.${encoded("[]")}.s`, "unreadable"],
    ["has no claims", encoded(header), "unreadable"],
    [
      "says one thing twice, once in disguise",
      `${encoded(header)}.${encoded(JSON.stringify(claims).replace("}", ',"\\u0061ud":"i"}'))}.s`,
      "doubled-member",
    ],
  ])("%s", (_, assertion, refusal) => expect(refusalOf(assertion, now)).toBe(refusal));
});
