import { PassThrough } from "node:stream";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { derivedSecrets } from "../../../../subgraphs/offline.js";
import { aFolder } from "../../../../test/harness/folder.js";
import { aHub, type TestHub } from "../../../../test/harness/hub.js";
import { linkOf, type Seen, tokenOf, Visitor } from "../testing/a-visitor.js";
import type { Attempt } from "./issuer-client.js";
import { opened, seal } from "./sealed.js";
import type { Session } from "./session.js";

const keys = {
  first: "first-key-of-the-portal-32-characters",
  next: "next-key-of-the-portal-32-characters-",
};
let folder: Awaited<ReturnType<typeof aFolder>>;
let hub: TestHub;
let journal = "";
const writeKeys = async (...lines: string[]): Promise<void> => {
  const file = join(folder.path, "session-keys");
  await writeFile(`${file}.new`, lines.join("\n"));
  await rename(`${file}.new`, file);
};

beforeAll(async () => {
  folder = await aFolder();
  await writeKeys(keys.first);
  const lines = new PassThrough();
  lines.on("data", (chunk: Buffer) => (journal += chunk.toString()));
  hub = await aHub(
    "in process",
    { PORTAL_SESSION_KEY_FILE: join(folder.path, "session-keys") },
    { journal: lines },
  );
}, 120_000);
afterAll(async () => {
  await hub.close();
  await folder.remove();
});

const visitor = (): Visitor => new Visitor(hub.address);
const sealing = (key = keys.first) => derivedSecrets(() => [key], "portal session");
const soon = (): Date => new Date(Date.now() + 60_000);
const sessionIn = async (text: string): Promise<Session> => {
  const session = await opened<Session>(sealing(), "session", text, new Date());
  if (!session) throw new Error("no session");
  return session;
};
const titleOf = ({ html }: Seen): string => /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? "";
const isSignedIn = async (who: Visitor): Promise<boolean> => (await who.once("/espace")).status === 200;

describe("signing in to the portal", () => {
  it("leads from the page that was asked to the issuer and back to it, with who one is told in words", async () => {
    const who = visitor();
    const page = await who.signIn("steward:collect", "/espace?x=1");
    expect({ status: page.status, at: page.url.pathname, title: titleOf(page) }).toEqual({
      status: 200,
      at: "/espace",
      title: "Mon espace",
    });
    // Whoever the browser remembers, the account is chosen.
    expect(
      who.asked.filter((address) => new URL(address).searchParams.get("prompt") === "login"),
    ).toHaveLength(1);
    expect(page.html).toContain("<code>steward:collect</code>");
    expect(page.html).toContain("suivre la collecte");
    expect(page.html).toContain("Se déconnecter");
    // One session serves both languages.
    const english = await who.once("/en/workspace");
    expect({ status: english.status, title: titleOf(english) }).toEqual({
      status: 200,
      title: "My workspace",
    });
  });

  it("gives the browser cookies that no script and no public page can read, and no token in any address", async () => {
    const who = visitor();
    const { headers } = await who.signIn("researcher", "/en/workspace/research");
    expect(headers.get("cache-control")).toBe("no-store");
    const ours = who.everSet.filter(({ name }) => name.startsWith("carrefour-"));
    expect(ours.length).toBeGreaterThanOrEqual(4);
    for (const { path, attributes } of ours) {
      expect(["/espace", "/en/workspace"]).toContain(path);
      expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax"]));
      expect(attributes.some((each) => /^expires=/i.test(each))).toBe(true);
    }
    expect(who.cookiesFor(new URL("/indicateurs", hub.address))).toBe("");
    const { accessToken, refreshToken } = await sessionIn(who.session());
    for (const secret of [accessToken, refreshToken ?? ""]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(who.asked.join("\n")).not.toContain(secret);
      expect(who.session()).not.toContain(secret.slice(0, 20));
    }
  });

  it("takes people nowhere but to the workspace of this hub", async () => {
    for (const elsewhere of [
      "https://ailleurs.exemple.ca/espace",
      "//ailleurs.exemple.ca/espace/recherche",
      "/\\ailleurs.exemple.ca",
      "/espace/../../ailleurs",
      "/espace\t/../..//ailleurs.exemple.ca",
      "/indicateurs",
      "/espace/deconnexion",
      "javascript:alert(1)",
      "/esp\nace",
      `/espace?${"x".repeat(2_000)}`,
    ]) {
      const who = visitor();
      const login = await who.open(
        `/espace/connexion/emetteur?${new URLSearchParams({ retour: elsewhere })}`,
      );
      const page = await who.chooseAccount(login, { other: "researcher" });
      expect([elsewhere, page.url.href]).toEqual([elsewhere, `${hub.address}/espace`]);
    }
  });

  it("says so when it was cancelled, and opens nothing", async () => {
    const who = visitor();
    const page = await who.chooseAccount(await who.toIssuer("/en/workspace"), { cancel: "yes" });
    expect([page.status, titleOf(page)]).toEqual([403, "Sign-in cancelled"]);
    expect(linkOf(page.html, "button")).toContain("/en/workspace/sign-in/issuer");
    expect(who.session()).toBe("");
  });
});

