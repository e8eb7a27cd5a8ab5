import { afterAll, beforeAll, expect, it } from "vitest";
import type pg from "pg";
import type { EntityManager } from "typeorm";
import { type Principal, SubgraphDatabase, subgraphs } from "../../subgraphs/index.js";
import { asCaller } from "../../subgraphs/shared/tenancy.js";
import { aDatabase, testDay, type TestDatabase } from "../harness/database.js";
import { anEstablishmentPrincipal, aResearcher } from "../harness/subgraph.js";

const poolSize = 2;
const requests = 200;
const atOnce = 24;
const settings = ["subject", "client", "establishment", "agreement", "scopes", "now", "seeding", "sealing"];
const asked = `SELECT ${settings.map((name) => `current_setting('hub.${name}', true) AS "${name}"`).join(", ")}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
});
afterAll(() => database.drop());

interface ObservedPool {
  readonly pools: SubgraphDatabase;
  /** What was left behind each time a connection came back: the settings that hold something. */
  readonly leftBehind: Promise<string[]>[];
  readonly released: () => number;
  /** How many connections were open at most. */
  readonly mostOpen: () => number;
}

/** The pool of an audience, of two connections; each is asked for its settings as it comes back, before its next use. */
async function observedPool(
  subgraph: string,
  audience: "establishment" | "researcher",
): Promise<ObservedPool> {
  const { entities } = subgraphs.find(({ name }) => name === subgraph)!;
  // The pool of establishments is twice as large as the others.
  const pools = new SubgraphDatabase(
    database.address,
    entities,
    audience === "establishment" ? poolSize / 2 : poolSize,
  );
  const { driver } = await pools.poolOfAudience(audience);
  const { master } = driver as unknown as { master: pg.Pool };
  const leftBehind: Promise<string[]>[] = [];
  let [released, mostOpen] = [0, 0];
  master.on("release", (error, client) => {
    released += 1;
    mostOpen = Math.max(mostOpen, master.totalCount);
    // A broken connection is thrown away with all that it held.
    if (error) return;
    leftBehind.push(
      client.query<Record<string, string | null>>(asked).then(
        ({ rows }) =>
          Object.entries(rows[0]!).flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])),
        () => [],
      ),
    );
  });
  return { pools, leftBehind, released: () => released, mostOpen: () => mostOpen };
}

class GivenUp extends Error {}

/** What happens to a request after it has read its rows. */
const endings: readonly ((manager: EntityManager, read: () => Promise<void>) => Promise<void>)[] = [
  async () => undefined,
  // A statement fails, and the transaction with it.
  async (manager) => void (await manager.query("SELECT 1 / 0")),
  // Something is refused, then the service lets that pass: the transaction is aborted all the same.
  async (manager) => void (await manager.query("DELETE FROM pg_authid").catch(() => undefined)),
  // A statement takes too long.
  async (manager) => {
    await manager.query("SET LOCAL statement_timeout = 20");
    await manager.query("SELECT pg_sleep(1)");
  },
  // The service throws.
  async () => {
    throw new GivenUp();
  },
  // The service throws while statements are on their way.
  async (manager) => {
    manager.query("SELECT pg_sleep(0.01)").catch(() => undefined);
    manager.query("SELECT pg_sleep(0.01)").catch(() => undefined);
    throw new GivenUp();
  },
  // The connection breaks.
  async (manager) => void (await manager.query("SELECT pg_terminate_backend(pg_backend_pid())")),
  // More reads than one, some after a pause.
  async (_manager, read) => {
    await new Promise((resolve) => setTimeout(resolve, 3));
    await read();
    await read();
  },
];

/** Sends the requests of two callers in turn; gives what each read that was not its own. */
async function interleave(
  { pools }: ObservedPool,
  callers: readonly { readonly principal: Principal; readonly own: readonly string[] }[],
  sql: string,
): Promise<{ foreign: string[]; reads: number; failed: number }> {
  const foreign: string[] = [];
  let [reads, failed] = [0, 0];
  const request = (turn: number): Promise<unknown> => {
    const { principal, own } = callers[turn % callers.length]!;
    return asCaller({ principal, database: pools, clock: () => testDay }, async (manager) => {
      const read = async (): Promise<void> => {
        const rows = (await manager.query(sql)) as { owner: string }[];
        reads += 1;
        const owners = [...new Set(rows.map(({ owner }) => owner))].sort();
        if (owners.join() !== [...own].join()) foreign.push(`${turn}: ${owners.join()}`);
      };
      await read();
      await endings[Math.floor(turn / callers.length) % endings.length]!(manager, read);
    }).catch(() => (failed += 1));
  };
  // As many at once as the queue of two connections empties before a request would give up waiting.
  const turns = Array.from({ length: requests }, (_, turn) => turn).values();
  const work = async (): Promise<void> => {
    for (const turn of turns) await request(turn);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { foreign, reads, failed };
}

async function expectNothingLeft(pool: ObservedPool): Promise<void> {
  const left = await Promise.all(pool.leftBehind);
  expect(left.flat()).toEqual([]);
  expect(left.length).toBeGreaterThan(requests / 2);
  expect(pool.released()).toBeGreaterThanOrEqual(requests);
  expect(pool.mostOpen()).toBeLessThanOrEqual(poolSize);
}

it("shows two establishments on two connections their own rows only, whatever becomes of each request", async () => {
  const pool = await observedPool("quality-indicators", "establishment");
  const callers = ["chum", "icm"].map((code) => ({ principal: anEstablishmentPrincipal(code), own: [code] }));
  const seen = await interleave(
    pool,
    callers,
    "SELECT establishment AS owner FROM quality_indicators.submission",
  );
  expect(seen.foreign).toEqual([]);
  expect(seen.reads).toBeGreaterThanOrEqual(requests);
  // Six endings in eight fail.
  expect(seen.failed).toBe((requests / endings.length) * 6);
  await expectNothingLeft(pool);
  await pool.pools.close();
}, 60_000);

it("shows researchers of two agreements on two connections the records of their own only", async () => {
  const owners = await database.query<{ agreement: string }>(
    "SELECT DISTINCT agreement FROM partners_release.record ORDER BY 1 LIMIT 2",
  );
  expect(owners).toHaveLength(2);
  const pool = await observedPool("partners", "researcher");
  const callers = owners.map(({ agreement }) => ({
    principal: aResearcher(agreement, `researcher:${agreement}`),
    own: [agreement],
  }));
  const seen = await interleave(pool, callers, "SELECT agreement AS owner FROM partners_release.record");
  expect(seen.foreign).toEqual([]);
  expect(seen.reads).toBeGreaterThanOrEqual(requests);
  expect(seen.failed).toBe((requests / endings.length) * 6);
  await expectNothingLeft(pool);
  await pool.pools.close();
}, 60_000);

it("would see a setting that outlives its transaction", async () => {
  const pool = await observedPool("quality-indicators", "establishment");
  await asCaller(
    { principal: anEstablishmentPrincipal("chum"), database: pool.pools, clock: () => testDay },
    (manager) => manager.query("SELECT set_config('hub.establishment', 'icm', false)"),
  );
  expect((await Promise.all(pool.leftBehind)).flat()).toEqual(["establishment=icm"]);
  await pool.pools.close();
});
