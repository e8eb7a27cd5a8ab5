import { setTimeout as pause } from "node:timers/promises";
import { servedDataFolder } from "./connection.js";
import { cannotStart, doesNotAnswer, errorCode } from "./errors.js";
import { launchServer, LaunchFailure, type LaunchPlan } from "./launch.js";
import { disownPostmasterFile, livingServer, readPostmasterFile } from "./postmaster-file.js";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.js";

/** A server that is ready, started now or found running. */
export interface RunningServer {
  identity: ProcessIdentity;
  port: number;
  adopted: boolean;
  /** An earlier server ended without closing its files: PostgreSQL has recovered. */
  recovered: boolean;
}

const remainsTimeoutMs = 10_000;
const startingTimeoutMs = 300_000;
const stopTimeoutMs = 30_000;
const refusedPassword = "28P01";

/** Adopts the server that already runs on the data folder, or starts one, mending what a killed one left. */
export async function adoptOrLaunch(
  plan: LaunchPlan,
  password: string,
  onProgress: (step: "start" | "adopt") => void,
): Promise<RunningServer> {
  const deadline = Date.now() + remainsTimeoutMs;
  let recovered = false;
  for (;;) {
    const found = await readPostmasterFile(plan.dataFolder);
    const living = found === null ? null : await livingServer(found, plan.dataFolder);
    if (living !== null) {
      onProgress("adopt");
      const port = await portWhenReady(living, plan.dataFolder, password);
      if (port !== null) return { identity: living, port, adopted: true, recovered: false };
      continue;
    }
    if (found !== null) {
      recovered = true;
      await disownPostmasterFile(found, plan.dataFolder);
    }
    onProgress("start");
    try {
      const { pid, port } = await launchServer(plan);
      const identity = (await identifyProcess(pid)) ?? { pid, startTime: null };
      return { identity, port, adopted: false, recovered };
    } catch (error) {
      if (!(error instanceof LaunchFailure)) throw error;
      if (!error.locked || Date.now() > deadline) throw cannotStart(error.message, error);
      await pause(100);
    }
  }
}

/** Waits until a living server is ready and proves that it serves our data; null when it ended meanwhile. */
async function portWhenReady(
  living: ProcessIdentity,
  dataFolder: string,
  password: string,
): Promise<number | null> {
  const startingDeadline = Date.now() + startingTimeoutMs;
  let answerDeadline: number | null = null;
  for (; await isRunning(living); await pause(50)) {
    const found = await readPostmasterFile(dataFolder);
    if (found?.pid !== living.pid) return null;
    if (found.state !== "ready") {
      if (Date.now() > startingDeadline) throw doesNotAnswer(living.pid, found.state);
      continue;
    }
    answerDeadline ??= Date.now() + remainsTimeoutMs;
    const answer = await servedDataFolder({ port: found.port, password }).catch((error: unknown) => {
      const isHopeless = errorCode(error) === refusedPassword || Date.now() > Number(answerDeadline);
      if (isHopeless) throw doesNotAnswer(living.pid, String(error));
      return null;
    });
    if (answer === dataFolder) return found.port;
    if (answer !== null) throw doesNotAnswer(living.pid, `data_directory = ${answer}`);
  }
  return null;
}

/** Stops a server, ours or adopted: a fast shutdown, which ends open transactions and closes the files. */
export async function stopServer(identity: ProcessIdentity): Promise<void> {
  const deadline = Date.now() + stopTimeoutMs;
  if (!(await signal(identity, "SIGINT"))) return;
  while (await isRunning(identity)) {
    if (Date.now() > deadline) await signal(identity, "SIGKILL");
    await pause(10);
  }
}

/** False when the process is already gone. */
async function signal(identity: ProcessIdentity, name: NodeJS.Signals): Promise<boolean> {
  if (!(await isRunning(identity))) return false;
  try {
    process.kill(identity.pid, name);
    return true;
  } catch (error) {
    if (errorCode(error) === "ESRCH") return false;
    throw error;
  }
}