/** Where the issuer sends a visitor who has chosen an account: the address with the code, not yet opened. */
async function wayBack(who: Visitor, page = "/espace"): Promise<URL> {
  const login = await who.toIssuer(page);
  const action = /<form method="post" action="([^"]*)"/.exec(login.html)?.[1] ?? "";
  let seen = await who.once(new URL(action, login.url), { other: "researcher" });
  for (;;) {
    const next = new URL(seen.headers.get("location") ?? "", seen.url);
    if (next.pathname === "/espace/retour") return next;
    seen = await who.once(next);
  }
}

const changed = (address: URL, changes: Record<string, string>): URL => {
  const other = new URL(address);
  for (const [name, value] of Object.entries(changes)) other.searchParams.set(name, value);
  return other;
};

describe("an answer that is not of the sign-in that this browser began", () => {
  const refused = async (who: Visitor, address: URL): Promise<void> => {
    const page = await who.once(address);
    expect([page.status, titleOf(page)]).toEqual([400, "Connexion à recommencer"]);
    expect(who.session()).toBe("");
  };

  it("is refused without its state, in another browser, and the second time", async () => {
    const who = visitor();
    const address = await wayBack(who);
    await refused(visitor(), address);
    await refused(who, changed(address, { state: "another" }));
    const attempts = (): string[] =>
      [...who.cookies.keys()].filter((key) => key.startsWith("carrefour-sign-in"));
    expect(attempts()).toHaveLength(1);
    expect((await who.once(address)).status).toBe(303);
    expect(await isSignedIn(who)).toBe(true);
    expect(attempts()).toEqual([]);
    const again = await who.once(address);
    expect([again.status, titleOf(again)]).toEqual([400, "Connexion à recommencer"]);
  });

  it("is refused with a state that only begins like its own", async () => {
    const who = visitor();
    const address = await wayBack(who);
    const begins = (address.searchParams.get("state") ?? "").slice(0, 12);
    await refused(who, changed(address, { state: `${begins}${"x".repeat(31)}` }));
  });

  it("is told from the answer to another tab, which is taken too", async () => {
    const who = visitor();
    const [first, second] = [await wayBack(who), await wayBack(who)];
    for (const address of [first, second]) expect((await who.once(address)).status).toBe(303);
  });

  it("is refused with the code of another sign-in: its verifier is not the one (PKCE)", async () => {
    const who = visitor();
    const [mine, other] = [await wayBack(who), await wayBack(visitor())];
    await refused(who, changed(mine, { code: other.searchParams.get("code") ?? "" }));
  });

  it("is refused when another issuer answers", async () => {
    const who = visitor();
    await refused(who, changed(await wayBack(who), { iss: "https://ailleurs.exemple.ca" }));
  });

  it("is refused when the identity token answers another request (nonce)", async () => {
    const who = visitor();
    const address = await wayBack(who);
    const [key, cookie] = [...who.cookies].find(([name]) => name.startsWith("carrefour-sign-in")) ?? [];
    const attempt = await opened<Attempt>(sealing(), "sign-in", cookie?.value ?? "", new Date());
    const value = await seal(sealing(), "sign-in", { ...attempt, nonce: "of-another" }, soon());
    if (cookie) who.cookies.set(key ?? "", { ...cookie, value });
    await refused(who, address);
  });
});

