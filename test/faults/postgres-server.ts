import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "../../subgraphs/index.js";

/** A PostgreSQL of the run's own: the packaged programs, every write flushed, and processes that can be hurt. */
export class PostgresServer {
  #database: EmbeddedDatabase | null = null;
  #journalMark = 0;

  constructor(
    /** Holds the password and the data folder `postgres`. */
    readonly dataDir: string,
  ) {}

  get dataFolder(): string {
    return join(this.dataDir, "postgres");
  }

  get #journal(): string {
    return join(this.dataDir, "postgres.log");
  }

  /** The address of the database for its administrator. */
  get url(): string {
    if (this.#database === null) throw new Error("PostgreSQL was not started");
    return this.#database.url;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Adds settings for the next start. */
  configure(settings: Readonly<Record<string, string>>): void {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
    appendFileSync(join(this.dataFolder, "postgresql.auto.conf"), lines.join(""));
  }

  async start(): Promise<void> {
    this.#database = await startEmbeddedDatabase({ dataDir: this.dataDir });
  }

  async stop(): Promise<void> {
    await this.#database?.stop();
  }

  /** Ends postmaster and backends at once, with no chance to write another byte. */
  kill(): void {
    this.signal("SIGSTOP");
    send("SIGKILL", this.processes());
  }

  /** Sends every process of this server a signal, the postmaster first: stopped, it makes no new ones meanwhile. */
  signal(name: NodeJS.Signals): void {
    send(name, this.processes().slice(0, 1));
    send(name, this.processes().slice(1));
  }

  /** Starts again what was killed or gave up. */
  async startAgain(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** True while the postmaster lives. */
  isAlive(): boolean {
    return this.#postmaster() !== null;
  }

  /** The process ids of the server, the postmaster's first. */
  processes(): number[] {
    const postmaster = this.#postmaster();
    if (postmaster === null) return [];
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
    return [postmaster, ...children.split(" ").filter(Boolean).map(Number)];
  }

  #postmaster(): number | null {
    try {
      const [line = ""] = readFileSync(join(this.dataFolder, "postmaster.pid"), "utf8").split("\n");
      const [, name = "", state] =
        /\((.*)\) (\S)/.exec(readFileSync(`/proc/${Number(line)}/stat`, "utf8")) ?? [];
      return name.startsWith("postgres") && state !== "Z" ? Number(line) : null;
    } catch {
      return null;
    }
  }

  /** Remembers how far the journal is. */
  markJournal(): void {
    this.#journalMark = readFileSync(this.#journal).length;
  }

  /** True when the journal said something since it was marked. */
  hasSaid(words: RegExp): boolean {
    return words.test(readFileSync(this.#journal).subarray(this.#journalMark).toString());
  }

  /** Runs plain SQL as the superuser, past every policy. */
  async query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }
}

function send(name: NodeJS.Signals, processes: readonly number[]): void {
  for (const id of processes) {
    try {
      process.kill(id, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
