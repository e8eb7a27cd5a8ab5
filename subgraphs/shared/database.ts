import pg from "pg";
import { DataSource, type EntityManager, type Logger } from "typeorm";
import { type DatabaseAddress, type LoginRole, urlOfRole } from "./database-address.js";
import { SnakeCaseNaming } from "./naming.js";
import type { Audience } from "./principal.js";
import { clientWithPasswordOf, driverTurningFrom } from "./secrets/renewed-password.js";

// Days stay days: a calendar day turned into an instant would move with the server's time zone.
const calendarDayType = 1082;
pg.types.setTypeParser(calendarDayType, (day) => day);

// Their transactions send statements together that do not wait for each other's answers. A failed one fails all that
// follow it, and a COMMIT not preceded by every answer would end such a transaction in silence: each is waited for.
const writingRoles: ReadonlySet<LoginRole> = new Set(["hub_establishment", "hub_steward"]);

/*
 * How long PostgreSQL works or waits for a transaction of ours; what takes longer is given up and told to the caller.
 *
 *   a statement   the longest of the hub's own, the rows of a whole vintage, takes seconds
 *   a lock        a push waits for the one before it, a publication for the chain of the hub: shorter than a statement, so
 *                 that a wait is told as a wait
 *   idle          between two statements the hub computes for a second at most; a hub that was stopped or cut off must not
 *                 keep others waiting for its locks
 */
const limits = {
  statement_timeout: 30_000,
  lock_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
};

/** Called with each statement sent; tests count them, metrics too. */
export type StatementObserver = (sql: string) => void;

/** The pools of one subgraph: one a kind of caller, opened on first use. */
export class SubgraphDatabase {
  readonly #pools = new Map<LoginRole, Promise<DataSource>>();
  #observer: StatementObserver | null = null;

  constructor(
    readonly address: DatabaseAddress,
    private readonly entities: readonly (new () => object)[],
    private readonly poolSize = 8,
  ) {}

  /** Reads of published rows, for every caller; the role behind it can read nothing else. */
  async published(): Promise<EntityManager> {
    return (await this.poolOf("hub_public")).manager;
  }

  /** The pool of one kind of caller. Only tenancy asks for it: bare, it sees no protected row. */
  poolOfAudience(audience: Audience): Promise<DataSource> {
    return this.poolOf(`hub_${audience}`);
  }

  /** Has every statement from now on told to an observer; null stops that. */
  observe(observer: StatementObserver | null): void {
    this.#observer = observer;
  }

  /** True when the server answers. */
  async isReady(): Promise<boolean> {
    try {
      await (await this.published()).query("SELECT 1");
      return true;
    } catch {
      return false;
    }
  }

  /** Ends every pool. */
  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#pools.values());
    this.#pools.clear();
    await Promise.all(opened.map((pool) => (pool.status === "fulfilled" ? pool.value.destroy() : undefined)));
  }

  private poolOf(role: LoginRole): Promise<DataSource> {
    const existing = this.#pools.get(role);
    if (existing) return existing;
    const opening = new DataSource({
      type: "postgres",
      url: urlOfRole(this.address, role),
      entities: [...this.entities],
      namingStrategy: new SnakeCaseNaming(),
      poolSize: role === "hub_establishment" ? 2 * this.poolSize : this.poolSize,
      synchronize: false,
      logging: ["query"],
      logger: observing((sql) => this.#observer?.(sql)),
      connectTimeoutMS: 5_000,
      extra: {
        ...limits,
        // pg_stat_activity and the server's log then tell for whom a connection works.
        application_name: `carrefour ${role}`,
        pipeline: writingRoles.has(role),
        Client: clientWithPasswordOf(this.address, role),
      },
      driver: driverTurningFrom(this.address),
    }).initialize();
    this.#pools.set(role, opening);
    opening.catch(() => this.#pools.delete(role));
    return opening;
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
