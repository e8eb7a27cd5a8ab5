import pg from "pg";
import { DatabaseClient } from "./database-client.js";
import { tracedStatement } from "./operations/statement-trace.js";

// The hub's own statements are constant texts, some hundred of them; a query builder may write more.
const mostPrepared = 400;

const names = new Map<string, string>();

/** The name that a text is prepared under; undefined once too many are. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostPrepared) return known;
  const name = `hub_${names.size + 1}`;
  names.set(text, name);
  return name;
}

type Query = (this: pg.Client, first: unknown, ...others: unknown[]) => unknown;
const query = pg.Client.prototype.query as Query;

/**
 * A failed statement whose error nobody waited for turns COMMIT into ROLLBACK, which PostgreSQL tells as a success:
 * nothing was kept, so that it must not be acknowledged.
 */
async function commit(client: pg.Client): Promise<pg.QueryResult> {
  const result = (await query.call(client, "COMMIT")) as pg.QueryResult;
  if (result.command === "COMMIT") return result;
  throw Object.assign(new Error("the transaction was rolled back"), { code: transactionRollback });
}
const transactionRollback = "40000";

/**
 * A connection that has each statement parsed and planned once and runs it by its name from then on: behind row-level
 * policies, planning costs more than running. What is sent in one turn leaves in one packet.
 */
export class PreparingClient extends DatabaseClient {}
PreparingClient.prototype.query = function (this: pg.Client, asked: unknown, ...given: unknown[]) {
  const { stream } = this.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return tracedStatement(textOf(asked), given, (others) => {
    const [values] = others;
    if (asked === "COMMIT" && typeof others.at(-1) !== "function") return commit(this);
    if (isUnnamed(asked)) return query.call(this, { name: nameOf(asked.text), ...asked }, ...others);
    if (typeof asked !== "string" || !Array.isArray(values)) return query.call(this, asked, ...others);
    return query.call(this, { name: nameOf(asked), text: asked, values }, ...others.slice(1));
  });
} as never;

/** A statement with its values and options in one object, as `pg` takes it too. */
type Unnamed = Pick<pg.QueryConfig, "text" | "values">;

const isUnnamed = (asked: unknown): asked is Unnamed =>
  typeof asked === "object" &&
  asked !== null &&
  "text" in asked &&
  "values" in asked &&
  // What submits itself (a stream of rows) knows its own way.
  !("name" in asked || "submit" in asked);

const textOf = (asked: unknown): unknown =>
  typeof asked === "object" && asked !== null && "text" in asked ? asked.text : asked;
