import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { urlOf } from "./connection.js";
import { asEmbeddedDatabaseError, EmbeddedDatabaseError, noData } from "./errors.js";
import { readIfPresent } from "./durable-file.js";
import { locateData } from "./location.js";
import { requirePassword } from "./password.js";
import { readPostmasterFile } from "./postmaster-file.js";
import { startEmbeddedDatabase } from "./start.js";

/** The hub's own PostgreSQL, for as long as a command needs it. */
export interface VisitedDatabase {
  readonly url: string;
  /** Stops the server when it was started for the visit; a hub's goes on. */
  leave(): Promise<void>;
}

/**
 * Reaches the embedded database of a data directory from a command: the server of a hub that runs, else it is started
 * for the visit. Rejects with an EmbeddedDatabaseError only, also when there is no database yet: none is made.
 */
export async function visitEmbeddedDatabase(dataDir: string): Promise<VisitedDatabase> {
  if ((await readIfPresent(join(dataDir, "postgres-password"))) === null) throw noData(dataDir);
  try {
    const { url, stop } = await startEmbeddedDatabase({ dataDir });
    return { url, leave: stop };
  } catch (error) {
    const isHubRunning = error instanceof EmbeddedDatabaseError && error.code === "ALREADY_RUNNING";
    const url = isHubRunning ? await runningUrl(dataDir) : null;
    if (url === null) throw error;
    return { url, leave: () => Promise.resolve() };
  }
}

/** The address of the server that a running hub has; null while it is not ready. */
async function runningUrl(dataDir: string): Promise<string | null> {
  try {
    const folder = await realpath(dataDir);
    const { dataFolder } = await locateData(folder);
    const found = await readPostmasterFile(dataFolder);
    if (found?.state !== "ready") return null;
    return urlOf({ port: found.port, password: await requirePassword(folder) });
  } catch (error) {
    throw asEmbeddedDatabaseError(error);
  }
}
