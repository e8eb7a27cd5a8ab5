import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AdapterFactory } from "oidc-provider";
import { aFolder } from "../../../test/harness/folder.js";
import { issuerStore } from "./adapter.js";
import { loadProvider } from "./load-provider.js";
import { UsedAssertions } from "./used-assertions.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
let store: AdapterFactory;
beforeAll(async () => {
  folder = await aFolder();
  const usedAssertions = new UsedAssertions(join(folder.path, "marks"));
  const { errors } = await loadProvider();
  store = issuerStore({ usedAssertions, clientKeys: { keys: [] }, errors });
});
afterAll(() => folder.remove());

describe("what the issuer keeps", () => {
  it("lets a code be used once though two have read it unused, and ends its login then", async () => {
    const [codes, tokens, grants] = [store("AuthorizationCode"), store("RefreshToken"), store("Grant")];
    await grants.upsert("g", {}, 60);
    await codes.upsert("c", { grantId: "g" }, 60);
    await codes.consume("c");
    await tokens.upsert("t", { grantId: "g" }, 60);
    await tokens.upsert("another's", { grantId: "h" }, 60);
    await expect(codes.consume("c")).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await grants.find("g")).toBeUndefined();
    expect(await tokens.find("t")).toBeUndefined();
    expect(await tokens.find("another's")).toBeDefined();
  });

  it("forgets what has expired", async () => {
    const codes = store("AuthorizationCode");
    await codes.upsert("brief", {}, 0.02);
    expect(await codes.find("brief")).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await codes.find("brief")).toBeUndefined();
  });

  it("keeps the sessions of one kind apart from what has the same name in another", async () => {
    await store("Session").upsert("s", { uid: "u" }, 60);
    await store("Interaction").upsert("i", { uid: "v" }, 60);
    expect(await store("Session").findByUid("u")).toMatchObject({ uid: "u" });
    expect(await store("Session").findByUid("v")).toBeUndefined();
    expect(await store("Session").find("i")).toBeUndefined();
  });

  it("knows as programs the demonstration accounts, each with its own scope, and nobody else", async () => {
    const clients = store("Client");
    expect(await clients.find("steward:publish")).toMatchObject({
      scope: "steward:publish",
      token_endpoint_auth_method: "private_key_jwt",
      grant_types: ["client_credentials"],
    });
    for (const nobody of ["president", "steward:all", "researcher:", "establishment:a b", "__proto__"])
      expect(await clients.find(nobody)).toBeUndefined();
  });
});
