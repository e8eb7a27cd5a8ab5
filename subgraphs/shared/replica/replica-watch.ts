import pg from "pg";
import { type DatabaseAddress, urlOfRole } from "../database-address.js";
import { clientWithPasswordOf, withPasswordInUse } from "../secrets/renewed-password.js";
import { ReplicaRule } from "./replica-rule.js";

/** What became of a replica: it serves, it is too far behind to, or nothing good comes from it. */
export type ReplicaState = "serves" | "behind" | "away";
export type ReplicaTold = (state: ReplicaState, error: unknown) => void;

// While somebody reads: how often the two are asked where they stand, and how often when a change is waited for.
const usualPauseMs = 200;
const shortPauseMs = 40;
// What does not answer within this long is away, and asked again later.
const longestAnswerMs = 1_000;
const pauseWhenAwayMs = 2_000;

const writtenSql = `SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::text AS position, system_identifier::text AS server
  FROM pg_control_system()`;
const replayedSql = `SELECT (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::text AS position, system_identifier::text AS server
  FROM pg_control_system() WHERE pg_is_in_recovery()`;

/** The replica went away while something was read there. */
export class ReplicaGone extends Error {}

interface Position {
  readonly position: string | null;
  readonly server: string;
}

/** Asks primary and replica now and again how far they are, as long as somebody reads. */
export class ReplicaWatch {
  readonly rule: ReplicaRule;
  readonly #primary: PositionOf;
  readonly #replica: PositionOf;
  #timer: NodeJS.Timeout | null = null;
  #underWay: Promise<void> = Promise.resolve();
  #reading = 0;
  #isRead = false;
  #isClosed = false;
  #isOut = false;
  #told: ReplicaState = "serves";
  #gone = withResolvers();

  constructor(
    primary: DatabaseAddress,
    replica: DatabaseAddress,
    mostLagMs: number,
    private readonly onTold: ReplicaTold,
  ) {
    this.rule = new ReplicaRule(mostLagMs);
    this.#primary = positionOf(primary, writtenSql);
    this.#replica = positionOf(replica, replayedSql);
  }

  /** True when a reader may be served by the replica at this moment. */
  maySee(): boolean {
    this.#isRead = true;
    if (this.#timer === null && !this.#isClosed) this.#askIn(0);
    return this.rule.maySee(performance.now());
  }

  /** Waits for what is read on the replica; throws ReplicaGone when it goes away meanwhile. */
  async whileThere<Result>(read: () => Promise<Result>): Promise<Result> {
    this.#reading += 1;
    try {
      return await Promise.race([read(), this.#gone.promise]);
    } finally {
      this.#reading -= 1;
    }
  }

  /** A reader was given no answer: the replica is out until it answers again. */
  failed(error: unknown): void {
    this.rule.forget();
    this.#isOut = true;
    this.#tell("away", error);
    const gone = this.#gone;
    this.#gone = withResolvers();
    gone.reject(new ReplicaGone());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#underWay;
    await Promise.all([this.#primary.close(), this.#replica.close()]);
  }

  #askIn(ms: number): void {
    this.#timer = setTimeout(() => (this.#underWay = this.#ask()), ms);
    this.#timer.unref();
  }

  async #ask(): Promise<void> {
    this.#isRead = false;
    let pause = pauseWhenAwayMs;
    try {
      if (await this.#learn()) {
        this.#isOut = false;
        this.#tell(this.rule.isBehind(performance.now()) ? "behind" : "serves", null);
        pause = this.rule.isAwaited ? shortPauseMs : usualPauseMs;
      }
    } catch (error) {
      if (!this.#isClosed) this.failed(error);
    }
    this.#timer = null;
    // Nobody read: the next reader has it asked again.
    if (!this.#isClosed && (this.#isRead || this.#reading > 0 || this.#isOut)) this.#askIn(pause);
  }

  /** False when the primary does not tell: that is no word against the replica, but what is known of it grows old. */
  async #learn(): Promise<boolean> {
    const askedAt = performance.now();
    const written = await this.#primary.ask().catch(() => undefined);
    if (!written?.position) return false;
    const replayed = await this.#replica.ask();
    if (!replayed?.position || replayed.server !== written.server)
      throw new Error("DATABASE_REPLICA_URL: not a streaming replica of the server of DATABASE_URL");
    this.rule.learned({
      askedAt,
      written: BigInt(written.position),
      replayed: BigInt(replayed.position),
    });
    return true;
  }

  #tell(state: ReplicaState, error: unknown): void {
    if (state === this.#told) return;
    this.#told = state;
    this.onTold(state, error);
  }
}

interface PositionOf {
  ask(): Promise<Position | undefined>;
  close(): Promise<void>;
}

/** One connection to ask by, beside the pools: these may all be busy. */
function positionOf(address: DatabaseAddress, sql: string): PositionOf {
  const pool = new pg.Pool({
    connectionString: urlOfRole(address, "hub_public"),
    Client: clientWithPasswordOf(address, "hub_public"),
    application_name: "carrefour replica watch",
    max: 1,
    connectionTimeoutMillis: longestAnswerMs,
    query_timeout: longestAnswerMs,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody asks: the next question makes another.
  pool.on("error", () => undefined);
  return {
    ask: () => withPasswordInUse(address, async () => (await pool.query<Position>(sql)).rows[0]),
    close: () => pool.end(),
  };
}

interface Resolvers {
  readonly promise: Promise<never>;
  readonly reject: (reason: unknown) => void;
}

function withResolvers(): Resolvers {
  let reject: Resolvers["reject"] = () => undefined;
  const promise = new Promise<never>((_, refuse) => (reject = refuse));
  // Often nobody waits.
  promise.catch(() => undefined);
  return { promise, reject };
}
