import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import fastify, { type FastifyInstance } from "fastify";
import { schemaFolder } from "../../../gateway/hub.js";
import { aHub, type TestHub } from "../../harness/hub.js";
import { agreementOne, agreementTwo, chum, estrie } from "./callers.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

const accounts = [
  `establishment:${estrie}`,
  `establishment:${chum}`,
  `researcher:${agreementOne}`,
  `researcher:${agreementTwo}`,
  "steward:collect",
  "steward:publish",
  "steward:privacy",
];

/** The address of every route that a file of gateway/downloads adds. */
async function downloads(): Promise<string[]> {
  const folder = join(schemaFolder, "..", "gateway", "downloads");
  const found: string[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ url }) => void found.push(url));
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test|\.d)\.ts$/.test(name),
  )) {
    const exported = (await import(`../../../gateway/downloads/${file.replace(/\.ts$/, ".js")}`)) as object;
    for (const [name, add] of Object.entries(exported))
      if (/Routes?$/.test(name)) await (add as (app: FastifyInstance) => Promise<void>)(app);
  }
  await app.close();
  return [...new Set(found)];
}

/** What only some may download; every other address is for everybody. */
const registers = ["/data/register.csv", "/data/register.json"];
const guarded = ["/data/releases/:file", ...registers];
const release = "partenaires-demo-1";
const endings = ["csv", "ndjson", "parquet", "dictionary.json", "csv-metadata.json"];

it("every download gives whoever asks, with a token or none, the same bytes, and no row that somebody owns", async () => {
  const addresses = (await downloads()).filter((address) => !guarded.includes(address));
  expect(addresses).toEqual(
    expect.arrayContaining([
      "/data/audit/heads.json",
      "/data/indicators.csv",
      "/data/indicators.json",
      "/data/catalogue.jsonld",
    ]),
  );
  const owned = await hub.database.query<{ mark: string }>(
    `SELECT id::text AS mark FROM quality_indicators.submission
     UNION ALL SELECT row_id::text FROM partners_release.record UNION ALL SELECT code FROM partners.access_agreement`,
  );
  for (const address of addresses) {
    const given = async (headers: Record<string, string>) => {
      const answer = await fetch(`${hub.address}${address}`, { headers });
      return { status: answer.status, text: await answer.text() };
    };
    const anonymous = await given({});
    expect({ address, status: anonymous.status }).toEqual({ address, status: 200 });
    const words = new Set(anonymous.text.match(/[\p{L}\d-]{8,}/gu) ?? []);
    expect(owned.filter(({ mark }) => words.has(mark))).toEqual([]);
    for (const account of accounts)
      expect(await given({ authorization: `Bearer ${await hub.tokenFor(account)}` })).toEqual(anonymous);
  }
}, 60_000);

it("the files of a release give a researcher the rows of its own agreement, and nobody else a row or a word of it", async () => {
  expect(await downloads()).toEqual(expect.arrayContaining(guarded));
  const rows = await hub.database.query<{ agreement: string; id: string }>(
    "SELECT agreement, row_id AS id FROM partners_release.record WHERE release = $1",
    [release],
  );
  const agreementOf = new Map(rows.map(({ id, agreement }) => [id, agreement]));
  const seen = async (ending: string, authorization: string | null) => {
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    const answer = await fetch(`${hub.address}/data/releases/${release}.${ending}`, { headers });
    const text = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    const ids = text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    const owners = ids.map((id) => agreementOf.get(id)).filter((owner) => owner !== undefined);
    return { ending, status: answer.status, owners: [...new Set(owners)], rows: owners.length };
  };
  const isOfRecords = (ending: string): boolean => !ending.endsWith(".json");
  for (const ending of endings) {
    for (const stranger of [null, "Bearer x", "Basic eDp4", `Bearer ${release}`])
      expect(await seen(ending, stranger)).toEqual({ ending, status: 401, owners: [], rows: 0 });
    for (const account of accounts) {
      const own = account.startsWith("researcher:") ? account.slice("researcher:".length) : null;
      const expected =
        own === null
          ? { status: 403, owners: [], rows: 0 }
          : isOfRecords(ending)
            ? { status: 200, owners: [own], rows: rows.filter(({ agreement }) => agreement === own).length }
            : { status: 200, owners: [], rows: 0 };
      expect({ account, ...(await seen(ending, `Bearer ${await hub.tokenFor(account)}`)) }).toEqual({
        account,
        ending,
        ...expected,
      });
    }
  }
}, 60_000);

it.each(registers)(
  "%s gives its lines to who publishes and to who answers for privacy, alike, and nobody else a word of it",
  async (address) => {
    const seen = async (authorization: string | null) => {
      const headers: Record<string, string> = authorization === null ? {} : { authorization };
      const answer = await fetch(`${hub.address}${address}`, { headers });
      const text = await answer.text();
      return { status: answer.status, isTold: /BUILT|PUBLISHED|partenaires-/.test(text), text };
    };
    for (const stranger of [null, "Bearer x", "Basic eDp4", "Bearer steward:privacy"])
      expect(await seen(stranger)).toMatchObject({ status: 401, isTold: false });
    const told = new Set<string>();
    for (const account of accounts) {
      const { text, ...found } = await seen(`Bearer ${await hub.tokenFor(account)}`);
      const isOpen = ["steward:publish", "steward:privacy"].includes(account);
      expect({ account, ...found }).toEqual({ account, status: isOpen ? 200 : 403, isTold: isOpen });
      if (isOpen) told.add(text);
    }
    expect(told.size).toBe(1);
  },
  60_000,
);
