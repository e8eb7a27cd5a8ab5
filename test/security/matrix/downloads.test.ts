import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
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
  for (const file of readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name))) {
    const exported = (await import(`../../../gateway/downloads/${file.replace(/\.ts$/, ".js")}`)) as object;
    for (const [name, add] of Object.entries(exported))
      if (/Routes?$/.test(name)) await (add as (app: FastifyInstance) => Promise<void>)(app);
  }
  await app.close();
  return [...new Set(found)];
}

it("every download gives whoever asks, with a token or none, the same bytes, and no row that somebody owns", async () => {
  const addresses = await downloads();
  expect(addresses).toContain("/data/audit/heads.json");
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
