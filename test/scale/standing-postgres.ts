import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import pg from "pg";
import type { ServerAccount } from "../../subgraphs/shared/embedded-database/run-as.js";
import { PostgresServer } from "../faults/postgres-server.js";
import { type ForeignProgram, findProgram } from "../harness/debian-program.js";

const major = "15";

/** Debian's PostgreSQL with pg_basebackup, which the packaged one of the hub does not bring. */
export const findPostgres = (folder: string): ForeignProgram =>
  findProgram(folder, {
    name: "pg_ctl",
    places: [`/usr/lib/postgresql/${major}/bin`],
    unpackedAt: `usr/lib/postgresql/${major}/bin/pg_ctl`,
    packages: [`postgresql-${major}`, `postgresql-client-${major}`, "libpq5", "libllvm14", "libz3-4"],
  });

export interface StandingOptions {
  readonly program: ForeignProgram;
  readonly account: ServerAccount;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** What its service is told in docker-compose.yml. */
  readonly environment: Readonly<Record<string, string>>;
  /** How its service is started there: `postgres …` or a script. */
  readonly command: readonly string[];
}

/** A PostgreSQL of Debian's that stands at a loopback address of its own, and can be hurt. */
export class StandingPostgres extends PostgresServer {
  #child: ChildProcess | null = null;
  #printed = "";

  constructor(
    dataDir: string,
    private readonly options: StandingOptions,
  ) {
    super(dataDir);
    mkdirSync(dataDir, { recursive: true });
    const { account } = options;
    if (account) chownSync(dataDir, account.uid, account.gid);
    chmodSync(dataDir, 0o755);
  }

  override get url(): string {
    return this.#urlOf(this.options.database);
  }

  /** Makes the cluster as the image does: one administrator, one database, everybody by password. */
  initialise(script: string): Promise<void> {
    const { user, password, database } = this.options;
    const secret = join(this.dataDir, "password");
    writeFileSync(secret, password);
    if (this.options.account) chownSync(secret, this.options.account.uid, this.options.account.gid);
    this.#run("initdb", [
      ...["--pgdata", this.dataFolder, "--username", user, "--pwfile", secret],
      ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8"],
    ]);
    writeFileSync(join(this.dataFolder, "pg_hba.conf"), "host all all all scram-sha-256\n");
    return this.start().then(async () => {
      // Over the network, as nobody is trusted here; the image runs the script over a socket.
      const connection = {
        PGHOST: this.options.host,
        PGPORT: String(this.options.port),
        PGPASSWORD: password,
      };
      this.#createDatabase(database, connection);
      this.#run("sh", [script], connection);
    });
  }

  override async start(): Promise<void> {
    const { host, port, command, account } = this.options;
    const [program = "", ...values] = command;
    const child = spawn(
      program === "postgres" ? join(this.#folder, program) : program,
      [...values, "-c", `listen_addresses=${host}`, "-c", `port=${port}`, "-c", "unix_socket_directories="],
      {
        cwd: "/",
        env: this.#environment,
        stdio: ["ignore", "pipe", "pipe"],
        ...(account ? { uid: account.uid, gid: account.gid } : {}),
      },
    );
    for (const stream of [child.stdout, child.stderr])
      stream?.on(
        "data",
        (chunk: Buffer) => (this.#printed = (this.#printed + chunk.toString()).slice(-4_000)),
      );
    this.#child = child;
    const deadline = Date.now() + 60_000;
    while (!(await this.answers())) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
        throw new Error(`PostgreSQL at ${host} does not answer; it said:\n${this.#printed}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** True when it takes questions, whether or not there is a database of the hub yet. */
  async answers(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.#urlOf("postgres"),
      connectionTimeoutMillis: 2_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT 1");
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  override async stop(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    await ended;
  }

  /** Waits until every process of a killed server is gone, then starts it. */
  override async startAgain(): Promise<void> {
    const child = this.#child;
    if (child !== null && child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once("exit", resolve));
    await this.start();
  }

  #urlOf(database: string): string {
    const { user, password, host, port } = this.options;
    return `postgres://${user}:${password}@${host}:${port}/${database}`;
  }

  get #folder(): string {
    return dirname(this.options.program.path);
  }

  get #environment(): Record<string, string> {
    const { environment, program } = this.options;
    return {
      ...environment,
      PGDATA: this.dataFolder,
      LC_ALL: "C.UTF-8",
      PATH: [this.#folder, "/usr/bin", "/bin"].join(delimiter),
      ...(program.libraries === null ? {} : { LD_LIBRARY_PATH: program.libraries }),
    };
  }

  #createDatabase(name: string, connection: Record<string, string>): void {
    this.#run(
      "createdb",
      ["--username", this.options.user, "--maintenance-db", "postgres", name],
      connection,
    );
  }

  #run(program: string, values: readonly string[], more: Record<string, string> = {}): void {
    const { account } = this.options;
    const path = program === "sh" ? program : join(this.#folder, program);
    execFileSync(path, values, {
      cwd: "/",
      env: { ...this.#environment, ...more },
      stdio: ["ignore", "ignore", "pipe"],
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
  }
}
