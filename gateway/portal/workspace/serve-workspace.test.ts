import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { type Seen, tokenOf, Visitor } from "./testing/a-visitor.js";

let hub: TestHub;
let researcher: Visitor;
beforeAll(async () => {
  hub = await aHub("in process");
  researcher = new Visitor(hub.address);
  await researcher.signIn("researcher");
}, 120_000);
afterAll(() => hub.close());

const form = "/espace/recherche/demande";
const titleOf = ({ html }: Seen): string => /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? "";
const requestsOf = async (): Promise<unknown[]> => {
  const { data } = await hub.ask("{ accessRequests { title } }", { account: "researcher" });
  return (data as { accessRequests: unknown[] }).accessRequests;
};
const request = (title: string, more: Record<string, string> = {}): URLSearchParams => {
  const fields = new URLSearchParams({
    "input.title": title,
    "input.purpose.fr": "Décrire qui sont les partenaires.",
    "input.recordLevel": "ANONYMISED",
    "input.ethicsReference": "CER-2026-014",
    "input.periodFrom": hub.today,
    "input.periodTo": `${Number(hub.today.slice(0, 4)) + 1}${hub.today.slice(4)}`,
    "input.teamSize": "4",
    ...more,
  });
  for (const variable of ["ageBand", "gender"]) fields.append("input.variables", variable);
  return fields;
};
const signed = async (title: string, more: Record<string, string> = {}): Promise<URLSearchParams> =>
  request(title, { "anti-forgery": tokenOf(await researcher.once(form)), ...more });
const hidden = (html: string): [string, string][] =>
  [...(html.split("<main")[1] ?? "").matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&lt;", "<").replaceAll("&amp;", "&")],
  );

describe("a form of the workspace", () => {
  it("writes nothing without the token of its session, from another site, or signed out", async () => {
    const other = new Visitor(hub.address);
    await other.signIn("researcher");
    const ofAnother = tokenOf(await other.once(form));
    const [before, own] = [await requestsOf(), await signed("Étude refusée")];
    const answers = [
      await researcher.once(form, request("Étude refusée")),
      await researcher.once(form, request("Étude refusée", { "anti-forgery": "x".repeat(86) })),
      await researcher.once(form, request("Étude refusée", { "anti-forgery": ofAnother })),
      await researcher.once(form, own, { "sec-fetch-site": "cross-site" }),
      await researcher.once(form, own, { "sec-fetch-site": "same-site" }),
      await researcher.once(form, own, { origin: "https://ailleurs.exemple.ca" }),
      await researcher.once(form, own, { origin: "null" }),
      await new Visitor(hub.address).once(form, own),
    ];
    expect(answers.map((answer) => [answer.status, titleOf(answer)])).toEqual([
      ...Array.from({ length: 3 }, () => [403, "Vérifiez avant d'envoyer"]),
      ...Array.from({ length: 4 }, () => [403, "Envoi refusé"]),
      [401, "Votre session est terminée"],
    ]);
    expect(await requestsOf()).toEqual(before);
  });

  it("carries a token that is never written the same twice, so that a compressed page tells nothing of it", async () => {
    const tokens = [tokenOf(await researcher.once(form)), tokenOf(await researcher.once(form))];
    const halves = tokens.flatMap((token) => [token.slice(0, 42), token.slice(43)]);
    expect(new Set(halves).size).toBe(4);
  });

  it("loses nothing of what was typed when the session is over: it is sent again after signing in", async () => {
    const title = 'Étude « longue » <script>alert("1")</script> & suite';
    const late = new Visitor(hub.address);
    const expired = await late.once(form, await signed(title));
    expect(expired.status).toBe(401);
    expect(expired.html).not.toContain("<script>alert");
    const kept = hidden(expired.html).map(([name, value]) => [name, value.replaceAll("&quot;", '"')]);
    expect(kept).toContainEqual(["input.title", title]);
    expect(kept.filter(([name]) => name === "input.variables").map(([, value]) => value)).toEqual([
      "ageBand",
      "gender",
    ]);
    expect(kept.map(([name]) => name)).not.toContain("anti-forgery");
    // In another tab, with the same cookies.
    await late.signIn("researcher");
    const check = await late.once(form, new URLSearchParams(kept as [string, string][]));
    expect([check.status, titleOf(check)]).toEqual([403, "Vérifiez avant d'envoyer"]);
    const again = hidden(check.html).map(([name, value]) => [name, value.replaceAll("&quot;", '"')]);
    const sent = await late.once(form, new URLSearchParams(again as [string, string][]));
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/espace/recherche"]);
    expect(await requestsOf()).toContainEqual({ title });
  });

  it("tells every mistake at its field and in a summary with links, keeps what was typed and writes nothing", async () => {
    const before = await requestsOf();
    const answer = await researcher.once(form, await signed("", { "input.teamSize": "900" }));
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/<a href="#input\.title">Titre de l'étude\s: Attendu : 1 à 200 caractères/);
    expect(answer.html).toMatch(/<a href="#input\.teamSize">/);
    expect(answer.html).toMatch(
      /<input type="number"[^>]*id="input\.teamSize"[^>]*value="900"[^>]*aria-describedby="input\.teamSize-error"[^>]*aria-invalid="true"/,
    );
    expect(answer.html).toMatch(/<input type="checkbox" id="variable-gender"[^>]*checked/);
    expect(await requestsOf()).toEqual(before);
  });

  it("refuses what is too large or cannot be read, in words", async () => {
    const large = await researcher.once(form, new URLSearchParams({ text: "é".repeat(400_000) }));
    expect([large.status, titleOf(large)]).toEqual([413, "Envoi trop volumineux"]);
    const files = new FormData();
    files.append("file", new Blob([Buffer.alloc(5_000_001)]), "grand.csv");
    const file = await researcher.once(form, files);
    expect([file.status, titleOf(file)]).toEqual([413, "Envoi trop volumineux"]);
  });
});

