import { randomBytes } from "node:crypto";
import pg from "pg";
import { type SeedKind, seedSubgraph } from "../../seeds/seed.js";
import { otherClock } from "../../subgraphs/shared/server-clock.js";
import {
  asOwner,
  type DatabaseAddress,
  prepareDatabase,
  type Subgraph,
  SubgraphDatabase,
  subgraphs,
} from "../../subgraphs/index.js";

/** A database of its own for one test file, on the real server that the suite started. */
export interface TestDatabase {
  readonly address: DatabaseAddress;
  /** The pools of one subgraph on this database; closed with it. */
  of(subgraph: Subgraph): SubgraphDatabase;
  /** Runs SQL as the administrator, to look behind the curtain. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** The day on which tests take place unless they say otherwise. */
export const testDay = new Date("2026-05-04T14:00:00Z");

/** Every hub that a test starts must derive the same role passwords: roles belong to the whole server. */
export const suiteRoleSecret = "role-secret-of-the-suite";

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      "TEST_DATABASE_URL: expected the address of the suite's PostgreSQL (test/global-setup.mjs)",
    );
  return url;
}

const urlOfDatabase = (name: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
};

async function asAdministrator<Result>(
  database: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: urlOfDatabase(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a database with every migration applied and the given seeds planted. */
export async function aDatabase(seed: SeedKind | "none" = "reference"): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = templateOf(seed);
  const known = await asAdministrator("postgres", async (client) => {
    const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    await client.query(`CREATE DATABASE ${name} ${rows.length > 0 ? `TEMPLATE ${template}` : ""}`);
    return rows.length > 0;
  });
  const address: DatabaseAddress = { url: urlOfDatabase(name), roleSecret: suiteRoleSecret };
  if (!known) await fillDatabase(address, seed);
  const opened: SubgraphDatabase[] = [];
  return {
    address,
    of(subgraph) {
      const database = new SubgraphDatabase(address, subgraph.entities);
      opened.push(database);
      return database;
    },
    query: (sql, values) => asAdministrator(name, async (client) => (await client.query(sql, values)).rows),
    async drop() {
      await Promise.all(opened.map((database) => database.close()));
      await asAdministrator("postgres", (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Fills one database a kind of seed, once a run; test files copy them in a few milliseconds. */
export async function makeTemplates(): Promise<void> {
  for (const seed of ["none", "reference", "demo"] as const) {
    const name = templateOf(seed);
    await asAdministrator("postgres", (client) => client.query(`CREATE DATABASE ${name}`));
    await fillDatabase({ url: urlOfDatabase(name), roleSecret: suiteRoleSecret }, seed);
  }
}

const templateOf = (seed: SeedKind | "none"): string => `hub_template_${seed}`;

/** Prepares roles, schemas, tables and seeds of all subgraphs in an empty database. */
export async function fillDatabase(
  address: DatabaseAddress,
  seed: SeedKind | "none",
  now: Date = testDay,
): Promise<void> {
  for (const subgraph of subgraphs) {
    await prepareDatabase(address, subgraph);
    if (seed !== "none") await seedSubgraph(subgraph, address, seed, now);
    // Tests inject the clock; a database filled at another instant than theirs keeps to the server's.
    if (now === testDay) await takeAnyInstant(address, subgraph);
  }
}

const takeAnyInstant = (address: DatabaseAddress, { schemas }: Subgraph): Promise<object[]> =>
  asOwner(address, (owner) =>
    owner.query(
      `INSERT INTO ${schemas.own}.seed (name, fingerprint) VALUES ($1, '') ON CONFLICT DO NOTHING`,
      [otherClock],
    ),
  );
