import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../test/harness/database.js";
import { PreparingClient } from "./prepared-statements.js";

let database: TestDatabase;
let client: PreparingClient;
beforeAll(async () => {
  database = await aDatabase("none");
  client = new PreparingClient({ connectionString: database.address.url, pipeline: true });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const preparedOf = async (text: string): Promise<number> => {
  const { rows } = await client.query<{ statement: string }>("SELECT statement FROM pg_prepared_statements");
  return rows.filter(({ statement }) => statement === text).length;
};

describe("a connection that prepares its statements", () => {
  it("has a statement planned once, however often it is run and with whatever values", async () => {
    const text = "SELECT $1::integer + 1 AS next";
    const answers = await Promise.all(
      [1, 2, 3].map((value) => client.query<{ next: number }>(text, [value])),
    );
    expect(answers.map(({ rows }) => rows[0]!.next)).toEqual([2, 3, 4]);
    expect(await preparedOf(text)).toBe(1);
  });

  it("sends what is asked in one turn in one packet", async () => {
    let packets = 0;
    const { stream } = client.connection as unknown as { stream: import("node:net").Socket };
    const written = stream._writev!.bind(stream);
    stream._writev = (chunks, done) => {
      packets += 1;
      written(chunks, done);
    };
    await Promise.all([1, 2, 3].map((value) => client.query("SELECT $1::text", [value])));
    stream._writev = written;
    expect(packets).toBe(1);
  });

  it("goes on after a statement that failed, and after the most that it remembers", async () => {
    await expect(client.query("SELECT 1 / $1::integer", [0])).rejects.toMatchObject({ code: "22012" });
    for (let n = 0; n < 450; n += 1) await client.query(`SELECT $1::integer + ${n}`, [1]);
    const { rows } = await client.query<{ sum: number }>("SELECT $1::integer + 449 AS sum", [1]);
    expect(rows).toEqual([{ sum: 450 }]);
    expect(await preparedOf("SELECT $1::integer + 449 AS sum")).toBe(0);
  });

  it("tells no success of a COMMIT that kept nothing", async () => {
    await client.query("BEGIN");
    client.query("SELECT 1 / $1::integer", [0]).catch(() => undefined);
    await expect(client.query("COMMIT")).rejects.toMatchObject({ code: "40000" });
    await client.query("BEGIN");
    expect(await client.query("COMMIT")).toMatchObject({ command: "COMMIT" });
  });
});
