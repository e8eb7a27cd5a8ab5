import { mkdir, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuseUnfinishedRestore } from "./backup/unfinished-restore.js";
import { findBinaries, runnableBinaries } from "./binaries.js";
import { hasCluster, initialiseCluster, wipeUnfinished } from "./cluster.js";
import { connectionsAllowed, ensureDatabase, urlOf } from "./connection.js";
import { asEmbeddedDatabaseError } from "./errors.js";
import { forgetHubAddress } from "./hub-address.js";
import { takeHubLock, type HubLock } from "./hub-lock.js";
import { locateData, systemFolder } from "./location.js";
import { ensurePassword, requirePassword } from "./password.js";
import { adoptOrLaunch, stopServer } from "./server.js";

/** What a start is doing, in the order it happens. */
export type EmbeddedDatabaseStep = "prepare" | "initialise" | "start" | "adopt";

/** Where and how to run the embedded database. */
export interface EmbeddedDatabaseOptions {
  /** HUB_DATA_DIR; made when absent. Deleting it begins anew. */
  dataDir: string;
  /** How many connections its processes may open in all; a server found running with fewer is started anew. */
  maxConnections?: number;
  /** False only in tests: faster, and a power cut may lose or corrupt data. */
  durable?: boolean;
  /** Told once when a step begins. */
  onProgress?: (step: EmbeddedDatabaseStep) => void;
}

/** A PostgreSQL server that answers. */
export interface EmbeddedDatabase {
  /** postgres://hub_admin:<password>@127.0.0.1:<port>/carrefour */
  url: string;
  /** The data were made by this start. */
  firstStart: boolean;
  /** A server left running by a killed hub was taken over. */
  adopted: boolean;
  /** A crash was put right: PostgreSQL recovered, or an initdb killed half-way was done again. */
  mended: boolean;
  /** Stops the server and gives the data directory back; a second call waits for the first. */
  stop(): Promise<void>;
}

/** Starts (or finds again, or mends) the hub's own PostgreSQL. Rejects with an EmbeddedDatabaseError only. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  try {
    await mkdir(options.dataDir, { recursive: true });
    const dataDir = await realpath(options.dataDir);
    const lock = await takeHubLock(dataDir);
    try {
      await refuseUnfinishedRestore(dataDir);
      return await startUnderLock({ ...options, dataDir }, lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw asEmbeddedDatabaseError(error);
  }
}

/** Starts what a restore has put in place, under the lock that the restore holds. */
export async function startRestored(
  options: EmbeddedDatabaseOptions,
  { confirm }: Pick<HubLock, "confirm">,
): Promise<EmbeddedDatabase> {
  return startUnderLock(options, { confirm, release: () => Promise.resolve() }).catch((error: unknown) => {
    throw asEmbeddedDatabaseError(error);
  });
}

// Five subgraphs of four pools of up to ten, and room for the tools of the operator.
const usualConnections = 250;

async function startUnderLock(
  {
    dataDir,
    maxConnections = usualConnections,
    durable = true,
    onProgress = () => undefined,
  }: EmbeddedDatabaseOptions,
  lock: HubLock,
): Promise<EmbeddedDatabase> {
  onProgress("prepare");
  const location = await locateData(dataDir);
  const openFolders = location.account === null ? [dataDir] : [systemFolder, tmpdir()];
  const binaries = await runnableBinaries(await findBinaries(), location.account, openFolders);
  const redone = await wipeUnfinished(location.dataFolder);
  const firstStart = !(await hasCluster(location.dataFolder, binaries.major));
  const password = await (firstStart ? ensurePassword(dataDir) : requirePassword(dataDir));
  if (firstStart) {
    onProgress("initialise");
    await initialiseCluster(location, binaries, password, durable);
  }
  const plan = { ...location, binaries, durable, maxConnections, logFile: join(dataDir, "postgres.log") };
  await lock.confirm();
  const report = onlyChanges(onProgress);
  let server = await adoptOrLaunch(plan, password, report);
  if (server.adopted && (await connectionsAllowed({ port: server.port, password })) < maxConnections) {
    await stopServer(server.identity);
    server = await adoptOrLaunch(plan, password, report);
  }
  const access = { port: server.port, password };
  try {
    await ensureDatabase(access);
  } catch (error) {
    await stopServer(server.identity);
    throw error;
  }
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    await stopServer(server.identity);
    await forgetHubAddress(dataDir);
    await lock.release();
  };
  return {
    url: urlOf(access),
    firstStart,
    adopted: server.adopted,
    mended: server.recovered || (firstStart && redone),
    stop: () => (stopping ??= stop()),
  };
}

/** A launch that is tried again is still the same step. */
function onlyChanges<Step>(report: (step: Step) => void): (step: Step) => void {
  let last: Step | null = null;
  return (step) => {
    if (step !== last) report(step);
    last = step;
  };
}
