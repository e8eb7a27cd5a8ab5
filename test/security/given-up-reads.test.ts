import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";
import pg from "pg";
import { aHub, type Form, type TestHub } from "../harness/hub.js";

const hubs = new Map<Form, TestHub>();
const holders: pg.Client[] = [];
beforeAll(async () => {
  for (const form of ["in process", "over HTTP"] as const)
    hubs.set(form, await aHub(form, { OPERATION_TIMEOUT_SECONDS: "1" }));
}, 120_000);
afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.end();
});
afterAll(async () => {
  for (const hub of hubs.values()) await hub.close();
});

/** Holds a table: whoever reads it waits, until the test is over. */
async function hold({ database }: TestHub, table: string): Promise<pg.Client> {
  const holder = new pg.Client({ connectionString: database.address.url });
  await holder.connect();
  holders.push(holder);
  await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return holder;
}

/** Less than the time-out of a statement, a second after the operation's. */
const soonMs = 800;

/** What PostgreSQL works at for callers of the hub, as soon as it is so many statements, or what it is after a while. */
async function statements({ database }: TestHub, count: number): Promise<unknown[]> {
  const until = Date.now() + soonMs;
  for (;;) {
    const found = await database.query(
      `SELECT usename, state, query FROM pg_stat_activity
       WHERE datname = current_database() AND usename LIKE 'hub%' AND usename <> current_user AND state <> 'idle'`,
    );
    if (found.length === count || Date.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const readers = [
  ["the public", "user_committees_published.user_committee", "{ userCommittees { id } }", undefined],
  ["a researcher", "partners_release.release", "{ releases { code } }", "researcher"],
  ["a steward", "quality_indicators.submission", "{ submissions { id } }", "steward:collect"],
] as const;

it.each(
  (["in process", "over HTTP"] as const).flatMap((form) =>
    readers.map((reader) => [form, ...reader] as const),
  ),
)(
  "%s, what %s reads longer than an operation may take is not gone on with; what is asked next is answered",
  async (form, _, table, query, account) => {
    const hub = hubs.get(form)!;
    const ask = () => hub.ask(query, account === undefined ? {} : { account });
    await ask();
    const holder = await hold(hub, table);
    const asked = ask();
    expect(await statements(hub, 1)).toHaveLength(1);
    expect((await asked).errors).toMatchObject([{ extensions: { code: "OPERATION_TIMED_OUT" } }]);
    expect(await statements(hub, 0)).toEqual([]);
    await holder.query("ROLLBACK");
    expect((await ask()).errors).toBeUndefined();
  },
);
