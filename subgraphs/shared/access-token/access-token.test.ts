import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { anIssuerKey, aTokenIssuer, type TokenIssuer } from "../../../test/harness/token-issuer.js";
import { aTurnedClock } from "../../../test/harness/turned-clock.js";
import { tokenVerifier } from "./access-token.js";

let issuer: TokenIssuer;
const clock = aTurnedClock();
const verifier = () => tokenVerifier({ issuer: issuer.issuer, audience: "urn:carrefour", clock: clock.read });

beforeAll(async () => {
  issuer = await aTokenIssuer();
});
afterAll(() => issuer.close());

describe("a token that was verified before", () => {
  it("is good for as long as it says, and no longer", async () => {
    const verify = verifier();
    const token = issuer.token({ at: clock.read() });
    await expect(verify(token)).resolves.toMatchObject({ audience: "establishment" });
    clock.turn(314);
    await expect(verify(token)).resolves.toMatchObject({ audience: "establishment" });
    clock.turn(1);
    await expect(verify(token)).rejects.toMatchObject({ reason: "expired" });
  });

  it("is not good because another with the same claims was", async () => {
    const verify = verifier();
    const claims = { jti: "une-fois" };
    const at = clock.read();
    await verify(issuer.token({ at, claims }));
    const forged = issuer.token({ at, claims, signing: anIssuerKey("test").signing });
    await expect(verify(forged)).rejects.toMatchObject({ reason: "wrong-signature" });
    await expect(verify(forged)).rejects.toMatchObject({ reason: "wrong-signature" });
  });

  it("is judged again when it was too early", async () => {
    const verify = verifier();
    const nbf = clock.read().getTime() / 1_000 + 60;
    const token = issuer.token({ at: clock.read(), claims: { nbf } });
    await expect(verify(token)).rejects.toMatchObject({ reason: "not-yet-valid" });
    clock.turn(45);
    await expect(verify(token)).resolves.toMatchObject({ subject: "bureau" });
  });

  it("has its signature verified once, however often it is shown", async () => {
    const verify = verifier();
    const tokens = Array.from({ length: 20 }, () => issuer.token({ at: clock.read() }));
    const verified = vi.spyOn(crypto.subtle, "verify");
    for (const token of [...tokens, ...tokens]) await verify(token);
    expect(verified).toHaveBeenCalledTimes(tokens.length);
    verified.mockRestore();
  });
});
