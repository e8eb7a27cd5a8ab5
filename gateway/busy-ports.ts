import { createServer } from "node:net";
import { operationsPortBusy, readHubAddress, StartError } from "../subgraphs/offline.js";
import type { Config } from "./config.js";

/** Asked before anything starts, so that a busy port leaves nothing half-started. Throws StartError. */
export async function refuseBusyPorts(config: Config): Promise<void> {
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

/** Says that the port is taken, and what to do. */
export const portBusy = (port: number): StartError =>
  new StartError(
    "PORT_BUSY",
    `Le port ${port} est déjà pris par un autre programme. Fermez-le, ou donnez un autre port : PORT=${port + 10} OPERATIONS_PORT=${port + 11} npm start`,
    `Port ${port} is already used by another program. Close it, or give another port: PORT=${port + 10} OPERATIONS_PORT=${port + 11} npm start`,
  );
