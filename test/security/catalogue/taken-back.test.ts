import { afterAll, beforeAll, expect, it } from "vitest";
import { DataSource } from "typeorm";
import { subgraphs } from "../../../subgraphs/index.js";
import { urlOfRole } from "../../../subgraphs/shared/database-address.js";
import { SnakeCaseNaming } from "../../../subgraphs/shared/naming.js";
import { aDatabase, type TestDatabase } from "../../harness/database.js";
import { listingOf } from "./listing.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("none");
});
afterAll(() => database.drop());

it.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
  "gives back what was before the last migration of %s, and the same rights when it is run again",
  async (_name, { schemas, migrations }) => {
    const columns = (): Promise<{ line: string }[]> =>
      database.query(
        `SELECT concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, column_default) AS line
        FROM information_schema.columns WHERE table_schema IN ($1, $2) ORDER BY 1`,
        [schemas.own, schemas.published],
      );
    const listing = async (): Promise<string[]> => [
      ...(await listingOf((sql) => database.query(sql))),
      ...(await columns()).map(({ line }) => line),
    ];
    const source = await new DataSource({
      type: "postgres",
      url: urlOfRole(database.address, "hub_migrator"),
      schema: schemas.own,
      migrations: [...migrations],
      migrationsTableName: "migration",
      namingStrategy: new SnakeCaseNaming(),
      extra: { options: "-c role=hub_owner" },
    }).initialize();
    try {
      const after = await listing();
      await source.undoLastMigration({ transaction: "all" });
      const before = await listing();
      expect(before).not.toEqual(after);
      expect(await source.runMigrations({ transaction: "all" })).toHaveLength(1);
      expect(await listing()).toEqual(after);
      await source.undoLastMigration({ transaction: "all" });
      expect(await listing()).toEqual(before);
      await source.runMigrations({ transaction: "all" });
    } finally {
      await source.destroy();
    }
  },
);
