import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decodeJwt } from "jose";
import { aFolder } from "../../../test/harness/folder.js";
import { freePort } from "../../../test/harness/free-port.js";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { readTerminalConfig } from "../../config.js";
import { endingOf } from "../exit-code.js";
import { aBrowser, type Browser } from "../testing/a-browser.js";
import { carrefour, startCarrefour } from "../testing/a-terminal.js";
import { login, type LoginOptions } from "./login.js";

const estrie = "establishment:ciusss-estrie-chus";

let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [hub, folder] = await Promise.all([aHub("in process"), aFolder()]);
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

const home = (): Record<string, string> => ({ XDG_CONFIG_HOME: folder.path });
const place = (): string => join(folder.path, "carrefour", "session.json");
const kept = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(place(), "utf8")) as Record<string, unknown>;
const change = async (changes: object): Promise<void> =>
  writeFile(place(), JSON.stringify({ ...(await kept()), ...changes }));

beforeEach(() => rm(join(folder.path, "carrefour"), { recursive: true, force: true }));

const run = (...words: string[]) => carrefour(words, home());
const status = (...words: string[]) => run("status", "--url", hub.address, ...words);

const authorization = /http:\S+\/auth\?\S+/;

/** Starts a login and gives the address that it prints, and how it ends. */
async function begun(more: Partial<LoginOptions> = {}) {
  const said: string[] = [];
  const options = { url: hub.address, client: "carrefour-cli", browser: false, timeout: 60, ...more };
  const ended = login(options, readTerminalConfig(home()), (text) => said.push(text)).then(
    () => ({ code: 0, output: said.join("\n") }),
    (error: unknown) => {
      const { code, words } = endingOf(error);
      return { code, output: words[more.lang ?? "fr"] };
    },
  );
  while (said.length === 0 && !(await settles(ended))) continue;
  const address = new URL(authorization.exec(said[0] ?? "")?.[0] ?? "about:blank");
  return { address, redirectUri: address.searchParams.get("redirect_uri") ?? "", ended };
}

const settles = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, 10, false))]);

/** Logs in as a demonstration account, from the printed address to the page that the browser ends on. */
async function loggedIn(account: string): Promise<void> {
  const { address, ended } = await begun();
  await (await aBrowser().open(address.href)).send({ other: account });
  expect((await ended).code).toBe(0);
}

/** Answers a login as the issuer's redirect would. */
const answer = (login: { redirectUri: string }, parameters: Record<string, string>): Promise<Browser> =>
  aBrowser().open(`${login.redirectUri}?${new URLSearchParams(parameters).toString()}`);

describe("a person who logs in through the browser", () => {
  it("ends on a page in both languages that may be closed, and is known to the commands that follow", async () => {
    const program = startCarrefour(["login", "--no-browser", "--url", hub.address], home());
    await program.until("code_challenge");
    const address = authorization.exec(program.output())?.[0] ?? "";
    const page = await (await aBrowser().open(address)).send({ other: estrie });
    expect(page.status).toBe(200);
    expect(page.page).toContain("Vous êtes connecté");
    expect(page.page).toContain("You are logged in");
    expect(page.page).toContain("You may close this page");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(await program.ended()).toBe(0);
    expect(program.output()).toContain(`Connecté à ${hub.address}`);
    expect(await status()).toMatchObject({
      code: 0,
      output: expect.stringContaining("bureau-ciusss-estrie-chus"),
    });
    const { output: token } = await run("token", "--url", hub.address);
    expect(decodeJwt(token.trim())).toMatchObject({ sub: estrie, client_id: "carrefour-cli" });
  });

  it("asks by code with S256, state and nonce, each new for each login", async () => {
    const [first, second] = [await begun(), await begun()];
    const asked = (name: string) => [first, second].map(({ address }) => address.searchParams.get(name));
    for (const name of ["code_challenge", "state", "nonce", "redirect_uri"]) {
      const [one, other] = asked(name);
      expect(one).not.toBe(other);
      expect(one?.length).toBeGreaterThan(25);
    }
    expect(asked("code_challenge_method")).toEqual(["S256", "S256"]);
    expect(first.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    for (const attempt of [first, second]) {
      await answer(attempt, { state: "other", code: "x" });
      await attempt.ended;
    }
  });

  it("keeps the login for nobody else's eyes", async () => {
    await mkdir(join(folder.path, "carrefour"), { mode: 0o755 });
    await loggedIn(estrie);
    expect((await stat(join(folder.path, "carrefour"))).mode & 0o777).toBe(0o700);
    expect((await stat(place())).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder.path, "carrefour"))).toEqual(["session.json"]);
    expect(await kept()).toMatchObject({
      hub: hub.address,
      issuer: `${hub.address}/oidc`,
      client: "carrefour-cli",
    });
  });

  it("is told when other accounts of the machine can read the login", async () => {
    await loggedIn(estrie);
    await chmod(place(), 0o644);
    const { code, output } = await status();
    expect(output).toContain("d'autres comptes de cette machine peuvent lire votre session");
    expect(code).toBe(0);
  });

  it("comes after a token that is typed, a trial account and a token of the environment", async () => {
    await loggedIn(estrie);
    expect((await status("--token", "x.y.z")).code).toBe(4);
    const environment = { ...home(), CARREFOUR_TOKEN: "x.y.z" };
    expect((await carrefour(["status", "--url", hub.address], environment)).code).toBe(4);
    const trial = await carrefour(["token", "--as", "researcher", "--url", hub.address], {
      ...environment,
      HUB_DATA_DIR: hub.dataDir,
    });
    expect(decodeJwt(trial.output.trim())).toMatchObject({ sub: "researcher" });
  });
});

