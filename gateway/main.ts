import { createServer } from "node:net";
import { seedSubgraph } from "../seeds/seed.js";
import {
  type EmbeddedDatabase,
  EmbeddedDatabaseError,
  forgetHubAddress,
  readHubAddress,
  startEmbeddedDatabase,
  StartError,
  systemClock,
  writeHubAddress,
} from "../subgraphs/index.js";
import { type Config, needsDatabase, readConfig } from "./config.js";
import { type Hub, portBusy, startHub } from "./hub.js";
import { logFile, openLog } from "./operations/logs.js";
import { startTable, terminalTexts } from "./start-table.js";

// Nothing of this hub reports to Apollo.
// eslint-disable-next-line no-restricted-properties -- written, not read: the gateway package reads it
process.env.APOLLO_TELEMETRY_DISABLED = "1";

/** Starts the hub: configuration → database → subgraphs → gateway → listen. */
async function main(): Promise<void> {
  const config = readConfig();
  const told = terminalTexts(config.language);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  await refuseBusyPort(config);
  const log = openLog({ to: config.logTo, level: config.logLevel, dataDir: config.dataDir });

  let database: EmbeddedDatabase | null = null;
  let hub: Hub | null = null;
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      say(told.stopping);
      try {
        await hub?.close();
      } finally {
        await database?.stop();
      }
      await forgetHubAddress(config.dataDir);
      say(told.stopped);
    })());
  // From the first moment on: a start that is broken off must not leave PostgreSQL behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void stop().then(() => process.exit(0), fail));
  }

  try {
    if (config.databaseUrl === null && needsDatabase(config)) {
      say(`· ${told.steps.database}…`);
      database = await startEmbeddedDatabase({ dataDir: config.dataDir });
    }
    if (stopping) return await database?.stop();
    hub = await startHub({
      config,
      databaseUrlOf: (name) => config.databaseUrlOf(name) ?? database?.url ?? "",
      seed: (subgraph, address) => seedSubgraph(subgraph, address, config.seed, systemClock()),
      log,
      onProgress: (step) => say(`· ${told.steps[step]}…`),
    });
    await writeHubAddress(config.dataDir, hub.address);
  } catch (error) {
    await database?.stop();
    if (stopping) return;
    throw error;
  }
  if (stopping) return hub.close();
  say(
    startTable(config, {
      address: hub.address,
      journal: config.logTo === "file" ? logFile(config.dataDir) : null,
      isDemonstration: hub.isDemonstration,
      hasTokens: config.issuer === null,
    }),
  );
  log.info({ address: hub.address, seed: config.seed }, "ready");
}

// Asked before anything starts, so that a busy port leaves nothing half-started.
async function refuseBusyPort(config: Config): Promise<void> {
  if (config.port === 0 || (await isPortFree(config))) return;
  const running = await readHubAddress(config.dataDir);
  if (running === null) throw portBusy(config.port);
  throw new StartError(
    "ALREADY_RUNNING",
    `Un carrefour tourne déjà à ${running.address} (processus ${running.pid}). Arrêtez-le d'abord, ou donnez un autre PORT et un autre HUB_DATA_DIR.`,
    `A hub already runs at ${running.address} (process ${running.pid}). Stop it first, or give another PORT and another HUB_DATA_DIR.`,
  );
}

const isPortFree = ({ host, port }: Config): Promise<boolean> =>
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