describe("a page of the workspace", () => {
  it("asks who has not signed in to do so, and comes back with its own parameters", async () => {
    const answer = await new Visitor(hub.address).once(
      "/en/workspace/research/partenaires-demo-1/counts?by=gender&x=1",
    );
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/en/workspace/sign-in?${new URLSearchParams({ return: "/en/workspace/research/partenaires-demo-1/counts?by=gender" })}`,
    ]);
  });

  it("is refused to an account with another right, which is told what it may do", async () => {
    const estrie = new Visitor(hub.address);
    const home = await estrie.signIn("establishment:ciusss-estrie-chus");
    expect(home.html).toContain("services sociaux de l'Estrie");
    for (const [path, title] of [
      ["/espace/recherche", "Cette page n'est pas pour votre compte"],
      ["/espace/pilotage", "Cette page n'est pas pour votre compte"],
      ["/en/workspace/research/request", "This page is not for your account"],
    ] as const) {
      const page = await estrie.once(path);
      expect([path, page.status, titleOf(page)]).toEqual([path, 403, title]);
    }
    const sent = await estrie.once(form, request("Étude", { "anti-forgery": tokenOf(home) }));
    expect(sent.status).toBe(403);
    const file = await estrie.once("/espace/recherche/partenaires-demo-1/fichiers/partenaires-demo-1.csv");
    expect(file.status).toBe(403);
    expect(file.html).not.toContain("rowId");
  });

  it("is kept by nobody and named to no search engine", async () => {
    const { headers } = await researcher.once("/espace/recherche");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
  });

  it("says so when the access was suspended meanwhile, with nothing but the way out", async () => {
    const account = "researcher:entente-demo-1";
    const who = new Visitor(hub.address);
    await who.signIn(account);
    await hub.ask(
      `mutation { suspendCredential(subject: "${account}", reason: "Départ de l'équipe.") { status } }`,
      { account: "steward:privacy" },
    );
    // The gateways ask for the list again after a moment.
    let page = await who.once("/espace/recherche");
    for (let left = 60; page.status === 200 && left > 0; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      page = await who.once("/espace/recherche");
    }
    expect([page.status, titleOf(page)]).toEqual([403, "Accès suspendu"]);
    expect(page.html).toContain("Se déconnecter");
  });
});

describe("the research room", () => {
  const release = "/espace/recherche/partenaires-demo-1";

  it("tells the risk of a release in the numbers of its report, and its dictionary", async () => {
    const { html } = await researcher.once(release);
    const { data } = await hub.ask(
      "{ releases { code report { k recordsIn recordsKept } columns { column } } }",
      { account: "researcher" },
    );
    type Told = {
      releases: {
        report: { k: number; recordsIn: number; recordsKept: number };
        columns: { column: string }[];
      }[];
    };
    const [{ report, columns }] = (data as Told).releases as [Told["releases"][number]];
    const plain = html.replaceAll("\u00a0", " ");
    const written = (value: number): string => value.toLocaleString("fr-CA").replaceAll("\u00a0", " ");
    expect(plain).toContain(
      `Sur ${written(report.recordsIn)} fiches, ${written(report.recordsKept)} ont été gardées`,
    );
    expect(plain).toContain(`k = ${report.k}`);
    for (const { column } of columns) expect(html).toContain(`<code>${column}</code>`);
    expect(html).toContain("inscrite au registre");
  });

  it("counts as the API counts, and reads nothing before a column is chosen", async () => {
    const reads = async (): Promise<number> => {
      const { data } = await hub.ask("{ releaseReads(first: 200) { edges { cursor } } }", {
        account: "steward:privacy",
      });
      return (data as { releaseReads: { edges: unknown[] } }).releaseReads.edges.length;
    };
    const before = await reads();
    await researcher.once(`${release}/comptes`);
    expect(await reads()).toBe(before);
    const { html } = await researcher.once(`${release}/comptes?selon=gender&condition=ageBand:A65_PLUS`);
    const { data } = await hub.ask(
      '{ partnerRecordCounts(release: "partenaires-demo-1", groupBy: ["gender"], filter: [{ column: "ageBand", in: ["A65_PLUS"] }]) { totalCount groups { count } } }',
      { account: "researcher" },
    );
    const counts = (data as { partnerRecordCounts: { totalCount: number; groups: { count: number }[] } })
      .partnerRecordCounts;
    const shown = [...html.matchAll(/<data value="(\d+)">/g)].map(([, value]) => Number(value));
    expect(shown).toEqual([...counts.groups.map(({ count }) => count), counts.totalCount]);
    // Both the page's and this test's own.
    expect(await reads()).toBe(before + 2);
  });

  it("pages through anonymised records, and back", async () => {
    const first = await researcher.once(`${release}/fiches?condition=gender:WOMAN`);
    const rowsOf = ({ html }: Seen): string[] =>
      [...html.matchAll(/<th scope="row"><code>([\w-]{36})</g)].map(([, id = ""]) => id);
    const next = /<a href="([^"]*apres=[^"]*)"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await researcher.once(next);
    expect([rowsOf(first).length, rowsOf(second).length]).toEqual([50, 50]);
    expect(new Set([...rowsOf(first), ...rowsOf(second)]).size).toBe(100);
    expect(second.html).toContain("Revenir au début");
  });

  it("hands on the file of a release byte for byte, whole or from where it stopped, as often as one likes", async () => {
    const token = await hub.tokenFor("researcher");
    for (const ending of ["csv", "ndjson", "parquet", "dictionary.json"]) {
      const theirs = await fetch(`${hub.address}/data/releases/partenaires-demo-1.${ending}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const expected = Buffer.from(await theirs.arrayBuffer());
      const address = new URL(`${release}/fichiers/partenaires-demo-1.${ending}`, hub.address);
      for (const headers of [{}, { range: "bytes=100-" }] as Record<string, string>[]) {
        const ours = await fetch(address, {
          headers: { cookie: researcher.cookiesFor(address), ...headers },
        });
        const bytes = Buffer.from(await ours.arrayBuffer());
        const isWhole = headers.range === undefined || ours.status === 200;
        expect([ending, bytes.equals(isWhole ? expected : expected.subarray(100))]).toEqual([ending, true]);
        expect(ours.headers.get("content-disposition")).toBe(theirs.headers.get("content-disposition"));
        expect(ours.headers.get("cache-control")).toMatch(/no-store/);
      }
    }
    // Those who leave in the middle free their place.
    const address = new URL(`${release}/fichiers/partenaires-demo-1.csv`, hub.address);
    const headers = { cookie: researcher.cookiesFor(address) };
    for (let left = 4; left > 0; left -= 1) {
      const gone = new AbortController();
      await fetch(address, { headers, signal: gone.signal });
      gone.abort();
    }
    expect((await fetch(address, { headers })).status).toBe(200);
  });

  it("says in words that there is no such release or file", async () => {
    for (const path of [`${release}x`, `${release}/fichiers/autre.csv`]) {
      const page = await researcher.once(path);
      expect([path, page.status]).toEqual([path, 404]);
      expect(titleOf(page)).toMatch(/introuvable/i);
    }
  });
});
