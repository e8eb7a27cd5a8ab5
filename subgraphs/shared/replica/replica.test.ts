import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { freePort } from "../../../test/harness/free-port.js";
import { partners } from "../../partners/index.js";
import { SubgraphDatabase } from "../database.js";
import type { Audience } from "../principal.js";
import { readEnvironment, sharedVariables } from "../environment.js";
import { givenReplica, type ReplicaVariables } from "./given-replica.js";
import type { ReplicaState } from "./replica-watch.js";

let database: TestDatabase;
let opened: SubgraphDatabase | null = null;
const told: (readonly [ReplicaState, string])[] = [];

beforeAll(async () => {
  database = await aDatabase("reference");
}, 60_000);
afterEach(async () => {
  await opened?.close();
  opened = null;
  told.length = 0;
});
afterAll(() => database?.drop());

/** The database of a subgraph that is told of a replica at an address. */
function reading(url: string): SubgraphDatabase {
  opened = new SubgraphDatabase(database.address, partners.entities, 2, {
    url,
    mostLagSeconds: 5,
    onTold: (state, error) => told.push([state, (error as Error).message]),
  });
  opened.heard({ kind: "seeing" });
  return opened;
}

const terms = (pools: SubgraphDatabase, audience: Audience = "public"): Promise<{ total: string }[]> =>
  pools.readPublished({ principal: { audience } }, (manager) =>
    manager.query("SELECT count(*) AS total FROM partners_published.glossary_term"),
  );

async function untilTold(): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (told.length === 0 && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a replica that cannot serve", () => {
  it("costs no reader anything when it is not there: the primary answers, and the log is told once", async () => {
    const pools = reading(`postgres://127.0.0.1:${await freePort()}/carrefour`);
    const [first] = await terms(pools);
    await untilTold();
    const [second] = await terms(pools);
    expect(Number(first?.total)).toBeGreaterThan(0);
    expect(second).toEqual(first);
    expect(told).toEqual([["away", expect.stringContaining("ECONNREFUSED")]]);
  });

  it("is refused when it is no replica: a server that is not copied from the primary serves nobody", async () => {
    const pools = reading(database.address.url);
    await terms(pools);
    await untilTold();
    expect(told).toEqual([["away", expect.stringContaining("not a streaming replica")]]);
    expect(pools.pools().map(({ role }) => role)).toEqual(["hub_public"]);
  });

  it("leaves an error of the question to the primary, which says it", async () => {
    const pools = reading(`postgres://127.0.0.1:${await freePort()}/carrefour`);
    const question = pools.readPublished({ principal: { audience: "public" } }, (manager) =>
      manager.query("SELECT 1 FROM partners.partner"),
    );
    await expect(question).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the replica of a subgraph", () => {
  const given = (environment: Record<string, string>) =>
    givenReplica(readEnvironment(sharedVariables, environment) as ReplicaVariables, "partners");
  const [all, own] = ["postgres://127.0.0.1:5433/carrefour", "postgres://127.0.0.1:5434/carrefour"];

  it("is that of all, unless it has its own", () => {
    expect(given({})).toBeNull();
    expect(given({ DATABASE_REPLICA_URL: all })).toEqual({ url: all, mostLagSeconds: 5 });
    expect(
      given({
        DATABASE_REPLICA_URL: all,
        DATABASE_REPLICA_URL_PARTNERS: own,
        DATABASE_REPLICA_LAG_SECONDS: "2",
      }),
    ).toEqual({ url: own, mostLagSeconds: 2 });
  });

  it("is not that of all for a subgraph with a server of its own, which that replica does not copy", () => {
    const server = { DATABASE_URL_PARTNERS: "postgres://hub:mot-de-passe@127.0.0.1:5435/partners" };
    expect(given({ DATABASE_REPLICA_URL: all, ...server })).toBeNull();
    expect(given({ DATABASE_REPLICA_URL_PARTNERS: own, ...server })).toMatchObject({ url: own });
  });
});
