import pg from "pg";
import type { TestHub } from "../harness/hub.js";

/** A table that nobody else can read. */
export interface HeldTable {
  release(): Promise<void>;
}

const holders: pg.Client[] = [];

/** Holds a table: whoever reads it waits, until it is released or the test is over. */
export async function hold({ database }: TestHub, table: string): Promise<HeldTable> {
  const holder = new pg.Client({ connectionString: database.address.url });
  await holder.connect();
  holders.push(holder);
  await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return { release: async () => void (await holder.query("ROLLBACK")) };
}

/** To be called after each test. */
export async function releaseAll(): Promise<void> {
  for (const holder of holders.splice(0)) await holder.end();
}

/** One that PostgreSQL works at. */
export interface Statement {
  readonly pid: number;
  readonly usename: string;
  readonly query: string;
}

/** What PostgreSQL works at for callers of the hub, as soon as it is so many statements, or what it is after a while. */
export async function statements(
  { database }: TestHub,
  count: number,
  withinMs: number,
): Promise<Statement[]> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await database.query<Statement>(
      `SELECT pid, usename, query FROM pg_stat_activity
       WHERE datname = current_database() AND usename LIKE 'hub%' AND usename <> current_user AND state <> 'idle'`,
    );
    if (found.length === count || Date.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Who reads what, from which table, by which account; the name in `{ name: … }` makes the question another one. */
export const readers = [
  ["the public", "user_committees_published.user_committee", "userCommittees { id }", undefined],
  ["a researcher", "partners_release.release", "releases { code }", "researcher"],
  ["a steward", "quality_indicators.submission", "submissions { id }", "steward:collect"],
] as const;
