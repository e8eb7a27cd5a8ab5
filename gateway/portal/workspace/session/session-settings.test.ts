import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import fastify, { type FastifyInstance } from "fastify";
import pino from "pino";
import type { SecretSource } from "../../../../subgraphs/index.js";
import { aFolder } from "../../../../test/harness/folder.js";
import { readConfig } from "../../../config.js";
import { tellSecurityHeaders } from "../../../guard/security-headers.js";
import { readAssets } from "../../assets/assets.js";
import type { PageServing } from "../../page/serve-pages.js";
import { openWorkspace } from "../open-workspace.js";
import { sessionKeysOf } from "./session-settings.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

const aKey = "a-key-of-the-portal's-sessions-of-an-operator";
const portalOf = (environment: Record<string, string>) =>
  readConfig({ HUB_DATA_DIR: folder.path, ...environment });

describe("the key of the portal's sessions", () => {
  it("is made once in the data folder of a hub for trying, for nobody else's eyes", async () => {
    const config = portalOf({});
    const [first, again] = [await sessionKeysOf(config), await sessionKeysOf(config)];
    expect(first?.()).toHaveLength(1);
    expect(again?.()).toEqual(first?.());
    const file = join(folder.path, "development-portal-session-key");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, "utf8")).trim().length).toBeGreaterThanOrEqual(40);
  });

  it("is the operator's in production, or there is none", async () => {
    const production = { ...portalOf({}), isProduction: true };
    expect(await sessionKeysOf(production)).toBeNull();
    const given = { ...portalOf({ PORTAL_SESSION_KEY: aKey }), isProduction: true };
    expect((await sessionKeysOf(given))?.()).toHaveLength(1);
  });

  it("stops a start when it is too short or its file cannot be read, without a word of what it is", async () => {
    const file = join(folder.path, "keys");
    await writeFile(file, "too-short-a-key\n");
    for (const environment of [
      { PORTAL_SESSION_KEY: "too-short-a-key" },
      { PORTAL_SESSION_KEY_FILE: file },
      { PORTAL_SESSION_KEY_FILE: join(folder.path, "absent") },
      { PORTAL_CLIENT_SECRET_FILE: join(folder.path, "absent") },
    ] as Record<string, string>[]) {
      const start = (): unknown => portalOf(environment);
      expect(start).toThrow(Object.keys(environment)[0]);
      expect(start).not.toThrow(/too-short-a-key/);
    }
  });
});

/** The workspace alone, whose issuer nobody answers for. */
async function aWorkspace(sessionKeys: SecretSource | null): Promise<FastifyInstance> {
  const app = fastify();
  tellSecurityHeaders(app);
  const serving: Omit<PageServing, "pages" | "settings"> = {
    assets: readAssets(),
    publicUrl: "https://carrefour.exemple.ca",
    isDemonstration: async () => false,
    log: pino({ level: "silent" }),
  };
  await openWorkspace(
    app,
    {
      clientId: "carrefour-portal",
      clientSecret: null,
      issuer: "http://127.0.0.1:9",
      discoveryUrl: null,
      isDevelopment: false,
      sessionKeys,
      together: null,
      identify: async () => ({ kind: "unavailable", reason: "issuer-unreachable" }),
    },
    serving as PageServing,
  );
  return app;
}

describe("a hub where signing in", () => {
  it("is off says so, to who would sign in and to the operator, and asks nobody", async () => {
    const app = await aWorkspace(null);
    const workspace = await app.inject({ url: "/espace" });
    expect([workspace.statusCode, workspace.headers.location]).toEqual([
      303,
      "/espace/connexion?retour=%2Fespace",
    ]);
    const page = await app.inject({ url: "/en/workspace/sign-in" });
    expect(page.statusCode).toBe(503);
    expect(page.payload).toContain("Sign-in is off");
    expect(page.payload).toContain("PORTAL_SESSION_KEY");
    for (const url of ["/espace/connexion/emetteur", "/espace/retour?code=x&state=y"])
      expect((await app.inject({ url })).headers.location).toBe("/espace/connexion");
    await app.close();
  });

  it("reached by https keeps its cookies to https, those that it takes back too", async () => {
    const app = await aWorkspace(() => [Buffer.alloc(32, 1).toString("base64url")]);
    const { headers } = await app.inject({ url: "/espace", cookies: { "carrefour-session-0": "nonsense" } });
    const cookies = [headers["set-cookie"] ?? []].flat();
    expect(cookies.map((cookie) => /Path=([^;]*)/.exec(cookie)?.[1])).toEqual(["/espace", "/en/workspace"]);
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax/);
    await app.close();
  });

  it("waits for an issuer that does not answer says so, and lets its forms go to that issuer alone", async () => {
    const app = await aWorkspace(() => [Buffer.alloc(32, 1).toString("base64url")]);
    const page = await app.inject({ url: "/espace/connexion/emetteur" });
    expect(page.statusCode).toBe(503);
    expect(page.payload).toContain("Connexion momentanément indisponible");
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(page.headers["content-security-policy"]).toContain("form-action 'self' http://127.0.0.1:9;");
    await app.close();
  });
});
