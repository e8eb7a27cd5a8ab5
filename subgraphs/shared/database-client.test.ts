import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type pg from "pg";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import type { CommitWatch } from "../../test/faults/commit-watch.js";
import { TcpRelay } from "../../test/faults/tcp-relay.js";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import type { DatabaseAddress } from "./database-address.js";
import { refusalOfDatabase } from "./database-refusal.js";
import { SubgraphDatabase } from "./database.js";
import { asOwner } from "./owner-connection.js";

let database: TestDatabase;
let relay: TcpRelay;
let address: DatabaseAddress;
let pools: SubgraphDatabase;
// What the connections are cut at, as soon as the hub has said it.
let cutAt: string | null = null;
let cuts = 0;
beforeAll(async () => {
  database = await aDatabase("reference");
  const { port } = new URL(database.address.url);
  const watch = {
    asked: (_: unknown, words: Buffer) => {
      if (cutAt === null || !words.includes(cutAt)) return;
      cuts += 1;
      relay.cut();
    },
    answered: () => undefined,
    ended: () => undefined,
  } as unknown as CommitWatch;
  relay = await TcpRelay.open(() => Number(port), watch);
  address = {
    ...database.address,
    url: Object.assign(new URL(database.address.url), { port: String(relay.port) }).href,
  };
  pools = new SubgraphDatabase(address, []);
});
beforeEach(() => {
  cutAt = null;
  cuts = 0;
});
afterAll(async () => {
  await pools?.close();
  await relay?.close();
  await database?.drop();
});

const refused = (asked: Promise<unknown>) => asked.then(() => "answered", refusalOfDatabase);
const poolOf = async (audience: "establishment" | "public"): Promise<pg.Pool> =>
  ((await pools.poolOfAudience(audience)).driver as PostgresDriver).master as pg.Pool;

// Heard by nobody, what is lost here would end the process: every test would fail.
describe("a connection that is lost", () => {
  it("before it is ready fails who waited for it; the next one is another", async () => {
    const pool = await poolOf("establishment");
    const removed = new Promise((resolve) => pool.once("remove", resolve));
    relay.cut();
    await removed;
    cutAt = "LISTEN";
    expect(await refused(pool.query("SELECT 1"))).toBe("DATABASE_UNAVAILABLE");
    expect(await refused(pool.connect())).toBe("DATABASE_UNAVAILABLE");
    expect(cuts).toBe(2);
    cutAt = null;
    expect(await refused(pool.query("SELECT 1"))).toBe("answered");
  });

  it("between two statements fails the next one, and is not given to anybody else", async () => {
    const pool = await poolOf("public");
    const client = await pool.connect();
    const lost = new Promise((resolve) => client.once("end", resolve));
    relay.cut();
    await lost;
    expect(await refused(client.query("SELECT 1"))).toBe("DATABASE_UNAVAILABLE");
    client.release();
    expect(pool.totalCount).toBe(0);
    expect(await refused(pool.query("SELECT 1"))).toBe("answered");
  });

  it("while the owner's statement runs fails that statement", async () => {
    const asked = asOwner(address, async (owner) => {
      await owner.query("SELECT 1");
      cutAt = "pg_sleep";
      await owner.query("SELECT pg_sleep(10)");
    });
    expect(await refused(asked)).toBe("DATABASE_UNAVAILABLE");
    expect(cuts).toBe(1);
  });
});
