import pg from "pg";

/** What PostgreSQL says of a backup that was made while it worked. */
export interface StoppedBackup {
  readonly label: string;
  readonly startLsn: string;
  readonly stopLsn: string;
  readonly startedAt: Date;
  readonly stoppedAt: Date;
  readonly firstSegment: string;
  readonly lastSegment: string;
}

/**
 * Copies the data of a server that goes on working, by PostgreSQL's low-level API for base backups. A temporary slot has
 * the server keep its log from the start on, for as long as this connection is open: without it a checkpoint in the
 * midst of the copy could recycle what the copy needs to become whole.
 * @param copyData copies the data folder; runs between start and stop
 * @param copyLog copies the log between both, which is complete then
 */
export async function baseBackup(
  url: string,
  copyData: (dataFolder: string) => Promise<void>,
  copyLog: (dataFolder: string, backup: StoppedBackup) => Promise<void>,
): Promise<StoppedBackup> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "carrefour backup",
    // What a careless ALTER SYSTEM may have set must not break a copy off.
    options: "-c statement_timeout=0 -c idle_session_timeout=0",
  });
  let lost: Error | null = null;
  client.on("error", (error) => (lost = error));
  await client.connect();
  const one = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row> => {
    if (lost) throw lost;
    return (await client.query<Row>(sql, values)).rows[0] as Row;
  };
  try {
    const { folder } = await one<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
    await one("SELECT pg_create_physical_replication_slot($1, true, true)", [
      `carrefour_backup_${process.pid}`,
    ]);
    // A checkpoint at once: an operator waits.
    const { lsn: startLsn } = await one<{ lsn: string }>(
      "SELECT pg_backup_start('carrefour', true)::text AS lsn",
    );
    const { now: startedAt } = await one<{ now: Date }>("SELECT clock_timestamp() AS now");
    await copyData(folder);
    const { label, stop: stopLsn } = await one<{ label: string; stop: string }>(
      "SELECT labelfile AS label, lsn::text AS stop FROM pg_backup_stop(false)",
    );
    const { now: stoppedAt, segment } = await one<{ now: Date; segment: string }>(
      // One byte before: at the edge of a segment versions differ in which one they name.
      "SELECT clock_timestamp() AS now, pg_walfile_name($1::pg_lsn - 1) AS segment",
      [stopLsn],
    );
    const firstSegment = /^START WAL LOCATION: .* \(file ([0-9A-F]{24})\)$/m.exec(label)?.[1] ?? "";
    const stopped = { label, startLsn, stopLsn, startedAt, stoppedAt, firstSegment, lastSegment: segment };
    await copyLog(folder, stopped);
    return stopped;
  } finally {
    await client.end().catch(() => undefined);
  }
}
