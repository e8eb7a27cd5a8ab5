import { fileURLToPath } from "node:url";
import { prepareSubgraph, type Stopping, subgraphs } from "../../subgraphs/index.js";
import type { Hub, HubOptions } from "../hub.js";
import { workersTogether } from "../operations/workers-together.js";
import { type IssuerSocket, openIssuerSocket } from "./issuer-socket.js";
import type { Beginning } from "./messages.js";
import { WorkerGroup } from "./worker-group.js";

// The compiled program beside this compiled file.
const workerProgram = fileURLToPath(new URL("./worker.js", import.meta.url));

/**
 * Starts a hub whose requests several processes answer on one port. This process prepares and seeds the database once,
 * keeps what must be in one place (the development issuer, the counts of callers) and serves no request itself.
 */
export async function startWorkers(options: HubOptions): Promise<Hub> {
  const { config, log } = options;
  options.onProgress?.("subgraphs");
  let begin!: (beginning: Beginning) => void;
  const beginning = new Promise<Beginning>((resolve) => (begin = resolve));
  const workers = new WorkerGroup(workerProgram, config.workers, beginning, log);
  let issuer: IssuerSocket | null = null;
  let address: string | null = null;
  const close = async ({ isGentle }: Pick<Stopping, "isGentle"> = { isGentle: false }): Promise<void> => {
    await workers.close(isGentle, config.operations.drainMs + config.guard.operationTimeoutMs);
    await issuer?.close();
  };
  // Each worker does it for itself.
  const warmUp = async (): Promise<void> => undefined;
  const reload = async (): Promise<void> => workers.tell({ kind: "reload" });
  try {
    await prepareAll(options);
    options.onProgress?.("gateway");
    if (config.issuer === null)
      issuer = await openIssuerSocket({ ...config, log, hubAddress: () => address });
    // One worker may be asked while another still starts.
    options.onOpen?.(close);
    begin({
      kind: "begin",
      databaseUrl: embeddedUrlOf(options),
      issuer: issuer && { issuer: issuer.issuer, keys: issuer.keys, socket: issuer.socket },
    });
    const ready = await workers.ready();
    address = ready.address;
    return {
      address,
      isDemonstration: ready.isDemonstration,
      watched: workersTogether(),
      reload,
      warmUp,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepareAll({ config, databaseUrlOf, seed }: HubOptions): Promise<void> {
  const here = subgraphs.filter(({ name }) => config.subgraphUrlOf(name) === null);
  const prepared = await Promise.allSettled(
    // The workers tell of a database that is ahead: each of them looks.
    here.map((subgraph) =>
      prepareSubgraph(subgraph, { address: config.addressOf(databaseUrlOf(subgraph.name)), seed }),
    ),
  );
  const failed = prepared.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

/** The server that the environment does not name; null when it names that of each subgraph here. */
function embeddedUrlOf({ config, databaseUrlOf }: HubOptions): string | null {
  const unnamed = subgraphs.find(
    ({ name }) => config.subgraphUrlOf(name) === null && config.databaseUrlOf(name) === null,
  );
  return unnamed ? databaseUrlOf(unnamed.name) : null;
}
