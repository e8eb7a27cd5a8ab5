import { once } from "node:events";
import { createServer } from "node:net";
import { seedSubgraph } from "../seeds/seed.js";
import {
  type EmbeddedDatabase,
  EmbeddedDatabaseError,
  forgetHubAddress,
  keepTickShape,
  openOperationsServer,
  operationsPortBusy,
  type OperationsServer,
  readHubAddress,
  startEmbeddedDatabase,
  StartError,
  stopOnSignals,
  type Stopping,
  systemClock,
  writeHubAddress,
} from "../subgraphs/index.js";
import { type Config, needsDatabase, readConfig } from "./config.js";
import { type Hub, portBusy, startHub } from "./hub.js";
import { logFile, openLog } from "./operations/logs.js";
import { startTable, terminalTexts } from "./start-table.js";
import { startWorkers } from "./workers/start-workers.js";
import { connectionsOf } from "./workers/worker-count.js";

// Nothing of this hub reports to Apollo.
// eslint-disable-next-line no-restricted-properties -- written, not read: the gateway package reads it
process.env.APOLLO_TELEMETRY_DISABLED = "1";

/** Starts the hub: configuration → database → subgraphs → gateway → listen. */
async function main(): Promise<void> {
  keepTickShape();
  const config = readConfig();
  const told = terminalTexts(config.language);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  await refuseBusyPorts(config);
  const log = openLog({ to: config.logTo, level: config.logLevel, dataDir: config.dataDir });

  let database: EmbeddedDatabase | null = null;
  let hub: Hub | null = null;
  let close: Hub["close"] | null = null;
  let closing: Promise<void> | undefined;
  let operations: OperationsServer | null = null;
  let isStopping = false;
  // As it is asked first: a start that finds itself stopped does not cut short a gentle end.
  const closeHub = (stopping?: Stopping): Promise<void> | undefined => (closing ??= close?.(stopping));
  const stop = async (stopping: Stopping): Promise<void> => {
    isStopping = true;
    say(told.stopping);
    try {
      await Promise.race([closeHub(stopping), once(stopping.atOnce, "abort")]);
      await operations?.close();
    } finally {
      await database?.stop();
    }
    await forgetHubAddress(config.dataDir);
    say(told.stopped);
  };
  // Of a terminal that is closed it says that nobody is there any more; elsewhere it asks to read again what changed.
  if (!process.stdout.isTTY) process.on("SIGHUP", () => void hub?.reload());
  // From the first moment on: a start that is broken off must not leave PostgreSQL behind.
  stopOnSignals(stop, fail);

  try {
    if (config.databaseUrl === null && needsDatabase(config)) {
      say(`· ${told.steps.database}…`);
      database = await startEmbeddedDatabase({
        dataDir: config.dataDir,
        maxConnections: connectionsOf(config.workers),
      });
    }
    if (isStopping) return await database?.stop();
    const start = config.workers === 1 ? startHub : startWorkers;
    hub = await start({
      config,
      databaseUrlOf: (name) => config.databaseUrlOf(name) ?? database?.url ?? "",
      seed: (subgraph, address) => seedSubgraph(subgraph, address, config.seed, systemClock()),
      log,
      onProgress: (step) => say(`· ${told.steps[step]}…`),
      onOpen: (how) => (close = how),
    });
    const { watchedAt } = config.operations;
    if (watchedAt) operations = await openOperationsServer(watchedAt, hub.watched);
    await writeHubAddress(config.dataDir, hub.address);
  } catch (error) {
    await closeHub();
    await database?.stop();
    if (isStopping) return;
    throw error;
  }
  if (isStopping) return closeHub();
  say(
    startTable(config, {
      address: hub.address,
      journal: config.logTo === "file" ? logFile(config.dataDir) : null,
      watchedAt: operations?.address ?? null,
      isDemonstration: hub.isDemonstration,
      hasTokens: config.issuer === null,
    }),
  );
  hub.warmUp().catch((error: unknown) => log.error({ err: error }, "not warmed up"));
  log.info({ address: hub.address, seed: config.seed }, "ready");
}

// Asked before anything starts, so that a busy port leaves nothing half-started.
async function refuseBusyPorts(config: Config): Promise<void> {
  const { watchedAt } = config.operations;
  if (await isPortFree(config)) {
    if (watchedAt && !(await isPortFree(watchedAt))) throw operationsPortBusy(watchedAt.port);
    return;
  }
  const running = await readHubAddress(config.dataDir);
  if (running === null) throw portBusy(config.port);
  throw new StartError(
    "ALREADY_RUNNING",
    `Un carrefour tourne déjà à ${running.address} (processus ${running.pid}). Arrêtez-le d'abord, ou donnez un autre PORT et un autre HUB_DATA_DIR.`,
    `A hub already runs at ${running.address} (process ${running.pid}). Stop it first, or give another PORT and another HUB_DATA_DIR.`,
  );
}

const isPortFree = ({ host, port }: { readonly host: string; readonly port: number }): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    probe.listen({ host, port }, () => probe.close(() => resolve(true)));
  });

function fail(error: unknown): void {
  const isTold = error instanceof StartError || error instanceof EmbeddedDatabaseError;
  process.stderr.write(`${isTold ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}

main().catch(fail);
