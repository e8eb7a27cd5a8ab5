import pg from "pg";
import { DataSource, type EntityManager, type Logger } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { type ChangeNews, changesAt } from "./changes/changes.js";
import { hearingItself } from "./changes/own-changes.js";
import { type DatabaseAddress, type LoginRole, urlOfRole } from "./database-address.js";
import { SnakeCaseNaming } from "./naming.js";
import type { Audience } from "./principal.js";
import {
  type PublishedRead,
  type PublishedReader,
  Replica,
  type ReplicaSettings,
} from "./replica/replica.js";
import { rowsOn } from "./rows-statement.js";
import { clientWithPasswordOf, driverTurningFrom } from "./secrets/renewed-password.js";
import { type Wait, whileWaited } from "./wait.js";

// Days stay days: a calendar day turned into an instant would move with the server's time zone.
const calendarDayType = 1082;
pg.types.setTypeParser(calendarDayType, (day) => day);

// Their transactions send statements together that do not wait for each other's answers. A failed one fails all that
// follow it, and a COMMIT not preceded by every answer would end such a transaction in silence: each is waited for.
const writingRoles: ReadonlySet<LoginRole> = new Set(["hub_establishment", "hub_steward"]);

// The longest statement of the hub's own, the rows of a whole vintage, takes seconds.
const longStatementMs = 30_000;
// A wait for a lock is told as a wait, before the statement takes too long.
const longestLockMs = 15_000;
// So that the hub is the first to say that an operation took too long.
const marginMs = 1_000;

/*
 * How long PostgreSQL works or waits for a transaction of ours; what takes longer is given up and told to the caller.
 *
 *   a statement   as long as somebody may wait for it, an operation's time: what reads published rows. The others also
 *                 read files and write, which may outlast an operation
 *   a lock        a push waits for the one before it, a publication for the chain of the hub
 *   idle          between two statements the hub computes for a second at most; a hub that was stopped or cut off must not
 *                 keep others waiting for its locks
 */
function limitsOf(role: LoginRole, operationTimeoutMs: number): pg.ClientConfig {
  const operationMs = Math.ceil(operationTimeoutMs) + marginMs;
  const statementMs = role === "hub_public" ? operationMs : Math.max(operationMs, longStatementMs);
  return {
    statement_timeout: statementMs,
    lock_timeout: Math.min(longestLockMs, Math.ceil(statementMs / 2)),
    idle_in_transaction_session_timeout: 30_000,
  };
}

/*
 * What reads published rows has each statement planned once a connection, whatever values come with it: left to itself,
 * PostgreSQL plans the shortest ones anew at each run, which took it a seventh of a portal query. Compiling a plan pays
 * for reads of seconds, and there are none.
 */
const planning: Partial<Record<LoginRole, pg.ClientConfig>> = {
  hub_public: { options: "-c plan_cache_mode=force_generic_plan -c jit=off" },
};

// Opening one takes a dozen questions: who comes back within the minute finds it open, and its statements prepared.
const idleConnectionMs = 60_000;

/** How long an operation takes at most where nobody says so. */
const usualOperationMs = 30_000;

/** Called with each statement sent; tests count them, metrics too. */
export type StatementObserver = (sql: string) => void;

/** How one pool of connections stands. */
export interface PoolState {
  readonly role: string;
  readonly size: number;
  readonly idle: number;
  /** Operations that wait for a connection. */
  readonly waiting: number;
  readonly most: number;
}

/** The pools of one subgraph: one a kind of caller, opened on first use. */
export class SubgraphDatabase {
  readonly #pools = new Map<string, Promise<DataSource>>();
  readonly #opened = new Map<string, pg.Pool>();
  readonly #replica: Replica | null = null;
  #observer: StatementObserver | null = null;

