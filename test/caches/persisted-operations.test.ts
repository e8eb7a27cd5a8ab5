import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { mostQueryCharacters } from "../../gateway/guard/limits/query-characters.js";
import { writtenManifest } from "../../gateway/portal/asking/portal-manifest.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { post, until, withCache } from "./questions.js";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const byHash = (sha256Hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});
const glossary = writtenManifest().operations.find(({ name }) => name === "PortalGlossary")!;

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly messages?: { fr: string; en: string } };
  }[];
}
const codeOf = (text: string): string | undefined => (JSON.parse(text) as Told).errors?.[0]?.extensions.code;

describe("an operation asked by its hash", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub("in process", withCache);
  }, 60_000);
  afterAll(() => hub?.close());

  const get = async (parameters: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${hub.address}/graphql?${new URLSearchParams(parameters).toString()}`, {
      headers,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it("is answered from the portal's manifest by a plain GET, as a link or a page asks it, and kept", async () => {
    const asked = {
      extensions: JSON.stringify(byHash(glossary.id).extensions),
      variables: '{"search":"comite"}',
    };
    const whole = await post(hub, { query: glossary.body, variables: { search: "comite" } });
    await until(async () => (await get(asked)).headers.get("etag") !== null, "an answer to keep");
    const plans = hub.plans.length;
    const seen = await get(asked);
    expect([seen.status, seen.text]).toEqual([200, whole.text]);
    const again = await get(asked, { "if-none-match": seen.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
    expect(hub.plans.length).toBe(plans);
    const other = await get({ ...asked, variables: '{"search":"partenaire"}' });
    expect(other.text).not.toBe(seen.text);
  });

  it("is refused as long as nobody has sent its document, and answered from then on", async () => {
    const query = "query Mine { committeeKinds { code } }";
    const unknown = await post(hub, byHash(hashOf(query)));
    expect([unknown.status, codeOf(unknown.text)]).toEqual([200, "PERSISTED_QUERY_NOT_FOUND"]);
    expect(unknown.headers.get("cache-control")).toBe("no-store");
    const { messages } = (JSON.parse(unknown.text) as Told).errors![0]!.extensions;
    expect(messages).toEqual({
      fr: expect.stringContaining("document"),
      en: expect.stringContaining("document"),
    });
    expect(codeOf((await post(hub, { query, ...byHash(hashOf(query)) })).text)).toBeUndefined();
    const known = await post(hub, byHash(hashOf(query)));
    expect(JSON.parse(known.text)).toMatchObject({ data: { committeeKinds: expect.any(Array) } });
  });

  it("is refused when the hash is another document's, and nothing is registered", async () => {
    const hash = hashOf("{ sources { title { fr } } }");
    const wrong = await post(hub, { query: "{ sources { code } }", ...byHash(hash) });
    expect([wrong.status, codeOf(wrong.text)]).toEqual([400, "PERSISTED_QUERY_HASH_MISMATCH"]);
    expect(codeOf((await post(hub, byHash(hash))).text)).toBe("PERSISTED_QUERY_NOT_FOUND");
  });

  it.each(["", "abc", "A".repeat(64), 7, null, "constructor"])(
    "is refused with the hash %j",
    async (hash) => {
      const wrong = await post(hub, byHash(hash));
      expect([wrong.status, codeOf(wrong.text)]).toEqual([400, "BAD_REQUEST"]);
    },
  );

  it("is measured by the guard as if it had been sent whole, and a mutation is none of this door's", async () => {
    const deep = `{ ${"healthRegions { establishments { region { ".repeat(8)} code ${"} } }".repeat(8)} }`;
    const sent = await post(hub, { query: deep, ...byHash(hashOf(deep)) });
    const asked = await post(hub, byHash(hashOf(deep)));
    expect(sent.status).toBe(400);
    expect([asked.status, codeOf(asked.text)]).toEqual([sent.status, codeOf(sent.text)]);
    const long = `{ sources { code } } #${" ".repeat(mostQueryCharacters)}`;
    expect(codeOf((await post(hub, { query: long, ...byHash(hashOf(long)) })).text)).toBe("QUERY_TOO_LONG");
    expect(codeOf((await post(hub, byHash(hashOf(long)))).text)).toBe("PERSISTED_QUERY_NOT_FOUND");
  });

  it("is not taken by hash at the authenticated door", async () => {
    const token = await hub.tokenFor("steward:collect");
    const response = await fetch(`${hub.address}/graphql/authenticated`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(byHash(glossary.id)),
    });
    expect(codeOf(await response.text())).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
  });
});

describe("a public door that is restricted to the manifest", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub("in process", { ...withCache, PUBLIC_OPERATIONS: "manifest" });
  }, 60_000);
  afterAll(() => hub?.close());

  it("answers its operations, by their hash or in full", async () => {
    const variables = { search: "comite" };
    const asked = await post(hub, { ...byHash(glossary.id), variables });
    expect(JSON.parse(asked.text)).toMatchObject({ data: { glossary: expect.any(Array) } });
    expect((await post(hub, { query: glossary.body, variables })).text).toBe(asked.text);
  });

  it("refuses every other, by its text, its hash or both, and registers none", async () => {
    const query = "{ sources { code } }";
    for (const body of [{ query }, byHash(hashOf(query)), { query, ...byHash(hashOf(query)) }]) {
      const refused = await post(hub, body);
      expect([refused.status, codeOf(refused.text)]).toEqual([403, "OPERATION_NOT_IN_MANIFEST"]);
      expect((JSON.parse(refused.text) as Told).errors![0]!.extensions.messages).toEqual({
        fr: expect.stringContaining("portail"),
        en: expect.stringContaining("portal"),
      });
    }
    expect(hub.plans.filter((door) => door === "public")).toHaveLength(1);
  });

  it("still gives the open files, and leaves the authenticated door as it is", async () => {
    for (const path of ["/data/indicators.csv", "/data/indicators.json", "/data/catalogue.jsonld"])
      expect((await fetch(`${hub.address}${path}`)).status).toBe(200);
    expect((await fetch(`${hub.address}/data/audit/heads.json`)).status).not.toBe(403);
    const mine = await hub.ask("{ me { subject } }", { account: "steward:collect" });
    expect(mine.errors?.[0]?.extensions?.code).not.toBe("OPERATION_NOT_IN_MANIFEST");
  });
});
