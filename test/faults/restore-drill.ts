import { execFileSync } from "node:child_process";
import { chmod, chown, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { until } from "./arena.js";
import type { Ledger } from "./ledger.js";
import { PostgresServer } from "./postgres-server.js";
import type { Verdict } from "./verdict.js";
import { verifyTables } from "./verify.js";
import type { Writers } from "./writers.js";

// Nothing is under way so long before and after the chosen instant: a clock's last digits decide nothing.
const quietMs = 250;

/** Base backup while writers push, their log kept as it is filled, and a restore to one instant between two pushes. */
export class RestoreDrill {
  readonly #logs: string;
  readonly #backup: string;
  #instant = "";
  #told: Ledger | null = null;

  constructor(private readonly folder: string) {
    this.#logs = join(folder, "write-ahead-log");
    this.#backup = join(folder, "base-backup");
  }

  /** What PostgreSQL must be started with; the folder of the logs is made here, for its account to write in. */
  async settings(): Promise<Record<string, string>> {
    await mkdir(this.#logs);
    await chmod(this.#logs, 0o777);
    return {
      archive_mode: "on",
      archive_command: `test ! -f "${this.#logs}/%f" && cp "%p" "${this.#logs}/%f.part" && mv "${this.#logs}/%f.part" "${this.#logs}/%f"`,
    };
  }

  /** Copies the data folder while the server goes on. */
  async takeBackup(server: PostgresServer): Promise<void> {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      await client.query("SELECT pg_backup_start('drill', true)");
      await mkdir(this.#backup);
      copyFolder(server.dataDir, this.#backup);
      const { rows } = await client.query<{ labelfile: string }>(
        "SELECT labelfile FROM pg_backup_stop(true)",
      );
      const data = join(this.#backup, "postgres");
      await writeFile(join(data, "backup_label"), rows[0]?.labelfile ?? "");
      await rm(join(data, "postmaster.pid"), { force: true });
      await rm(join(this.#backup, "hub.pid"), { force: true });
    } finally {
      await client.end();
    }
  }

  /** Chooses the instant: every push told by then is answered, every later one not yet sent. */
  async chooseInstant(server: PostgresServer, writers: Writers, ledger: Ledger): Promise<void> {
    await writers.rest();
    await pause(quietMs);
    const [row] = await server.query<{ now: string }>("SELECT clock_timestamp()::text AS now");
    this.#instant = row?.now ?? "";
    this.#told = ledger.copy();
    await pause(quietMs);
    writers.goOn();
  }

  /** Restores the backup and the log up to the instant, and compares it with what had been told by then. */
  async restore(server: PostgresServer, campaign: string, ledger: Ledger): Promise<Verdict> {
    const [row] = await server.query<{ file: string }>("SELECT pg_walfile_name(pg_switch_wal()) AS file");
    const isKept = await until(async () => {
      const [archiver] = await server.query<{ file: string | null }>(
        "SELECT last_archived_wal AS file FROM pg_stat_archiver",
      );
      return (archiver?.file ?? "") >= (row?.file ?? "");
    }, 60_000);
    if (!isKept || this.#told === null) return { law: drillLaw, breaches: ["the log was not kept"] };
    const restored = new PostgresServer(this.#backup);
    restored.configure({
      archive_mode: "off",
      restore_command: `cp "${this.#logs}/%f" "%p"`,
      recovery_target_time: this.#instant,
      recovery_target_action: "promote",
    });
    const data = join(this.#backup, "postgres");
    await writeFile(join(data, "recovery.signal"), "");
    const { uid, gid } = await stat(data);
    for (const made of ["recovery.signal", "backup_label"]) await chown(join(data, made), uid, gid);
    await restored.start();
    try {
      await until(
        async () =>
          (await restored.query<{ is: boolean }>("SELECT pg_is_in_recovery() AS is"))[0]?.is === false,
        30_000,
      );
      const verdicts = await verifyTables(restored, campaign, this.#told);
      const later = ledger.acknowledged.length - this.#told.acknowledged.length;
      return {
        law: `${drillLaw}: ${this.#told.acknowledged.length} acknowledged by then, ${later} later`,
        breaches: [
          ...(later > 0 && this.#told.acknowledged.length > 0 ? [] : ["the instant divides nothing"]),
          ...verdicts.flatMap(({ law, breaches }) => breaches.map((breach) => `${law}: ${breach}`)),
        ],
      };
    } finally {
      await restored.stop();
    }
  }
}

const drillLaw = "a restore to an instant holds exactly what was acknowledged by then";

// A file that changes or goes while it is copied is mended by the log: that is what the backup's label is for.
function copyFolder(from: string, to: string): void {
  try {
    execFileSync("cp", ["-a", `${from}/.`, to], { stdio: "ignore" });
  } catch {
    // cp says so when a file went away under it.
  }
}
