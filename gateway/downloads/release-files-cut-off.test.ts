import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Form, aHub, type TestHub } from "../../test/harness/hub.js";
import { aLargeRelease } from "../../subgraphs/partners/release/files/testing/a-large-release.js";

const account = "researcher:entente-demo-1";
const large = "partenaires-longue";
const records = 250_000;

describe.each<Form>(["in process", "over HTTP"])("a download, its subgraph %s", (form) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub(form);
    await aLargeRelease(hub.database.query, { code: large, records, agreements: ["entente-demo-1"] });
  }, 120_000);
  afterAll(() => hub?.close());

  /** A download that has begun and of which nothing is taken. */
  const begin = async (ending: string): Promise<IncomingMessage> => {
    const headers = { authorization: `Bearer ${await hub.tokenFor(account)}` };
    return new Promise((resolve, reject) => {
      get(`${hub.address}/data/releases/${large}.${ending}`, { headers, agent: false }, resolve).on(
        "error",
        reject,
      );
    });
  };
  const under = (work: string): Promise<object[]> =>
    hub.database.query(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND usename = 'hub_researcher' AND ${work}`,
    );
  const rowsRead = async (): Promise<number> => {
    const [row] = await hub.database.query<{ rows: number }>(
      `SELECT COALESCE(sum(upper(positions) - 1), 0)::integer AS rows FROM partners_release.release_read WHERE id = (
       SELECT max(id) FROM partners_release.release_read)`,
    );
    return row!.rows;
  };

  /** The last row that was read, once no more are. */
  const settled = async (): Promise<number> => {
    for (let last = await rowsRead(); ;) {
      await sleep(1_000);
      const now = await rowsRead();
      if (now === last && now > 0) return now;
      last = now;
    }
  };

  it.each(["csv", "ndjson"])(
    "a reader that takes nothing, then leaves, holds no connection, and the rest is neither read nor accounted for: %s",
    async (ending) => {
      const download = await begin(ending);
      expect(download.statusCode).toBe(200);
      download.pause();
      const read = await settled();
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(records);
      expect(await under("state <> 'idle'")).toEqual([]);
      download.destroy();
      await sleep(500);
      expect(await rowsRead()).toBe(read);
      // The connections that served it tell nothing of its reader to the next one.
      expect(await under("state <> 'idle'")).toEqual([]);
    },
    60_000,
  );

  it("a slow reader gets every byte", async () => {
    const download = await begin("csv");
    let received = 0;
    for await (const chunk of download) {
      received += (chunk as Buffer).length;
      if (received % 7 === 0) await sleep(5);
    }
    expect(received).toBe(Number(download.headers["content-length"]));
  }, 60_000);

  it("one caller has two downloads at a time; a third is told to wait, and may begin when one has ended", async () => {
    const under = [await begin("csv"), await begin("ndjson")];
    const third = await begin("csv");
    let text = "";
    for await (const chunk of third) text += String(chunk);
    expect([third.statusCode, third.headers["retry-after"], text]).toEqual([
      429,
      "10",
      expect.stringContaining('"TOO_MANY_DOWNLOADS"'),
    ]);
    for (const download of under) download.destroy();
    await sleep(300);
    const next = await begin("csv");
    expect(next.statusCode).toBe(200);
    next.destroy();
  }, 60_000);

  it("a hub that stops does not wait for a reader that takes nothing", async () => {
    const download = await begin("csv");
    download.pause();
    const cut = new Promise((resolve) => download.once("close", resolve));
    download.once("error", () => undefined);
    await hub.close();
    download.resume();
    await cut;
    expect(download.complete).toBe(false);
    hub = undefined as never;
  }, 60_000);
});