  constructor(
    readonly address: DatabaseAddress,
    private readonly entities: readonly (new () => object)[],
    private readonly poolSize = 8,
    replica: ReplicaSettings | null | undefined = null,
    private readonly operationTimeoutMs = usualOperationMs,
  ) {
    if (replica)
      this.#replica = new Replica(address, replica, (place) =>
        this.poolOf("hub_public", place, "hub_public, replica"),
      );
  }

  /** Reads of published rows as of now, for every caller; the role behind it can read nothing else. */
  async published(): Promise<EntityManager> {
    return (await this.poolOf("hub_public")).manager;
  }

  /** Reads published rows, on the replica where that shows the reader all that it must see. */
  async readPublished<Result>(reader: PublishedReader, read: PublishedRead<Result>): Promise<Result> {
    const onPrimary = async (): Promise<Result> => read(await this.published());
    return this.#replica === null ? onPrimary() : this.#replica.read(reader, read, onPrimary);
  }

  /** As `readPublished`: the rows of one statement, each the values of its columns in their order. */
  readPublishedRows(reader: PublishedReader, text: string, values: readonly unknown[]): Promise<unknown[][]> {
    return this.readPublished(reader, async ({ connection }) => {
      this.#observer?.(text);
      const pool = (connection.driver as PostgresDriver).master as pg.Pool;
      return rowsOf(pool, text, values, reader.wait);
    });
  }

  /** Learns of changes: whoever reads later sees them. Told before anybody who keeps answers. */
  heard(news: ChangeNews): void {
    this.#replica?.heard(news);
  }

  /** The pool of one kind of caller. Only tenancy asks for it: bare, it sees no protected row. */
  poolOfAudience(audience: Audience): Promise<DataSource> {
    return this.poolOf(`hub_${audience}`);
  }

  /** Has every statement from now on told to an observer; null stops that. */
  observe(observer: StatementObserver | null): void {
    this.#observer = observer;
  }

  /** Asks the server for a sign of life; rejects when it does not answer. */
  async ping(): Promise<void> {
    await (await this.published()).query("SELECT 1");
  }

  /** True when the server answers. */
  isReady(): Promise<boolean> {
    return this.ping().then(
      () => true,
      () => false,
    );
  }

  /** How the pools that are open stand. */
  pools(): PoolState[] {
    return [...this.#opened].map(([role, pool]) => ({
      role,
      size: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      most: pool.options.max,
    }));
  }

  /** Ends every pool. */
  async close(): Promise<void> {
    await this.#replica?.close();
    const opened = await Promise.allSettled(this.#pools.values());
    this.#pools.clear();
    this.#opened.clear();
    await Promise.all(opened.map((pool) => (pool.status === "fulfilled" ? pool.value.destroy() : undefined)));
  }

  private clientOf(role: LoginRole): typeof pg.Client {
    const client = clientWithPasswordOf(this.address, role);
    return writingRoles.has(role)
      ? hearingItself(client, (topic) => changesAt(this.address).told(topic))
      : client;
  }

  private poolOf(
    role: LoginRole,
    address: DatabaseAddress = this.address,
    name: string = role,
  ): Promise<DataSource> {
    const existing = this.#pools.get(name);
    if (existing) return existing;
    const opening = new DataSource({
      type: "postgres",
      url: urlOfRole(address, role),
      entities: [...this.entities],
      namingStrategy: new SnakeCaseNaming(),
      poolSize: role === "hub_establishment" ? 2 * this.poolSize : this.poolSize,
      synchronize: false,
      logging: ["query"],
      logger: observing((sql) => this.#observer?.(sql)),
      connectTimeoutMS: 5_000,
      extra: {
        ...limitsOf(role, this.operationTimeoutMs),
        ...planning[role],
        // pg_stat_activity and the server's log then tell for whom a connection works.
        application_name: `carrefour ${role}`,
        pipeline: writingRoles.has(role),
        idleTimeoutMillis: idleConnectionMs,
        Client: this.clientOf(role),
      },
      driver: driverTurningFrom(address),
    }).initialize();
    this.#pools.set(name, opening);
    opening.then(
      ({ driver }) => this.#opened.set(name, (driver as PostgresDriver).master as pg.Pool),
      () => this.#pools.delete(name),
    );
    return opening;
  }
}

async function rowsOf(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[],
  wait: Wait | undefined,
): Promise<unknown[][]> {
  const client = await pool.connect();
  try {
    return await whileWaited(client, wait, () => rowsOn(client, text, values));
  } finally {
    client.release();
  }
}

const ignore = (): void => undefined;
const observing = (onQuery: StatementObserver): Logger => ({
  logQuery: (sql) => onQuery(sql),
  logQueryError: ignore,
  logQuerySlow: ignore,
  logSchemaBuild: ignore,
  logMigration: ignore,
  log: ignore,
});