describe("a login that does not succeed", () => {
  const nothingKept = () => expect(readFile(place(), "utf8")).rejects.toMatchObject({ code: "ENOENT" });

  it("when the person cancels", async () => {
    const attempt = await begun();
    const page = await (await aBrowser().open(attempt.address.href)).send({ cancel: "yes" });
    expect(page.page).toContain("La connexion n'a pas abouti");
    expect(page.page).toContain("The login did not succeed");
    expect(await attempt.ended).toMatchObject({ code: 4, output: expect.stringContaining("annulée") });
    await nothingKept();
  });

  it.each([
    ["of another login", { state: "other", code: "x" }, "(state)"],
    ["without a state", { code: "x" }, "(state)"],
    ["without a code", { iss: "own" }, "(code)"],
    ["of another issuer", { code: "x", iss: "http://127.0.0.1:9/oidc" }, "(iss)"],
    ["that does not name its issuer", { code: "x" }, "(iss)"],
    ["with a code that the issuer did not give", { code: "x", iss: "own" }, "invalid_grant"],
    ["with an error of the issuer", { error: "server_error", iss: "own" }, "server_error"],
  ])("when the browser brings an answer %s", async (title, parameters: Record<string, string>, told) => {
    const attempt = await begun();
    const state = attempt.address.searchParams.get("state") ?? "";
    const isOwn = parameters.iss === "own";
    const sent = { ...parameters, ...(isOwn ? { iss: `${hub.address}/oidc` } : {}) };
    const withState = title.includes("state") || "state" in sent ? sent : { ...sent, state };
    const page = await answer(attempt, withState);
    expect(page.status).toBe(400);
    const { code, output } = await attempt.ended;
    expect(output).toContain(told);
    expect(output).not.toContain("    at ");
    expect(code).toBe(4);
    await nothingKept();
  });

  it("when nobody comes in time, in the language that was asked for", async () => {
    const { code, output } = await (await begun({ timeout: 1, lang: "en" })).ended;
    expect(output).toContain("Nobody logged in within 1 seconds");
    expect(code).toBe(4);
  });

  it("when the address is no hub, or no hub answers", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const absent = await begun({ url: nobody });
    expect(await absent.ended).toMatchObject({ code: 3, output: expect.stringContaining("ne répond pas") });
    const server = createServer((_, response) => void response.writeHead(404).end("no"));
    const bare = await addressOf(server);
    expect(await run("login", "--no-browser", "--url", bare)).toMatchObject({
      code: 3,
      output: expect.stringContaining("oauth-protected-resource ne donne pas ce qui est attendu (HTTP 404)"),
    });
    server.close();
  });

  it("when the hub speaks of another address, of an issuer in clear text, or of one that is down or somebody else", async () => {
    let told: object = {};
    const server = createServer((request, response) => {
      const isIssuer = request.url?.startsWith("/issuer") === true;
      const endpoints = { token_endpoint: `${own}/t`, jwks_uri: `${own}/k` };
      response.end(JSON.stringify(isIssuer ? { issuer: "https://elsewhere.example", ...endpoints } : told));
    });
    const own = await addressOf(server);
    const down = `http://127.0.0.1:${await freePort()}`;
    const cases: [object, number, string][] = [
      [{ resource: "https://other.example", authorization_servers: [own] }, 3, "--url https://other.example"],
      [{ resource: own, authorization_servers: ["http://issuer.example"] }, 3, "n'est pas en https"],
      [
        { resource: own, authorization_servers: [down] },
        3,
        `${down}/.well-known/openid-configuration ne répond pas`,
      ],
      [{ resource: own, authorization_servers: [`${own}/issuer`] }, 3, "dit être https://elsewhere.example"],
      [{ resource: own, authorization_servers: [] }, 3, "authorization_servers"],
    ];
    for (const [page, code, words] of cases) {
      told = page;
      const { ended } = await begun({ url: own });
      expect(await ended).toMatchObject({ code, output: expect.stringContaining(words) });
    }
    server.close();
  });
});

