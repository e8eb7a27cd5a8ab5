import { afterAll, beforeAll, expect, it } from "vitest";
import { DataSource } from "typeorm";
import { asRole } from "../../../test/harness/as-role.js";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { urlOfRole } from "../../shared/database-address.js";
import { SnakeCaseNaming } from "../../shared/naming.js";
import { partners } from "../index.js";
import { AccessLife } from "../migrations/5-access-life.js";

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await aDatabase("demo");
  source = await new DataSource({
    type: "postgres",
    url: urlOfRole(database.address, "hub_migrator"),
    schema: partners.schemas.own,
    migrations: [...partners.migrations],
    migrationsTableName: "migration",
    namingStrategy: new SnakeCaseNaming(),
    extra: { options: "-c role=hub_owner" },
  }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const readsAs = (subject: string, agreement: string): Promise<number | string> =>
  asRole(
    database,
    "hub_researcher",
    { "hub.subject": subject, "hub.agreement": agreement, "hub.scopes": "research:read" },
    "SELECT 1 FROM partners_release.record LIMIT 1",
  );

it("opens the demonstration's agreements to its accounts in a hub that had them before, and any other to nobody", async () => {
  const later = partners.migrations.length - partners.migrations.indexOf(AccessLife);
  for (let step = 0; step < later; step += 1) await source.undoLastMigration({ transaction: "all" });
  expect(await readsAs("anybody", "entente-demo-1")).toBe(1);
  await database.query(
    `UPDATE partners.access_agreement SET synthetic = false WHERE code = 'entente-demo-2'`,
  );
  expect(await source.runMigrations({ transaction: "all" })).toHaveLength(later);
  expect(await readsAs("researcher", "entente-demo-1")).toBe(1);
  expect(await readsAs("anybody", "entente-demo-1")).toBe(0);
  expect(await readsAs("researcher:entente-demo-2", "entente-demo-2")).toBe(0);
  expect(
    await database.query("SELECT agreement, version, act FROM partners.agreement_act ORDER BY agreement"),
  ).toEqual([
    { agreement: "entente-demo-1", version: 1, act: "GRANTED" },
    { agreement: "entente-demo-2", version: 1, act: "GRANTED" },
  ]);
});
