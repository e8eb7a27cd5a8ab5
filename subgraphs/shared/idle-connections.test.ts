import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import { SubgraphDatabase } from "./database.js";

let database: TestDatabase;
let pools: SubgraphDatabase;
beforeAll(async () => {
  database = await aDatabase("none");
  pools = new SubgraphDatabase(database.address, []);
});
afterAll(async () => {
  await pools?.close();
  await database?.drop();
});

it("keeps a connection open for who asks again within the minute, and closes it after", async () => {
  await pools.ping();
  // The pool counts how long a connection is idle from when it comes back; everything else goes on in its own time.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await pools.ping();
    vi.advanceTimersByTime(59_000);
    expect(pools.pools()).toMatchObject([{ role: "hub_public", size: 1, idle: 1 }]);
    vi.advanceTimersByTime(2_000);
    expect(pools.pools()).toMatchObject([{ role: "hub_public", size: 0, idle: 0 }]);
  } finally {
    vi.useRealTimers();
  }
});
