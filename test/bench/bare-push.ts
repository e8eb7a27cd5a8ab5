import { randomUUID } from "node:crypto";
import pg from "pg";

type Row = Readonly<Record<string, unknown>>;

/** The rows that one push left, table by table, in the order in which they must be written. */
export type PushRows = readonly { readonly table: string; readonly rows: readonly Row[] }[];

const schema = "quality_indicators";
// What the database itself makes of an event: its place in the chain, and the hashes.
const audit =
  "chain, event, submission, revision, subject, actor, at, reason, vintage, before_hash, after_hash";

/** Reads what the pushes to a campaign left, as if they had been sent to another. */
export async function rowsOfPushes(client: pg.Client, campaign: string, other: string): Promise<PushRows[]> {
  const { rows: submissions } = await client.query<Row & { id: string; office: string }>(
    `SELECT * FROM ${schema}.submission WHERE campaign = $1`,
    [campaign],
  );
  const read = async (sql: string): Promise<Map<string, Row[]>> => {
    const { rows } = await client.query<Row & { place: string }>(sql, [campaign]);
    const places = new Map<string, Row[]>();
    for (const { place, ...row } of rows) places.set(place, [...(places.get(place) ?? []), row]);
    return places;
  };
  const of = `FROM ${schema}.submission JOIN ${schema}`;
  const revisions = await read(
    `SELECT id::text AS place, revision.* ${of}.submission_revision AS revision ON revision.submission = id WHERE campaign = $1`,
  );
  const entries = await read(
    `SELECT id::text AS place, entry.* FROM ${schema}.submission
     JOIN (SELECT ${audit} FROM ${schema}.audit_entry) AS entry ON entry.submission = id WHERE campaign = $1`,
  );
  const keys = await read(`SELECT office AS place, * FROM ${schema}.idempotency_key WHERE campaign = $1`);
  return submissions.map((submission) => {
    const id = randomUUID();
    const moved = (rows: readonly Row[] = [], member: Row): Row[] =>
      rows.map((row) => ({ ...row, ...member }));
    return [
      { table: "submission", rows: [{ ...submission, id, campaign: other }] },
      { table: "submission_revision", rows: moved(revisions.get(submission.id), { submission: id }) },
      { table: "audit_entry", rows: moved(entries.get(submission.id), { submission: id }) },
      { table: "idempotency_key", rows: moved(keys.get(submission.office), { campaign: other }) },
    ];
  });
}

/** Writes them by bare SQL: one transaction a push, one prepared multi-row INSERT a table; gives the seconds it took. */
export async function pushBare(
  databaseUrl: string,
  pushes: readonly PushRows[],
  connections: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const waiting = pushes.map((push) => push.map(({ table, rows }) => insertionOf(table, rows)));
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await client.query("BEGIN");
        for (const insertion of next) await client.query(insertion);
        await client.query("COMMIT");
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return seconds;
}

function insertionOf(table: string, rows: readonly Row[]): pg.QueryConfig {
  const columns = Object.keys(rows[0] ?? {});
  const places = rows.map(
    (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join()})`,
  );
  return {
    name: `${table}-${rows.length}`,
    text: `INSERT INTO ${schema}.${table} (${columns.join()}) VALUES ${places.join()}`,
    values: rows.flatMap((row) => columns.map((column) => asParameter(row[column]))),
  };
}

// Columns of JSON come as values; the driver takes an array for one of PostgreSQL's own.
const asParameter = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;
