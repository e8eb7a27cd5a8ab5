/* eslint-disable no-console -- what is said on the console is what this test is about */
import { afterEach, describe, expect, it, vi } from "vitest";
import { aFolder } from "../../../test/harness/folder.js";
import { anIssuerAlone } from "../../../test/identity/issuer-alone.js";
import { askTokens, begin, codeRequest, exchange, logIn } from "../../../test/identity/code-flow.js";
import { Browser } from "../../../test/identity/browser.js";
import { loadProvider } from "./load-provider.js";

afterEach(() => void vi.restoreAllMocks());

describe("the issuer's library", () => {
  it("says nothing to the terminal, at its start or at work, and keeps nobody else quiet", async () => {
    const spoken: unknown[] = [];
    for (const level of ["log", "info", "warn", "error"] as const)
      vi.spyOn(console, level).mockImplementation((...words) => void spoken.push(words[0]));
    const folder = await aFolder();
    const loading = loadProvider();
    console.warn("spoken by another while it loads");
    await loading;
    const alone = await anIssuerAlone(folder.path);
    const request = codeRequest();
    const told = await logIn(alone.issuer, "researcher", request);
    await exchange(alone.issuer, told.get("code"), request.verifier);
    await askTokens(alone.issuer, { grant_type: "refresh_token", refresh_token: "x" });
    await begin(alone.issuer, codeRequest({ scope: "openid" }), new Browser());
    await alone.close();
    await folder.remove();
    console.warn("spoken by another afterwards");
    expect(spoken).toEqual(["spoken by another while it loads", "spoken by another afterwards"]);
  });
});
