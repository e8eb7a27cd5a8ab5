import { afterAll, beforeAll, expect, it } from "vitest";
import { SubgraphDatabase, subgraphs } from "../../subgraphs/index.js";
import type { Audience } from "../../subgraphs/shared/principal.js";
import { asCaller } from "../../subgraphs/shared/tenancy.js";
import { aDatabase, testDay, type TestDatabase } from "../harness/database.js";
import { anEstablishmentPrincipal, aResearcher, aSteward } from "../harness/subgraph.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("none");
});
afterAll(() => database.drop());

const limits = `SELECT current_setting('application_name') AS name, current_user AS role,
  current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
  current_setting('idle_in_transaction_session_timeout') AS idle`;
const within = { statement: "31s", lock: "15s", idle: "30s" };

it.each([aResearcher("a"), anEstablishmentPrincipal("chum"), aSteward("steward:collect")])(
  "bounds how long a transaction of $audience works and waits, and tells the server for whom",
  async (principal) => {
    const pools = database.of(subgraphs[0]!);
    const seen: unknown = await asCaller({ principal, database: pools, clock: () => testDay }, (manager) =>
      manager.query(limits),
    );
    const role = `hub_${principal.audience satisfies Audience}`;
    expect(seen).toEqual([{ name: `carrefour ${role}`, role, ...within }]);
  },
);

it("bounds the reads of published rows too", async () => {
  const manager = await database.of(subgraphs[0]!).published();
  expect(await manager.query(limits)).toEqual([
    { name: "carrefour hub_public", role: "hub_public", ...within },
  ]);
});

it.each([
  [5_000, { statement: "6s", lock: "3s" }, { statement: "30s", lock: "15s" }],
  [120_000, { statement: "121s", lock: "15s" }, { statement: "121s", lock: "15s" }],
])(
  "where an operation may take %i ms, reads published rows no longer; files and what is written have the time they need",
  async (operationTimeoutMs, published, others) => {
    const pools = new SubgraphDatabase(database.address, [], 1, null, operationTimeoutMs);
    try {
      expect(await (await pools.published()).query(limits)).toMatchObject([published]);
      for (const audience of ["researcher", "establishment", "steward"] as const)
        expect(await (await pools.poolOfAudience(audience)).query(limits)).toMatchObject([others]);
    } finally {
      await pools.close();
    }
  },
);