describe("a login that is kept", () => {
  const almostOver = () => change({ expiresAt: Date.now() + 50_000 });

  it("is renewed when less than a minute is left, and not before", async () => {
    await loggedIn(estrie);
    const before = await kept();
    await status();
    expect(await kept()).toEqual(before);
    await almostOver();
    expect((await status()).code).toBe(0);
    const after = await kept();
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(after.accessToken).not.toBe(before.accessToken);
    expect((await stat(place())).mode & 0o777).toBe(0o600);
  });

  it("survives commands that renew it at once: its refresh token serves once", async () => {
    await loggedIn(estrie);
    await almostOver();
    const together = await Promise.all(Array.from({ length: 4 }, () => run("token", "--url", hub.address)));
    expect(together.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(new Set(together.map(({ output }) => output)).size).toBe(1);
    await almostOver();
    expect((await status()).code).toBe(0);
  }, 60_000);

  it("is over when its issuer says so, and says what to do", async () => {
    await loggedIn(estrie);
    await change({ expiresAt: 0, refreshToken: "over" });
    expect(await status()).toMatchObject({
      code: 4,
      output: "Votre session est finie. Ouvrez-en une autre : carrefour login\n",
    });
  });

  it("outlives an issuer that is down", async () => {
    await loggedIn(estrie);
    const { tokenEndpoint } = await kept();
    await change({ expiresAt: 0, tokenEndpoint: `http://127.0.0.1:${await freePort()}/token` });
    expect(await status()).toMatchObject({ code: 3, output: expect.stringContaining("ne répond pas") });
    await change({ tokenEndpoint });
    expect((await status()).code).toBe(0);
  });

  it("is shown to its own hub only", async () => {
    await loggedIn(estrie);
    const other = `http://127.0.0.1:${await freePort()}`;
    expect(await run("status", "--url", other)).toMatchObject({
      code: 2,
      output: expect.stringContaining("Dites qui vous êtes : carrefour login"),
    });
  });

  it.each(["", "{", '{"hub":1}', "\u0000"])("is told when its file is damaged: %j", async (text) => {
    await mkdir(join(folder.path, "carrefour"));
    await writeFile(place(), text);
    expect(await status()).toMatchObject({
      code: 4,
      output: expect.stringContaining("est abîmé ou illisible"),
    });
    expect(await run("logout")).toMatchObject({
      code: 0,
      output: expect.stringContaining("il est supprimé"),
    });
    expect(await readdir(join(folder.path, "carrefour"))).toEqual([]);
  });

  it("ends at its issuer and here by logout", async () => {
    await loggedIn(estrie);
    const session = await kept();
    expect(await run("logout")).toEqual({ code: 0, output: "Session fermée.\n" });
    expect(await readdir(join(folder.path, "carrefour"))).toEqual([]);
    await writeFile(place(), JSON.stringify({ ...session, expiresAt: 0 }));
    expect(await status()).toMatchObject({
      code: 4,
      output: expect.stringContaining("Votre session est finie"),
    });
    await rm(place());
    expect(await run("logout", "--lang", "en")).toEqual({ code: 0, output: "No session was open.\n" });
  });

  it("is forgotten here by logout even when its issuer is down", async () => {
    await loggedIn(estrie);
    await change({ revocationEndpoint: `http://127.0.0.1:${await freePort()}/revoke` });
    expect(await run("logout")).toMatchObject({
      code: 0,
      output: expect.stringContaining("n'a pas confirmé"),
    });
    expect(await readdir(join(folder.path, "carrefour"))).toEqual([]);
  });
});

it("explains login and logout in both languages", async () => {
  expect((await run("login", "--help")).output).toContain(
    "ouvre une session par votre navigateur · opens a session through your browser",
  );
  expect((await run("logout", "--help")).output).toContain("ferme la session et l'oublie · ends the session");
  expect(await run("login", "--timeout", "soon")).toMatchObject({ code: 2 });
});

async function addressOf(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