describe("a session", () => {
  it("is over when its cookie was changed, is of no key of the hub, or its time is over", async () => {
    const who = visitor();
    await who.signIn("researcher");
    const own = who.session();
    const middle = Math.floor(own.length / 2);
    for (const other of [
      own.slice(0, middle) + (own[middle] === "A" ? "B" : "A") + own.slice(middle + 1),
      await seal(sealing("a-key-that-is-not-the-hub's-own-one"), "session", await sessionIn(own), soon()),
      // What was sealed for another purpose is no session.
      await seal(sealing(), "sign-in", await sessionIn(own), soon()),
      await seal(sealing(), "session", await sessionIn(own), new Date(Date.now() - 1_000)),
      "nonsense",
    ]) {
      who.setSession(other);
      const answer = await who.once("/espace");
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        "/espace/connexion?retour=%2Fespace",
      ]);
      expect(who.session()).toBe("");
    }
    who.setSession(own);
    expect(await isSignedIn(who)).toBe(true);
  });

  it("ends an hour after the last token, where nothing more is asked", async () => {
    const who = visitor();
    await who.signIn("researcher");
    const after = (minutes: number) =>
      opened<Session>(sealing(), "session", who.session(), new Date(Date.now() + minutes * 60_000));
    expect([(await after(59))?.id, await after(61)]).toEqual([(await sessionIn(who.session())).id, null]);
  });

  it("ends twelve hours after the sign-in, whatever is done in it", async () => {
    const who = visitor();
    await who.signIn("researcher");
    const session = await sessionIn(who.session());
    const old = { ...session, startedAt: session.startedAt - 12 * 3_600 - 1 };
    who.setSession(await seal(sealing(), "session", old, soon()));
    expect(await isSignedIn(who)).toBe(false);
  });

  it("is renewed behind the page, once for all requests that come at the same time", async () => {
    const who = visitor();
    await who.signIn("researcher");
    const session = await sessionIn(who.session());
    const worn = await seal(sealing(), "session", { ...session, accessUntil: Date.now() - 1 }, soon());
    const tabs = Array.from({ length: 5 }, () => {
      const tab = visitor();
      tab.setSession(worn);
      return tab;
    });
    expect((await Promise.all(tabs.map(isSignedIn))).every(Boolean)).toBe(true);
    const renewed = await Promise.all(tabs.map((tab) => sessionIn(tab.session())));
    const [first] = renewed;
    for (const each of renewed) expect(each).toEqual(first);
    expect(first?.refreshToken).not.toBe(session.refreshToken);
    expect(first?.accessToken).not.toBe(session.accessToken);
    expect(first?.formSecret).toBe(session.formSecret);
    // The next page needs no new token, and so no new cookie.
    const before = tabs[0]?.everSet.length;
    await tabs[0]?.once("/espace");
    expect(tabs[0]?.everSet.length).toBe(before);
  });

  it("is read with the former key after a rotation, and with no key that was taken away", async () => {
    const who = visitor();
    await who.signIn("researcher");
    await writeKeys(keys.next, keys.first);
    await pause(1_100);
    expect(await isSignedIn(who)).toBe(true);
    const other = visitor();
    await other.signIn("researcher");
    await writeKeys(keys.next);
    await pause(1_100);
    expect([await isSignedIn(who), await isSignedIn(other)]).toEqual([false, true]);
    await writeKeys(keys.first);
    await pause(1_100);
  });
});

describe("signing out", () => {
  it("ends the session here and at the issuer, by a form only", async () => {
    const who = visitor();
    await who.signIn("researcher");
    const session = await sessionIn(who.session());
    const asked = await who.once("/espace/deconnexion");
    expect(asked.html).toContain("Vous êtes encore connecté");
    expect(await isSignedIn(who)).toBe(true);

    const answer = await who.once("/espace/deconnexion", { "anti-forgery": tokenOf(asked) });
    expect(answer.status).toBe(303);
    expect(new URL(answer.headers.get("location") ?? "").pathname).toBe("/oidc/session/end");
    expect(who.session()).toBe("");
    expect(who.session("/en/workspace")).toBe("");
    // The refresh token is no longer good: a cookie that was copied lives no longer than its access token.
    const copied = visitor();
    copied.setSession(await seal(sealing(), "session", { ...session, accessUntil: Date.now() - 1 }, soon()));
    expect(await isSignedIn(copied)).toBe(false);
    // The issuer's own session: its page asks, and sends back to the portal.
    const confirm = await who.open(answer.headers.get("location") ?? "");
    const xsrf = /name="xsrf" value="([^"]*)"/.exec(confirm.html)?.[1] ?? "";
    const action = /action="([^"]*)"/.exec(confirm.html)?.[1] ?? "";
    const done = await who.open(action, { xsrf, logout: "yes" });
    expect([done.url.pathname, titleOf(done)]).toEqual(["/espace/deconnexion", "Vous êtes déconnecté"]);
  });

  it("is refused to another site", async () => {
    const who = visitor();
    await who.signIn("researcher");
    const token = tokenOf(await who.once("/espace/deconnexion"));
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://ailleurs.exemple.ca" }]) {
      const answer = await who.once("/espace/deconnexion", { "anti-forgery": token }, headers);
      expect([answer.status, titleOf(answer)]).toEqual([403, "Envoi refusé"]);
    }
    expect((await who.once("/espace/deconnexion", { "anti-forgery": "" })).status).toBe(403);
    expect(await isSignedIn(who)).toBe(true);
  });
});

describe("the journal", () => {
  it("holds no token, no code, no cookie and no state of all these sign-ins", async () => {
    const who = visitor();
    const address = await wayBack(who);
    const login = [...who.cookies.values()].find(({ name }) => name.startsWith("carrefour-sign-in"));
    await who.once(address);
    const { accessToken, refreshToken, formSecret } = await sessionIn(who.session());
    expect(journal).toContain("a sign-in came to nothing");
    for (const secret of [
      accessToken,
      refreshToken ?? "",
      formSecret,
      who.session(),
      login?.value ?? "",
      address.searchParams.get("code") ?? "",
      address.searchParams.get("state") ?? "",
    ]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(journal).not.toContain(secret);
    }
  });
});
