import { once } from "node:events";
import { seedSubgraph } from "../seeds/seed.js";
import {
  type EmbeddedDatabase,
  forgetHubAddress,
  keepTickShape,
  openOperationsServer,
  type OperationsServer,
  startEmbeddedDatabase,
  stopOnSignals,
  type Stopping,
  systemClock,
  writeHubAddress,
} from "../subgraphs/index.js";
import { type Config, needsDatabase } from "./config.js";
import { type Hub, startHub } from "./hub.js";
import { logFile, openLog } from "./operations/logs.js";
import { startTable, terminalTexts } from "./start-table.js";
import { startWorkers } from "./workers/start-workers.js";
import { connectionsOf } from "./workers/worker-count.js";

/** Starts the hub: database → subgraphs → gateway → listen. What goes wrong as it stops is told to `fail`. */
export async function serve(config: Config, fail: (error: unknown) => void): Promise<void> {
  keepTickShape();
  const told = terminalTexts(config.language);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
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
