import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QueryRunner } from "typeorm";
import { establishments } from "../../subgraphs/establishments/index.js";
import { subgraphNames } from "../../subgraphs/index.js";
import { prepareDatabase } from "../../subgraphs/shared/prepare-database.js";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../harness/database.js";
import { aFolder } from "../harness/folder.js";
import { freePort } from "../harness/free-port.js";
import { type Program, runProgram } from "../harness/program.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
let empty: TestDatabase;
let served: TestDatabase;
const programs: Program[] = [];
beforeAll(async () => {
  [folder, empty, served] = await Promise.all([aFolder(), aDatabase("none"), aDatabase("reference")]);
  // As a server is before its first hub: no schema, no row.
  for (const name of subgraphNames.map((each) => each.replaceAll("-", "_")))
    await empty.query(
      `DROP SCHEMA IF EXISTS ${name}, ${name}_published CASCADE; DROP SCHEMA IF EXISTS partners_release CASCADE`,
    );
});
afterAll(async () => {
  for (const { child } of programs) if (child.exitCode === null) child.kill("SIGKILL");
  await Promise.all([empty?.drop(), served?.drop(), folder?.remove()]);
});

/** A hub in a process of its own on a database that others use too; its log comes with what it prints. */
async function aHubOn(database: TestDatabase): Promise<Program & { readonly address: string }> {
  const port = await freePort();
  const program = runProgram(["dist/gateway/main.js"], {
    PORT: String(port),
    HUB_DATA_DIR: `${folder.path}/${port}`,
    HUB_LOG: "stdout",
    DATABASE_URL: database.address.url,
    DATABASE_ROLE_SECRET: suiteRoleSecret,
  });
  programs.push(program);
  return { ...program, address: `http://127.0.0.1:${port}` };
}

const stopped = async (hub: Program): Promise<number | null> => {
  hub.child.kill("SIGTERM");
  return hub.ended();
};

const askName = async ({ address }: { address: string }): Promise<unknown> =>
  (
    await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: '{ establishment(code: "chum") { code } }' }),
    })
  ).json();
const known = { data: { establishment: { code: "chum" } } };

describe("hubs that start at once on one empty database", () => {
  it("run every migration once, and all serve", async () => {
    const hubs = await Promise.all([aHubOn(empty), aHubOn(empty), aHubOn(empty)]);
    await Promise.all(hubs.map((hub) => hub.until("Carrefour est prêt.")));
    for (const hub of hubs) expect(await askName(hub)).toMatchObject(known);
    for (const name of subgraphNames.map((each) => each.replaceAll("-", "_"))) {
      const [counted] = await empty.query<{ rows: number; names: number }>(
        `SELECT count(*)::int AS rows, count(DISTINCT name)::int AS names FROM ${name}.migration`,
      );
      expect([name, counted!.rows > 0, counted!.rows]).toEqual([name, true, counted!.names]);
    }
    expect(await Promise.all(hubs.map(stopped))).toEqual([0, 0, 0]);
  }, 120_000);
});

/** What the next version of the register would bring. */
const added = class {
  readonly name: string = "Added9999999999001";
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE establishments_published.establishment ADD COLUMN nickname text");
  }
  async down(): Promise<void> {}
};
const narrowed = class {
  readonly name: string = "Narrowed9999999999002";
  readonly contracts = "Added9999999999001";
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE establishments_published.establishment DROP COLUMN nickname");
  }
  async down(): Promise<void> {}
};

describe("a hub of the version before, when the next one upgrades the database", () => {
  const migrations = [...establishments.migrations, added];
  const seedMarks = () =>
    served.query(
      "SELECT name, fingerprint FROM establishments.seed WHERE name <> 'preparation' ORDER BY name",
    );

  it("serves all the while, and again when it is started anew: it says so and takes nothing back", async () => {
    const before = await aHubOn(served);
    await before.until("Carrefour est prêt.");
    let isUpgraded = false;
    const asking = (async () => {
      const answers: unknown[] = [];
      while (!isUpgraded) answers.push(await askName(before));
      return answers;
    })();
    await prepareDatabase(served.address, { ...establishments, migrations });
    isUpgraded = true;
    for (const answer of await asking) expect(answer).toMatchObject(known);
    expect(await askName(before)).toMatchObject(known);
    expect(await stopped(before)).toBe(0);

    await served.query("UPDATE establishments.seed SET fingerprint = 'newer facts' WHERE name = 'reference'");
    const marks = await seedMarks();
    const again = await aHubOn(served);
    await again.until("Carrefour est prêt.");
    expect(again.output()).toContain("the database is of a newer version");
    expect(again.output()).toContain("Added9999999999001");
    expect(await askName(again)).toMatchObject(known);
    expect(await stopped(again)).toBe(0);
    expect(await seedMarks()).toEqual(marks);
  }, 120_000);

  it("refuses to start once what it needs was taken away, and says which version to start", async () => {
    await prepareDatabase(served.address, { ...establishments, migrations: [...migrations, narrowed] });
    const refused = await aHubOn(served);
    expect(await refused.ended()).toBe(1);
    expect(refused.output()).toContain("migration « Added9999999999001 », inconnue ici");
    expect(refused.output()).toContain("Start the version that upgraded it");
  }, 60_000);

  it("waits for no request longer than a moment: a table that is being read is asked for again", async () => {
    const reader = served.query(
      "BEGIN; SELECT FROM establishments_published.establishment; SELECT pg_sleep(7); COMMIT",
    );
    const later = class extends added {
      override readonly name = "Later9999999999003";
    };
    const all = [...migrations, narrowed, later];
    await Promise.all([reader, prepareDatabase(served.address, { ...establishments, migrations: all })]);
    const [column] = await served.query(
      "SELECT FROM information_schema.columns WHERE table_name = 'establishment' AND column_name = 'nickname'",
    );
    expect(column).toBeDefined();
  }, 60_000);
});
