import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import { SubgraphDatabase } from "./database.js";
import { PreparingClient } from "./prepared-statements.js";
import { rowsOn } from "./rows-statement.js";

let database: TestDatabase;
let client: PreparingClient;
let descriptions = 0;
beforeAll(async () => {
  database = await aDatabase("none");
  client = new PreparingClient({ connectionString: database.address.url });
  await client.connect();
  client.connection.on("rowDescription", () => (descriptions += 1));
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const values = `SELECT $1::integer, $2::text, '{"é": [1, null]}'::jsonb, true, NULL::integer, 2.5::numeric, '2026-03-01'::date`;

// Before the other statements, which use up what is prepared.
describe("what reads published rows", () => {
  it("has a statement planned for whatever values come, not anew for these", async () => {
    const pools = new SubgraphDatabase(database.address, [], 1);
    try {
      const read = (text: string, values: unknown[]): Promise<unknown[][]> =>
        pools.readPublishedRows({ principal: { audience: "public" } }, text, values);
      const text = "SELECT relname FROM pg_class WHERE relname = ANY ($1::text[])";
      for (let n = 0; n < 10; n += 1) expect(await read(text, [["pg_class"]])).toEqual([["pg_class"]]);
      const plans =
        "SELECT generic_plans::integer, custom_plans::integer FROM pg_prepared_statements WHERE statement = $1";
      expect(await read(plans, [text])).toEqual([[10, 0]]);
    } finally {
      await pools.close();
    }
  });
});

describe("a statement whose rows are the values of their columns", () => {
  it("gives what pg gives of the same columns as arrays", async () => {
    const rows = await rowsOn(client, values, [7, "œuvre"]);
    const { rows: ofPg } = await client.query({
      text: `${values} -- as pg reads it`,
      values: [7, "œuvre"],
      rowMode: "array",
    });
    expect(rows).toEqual(ofPg);
    expect(rows[0]?.slice(0, 5)).toEqual([7, "œuvre", { é: [1, null] }, true, null]);
  });

  it("has its columns told once a connection, with and without rows", async () => {
    const text = "SELECT n, n::text FROM generate_series(1, $1::integer) n";
    const before = descriptions;
    const [none, three, one] = [
      await rowsOn(client, text, [0]),
      await rowsOn(client, text, [3]),
      await rowsOn(client, text, [1]),
    ];
    expect([none, three, one].map((rows) => rows.length)).toEqual([0, 3, 1]);
    expect(three[2]).toEqual([3, "3"]);
    expect(descriptions - before).toBe(1);
    const other = new PreparingClient({ connectionString: database.address.url });
    await other.connect();
    try {
      expect(await rowsOn(other, text, [2])).toEqual([
        [1, "1"],
        [2, "2"],
      ]);
    } finally {
      await other.end();
    }
  });

  it("fails with PostgreSQL's code and leaves the connection as it was", async () => {
    const text = "SELECT 1 / $1::integer";
    await expect(rowsOn(client, text, [0])).rejects.toMatchObject({ code: "22012" });
    expect(await rowsOn(client, text, [1])).toEqual([[1]]);
    await expect(rowsOn(client, text, [0])).rejects.toMatchObject({ code: "22012" });
    await expect(rowsOn(client, "SELEC", [])).rejects.toMatchObject({ code: "42601" });
    expect(await rowsOn(client, text, [1])).toEqual([[1]]);
  });

  it("reads no row by columns that have become others", async () => {
    await client.query("CREATE TEMPORARY TABLE changing AS SELECT 1 AS one, '2' AS two");
    const text = "SELECT * FROM changing WHERE $1::boolean";
    expect(await rowsOn(client, text, [true])).toEqual([[1, "2"]]);
    await client.query("ALTER TABLE changing ALTER one TYPE text, ALTER two TYPE integer USING two::integer");
    await expect(rowsOn(client, text, [true])).rejects.toMatchObject({ code: "0A000" });
  });

  it("is refused by pg where it cannot be sent, and told who asked", async () => {
    const closed = new PreparingClient({ connectionString: database.address.url });
    await closed.connect();
    await closed.end();
    await expect(rowsOn(closed, "SELECT 1", [])).rejects.toThrow("closed");
    const error = await rowsOn(client, "SELECT nothing", []).catch((failure: Error) => failure);
    expect((error as Error).stack).toContain("rows-statement");
  });

  it("runs past the most that are prepared", async () => {
    for (let n = 0; n < 420; n += 1) await client.query(`SELECT $1::integer + ${n}`, [1]);
    const text = "SELECT $1::integer, 'unprepared'";
    expect(await rowsOn(client, text, [1])).toEqual([[1, "unprepared"]]);
    expect(await rowsOn(client, text, [2])).toEqual([[2, "unprepared"]]);
  });
});
