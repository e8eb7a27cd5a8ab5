import { spawn, type ChildProcess } from "node:child_process";
import { open, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.js";
import type { DataLocation } from "./location.js";
import { readPostmasterFile } from "./postmaster-file.js";
import { spawnOptions } from "./run-as.js";

/** What a launch needs to know. */
export interface LaunchPlan extends DataLocation {
  binaries: Binaries;
  logFile: string;
  durable: boolean;
  maxConnections: number;
  /** Only tests choose another way than a random free port. */
  choosePort?: () => Promise<number>;
}

/** PostgreSQL ended instead of becoming ready; `locked` when it may succeed once the remains of another server are gone. */
export class LaunchFailure extends Error {
  constructor(
    message: string,
    readonly locked: boolean,
  ) {
    super(message);
  }
}

const portAttempts = 5;
const recoveryTimeoutMs = 300_000;

/** Starts `postgres` in a process group of its own, so that Ctrl-C reaches the hub only, and waits until it is ready. */
export async function launchServer(plan: LaunchPlan): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await (plan.choosePort ?? freePort)();
    const logStart = (await stat(plan.logFile).catch(() => null))?.size ?? 0;
    const child = await spawnServer(plan, port);
    if (await becomesReady(child, plan.dataFolder)) return { pid: child.pid ?? 0, port };
    const log = (await readFile(plan.logFile)).subarray(logStart).toString();
    // Somebody took the port between our choice and the server's start.
    if (/could not create any TCP\/IP sockets/.test(log) && attempt < portAttempts) continue;
    const locked = /lock file ".*" already exists|pre-existing shared memory block/.test(log);
    throw new LaunchFailure(fatalLineOf(log) ?? `${plan.logFile}`, locked);
  }
}

async function spawnServer(plan: LaunchPlan, port: number): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: plan.maxConnections,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // Neither rows (DETAIL) nor statements belong in a log.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    // Not synchronous_commit: without it a killed server, too, would lose acknowledged rows.
    ...(plan.durable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  const log = await open(plan.logFile, "a", 0o600);
  try {
    const child = spawn(
      plan.binaries.postgres,
      [
        "-D",
        plan.dataFolder,
        ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      { ...spawnOptions(plan.account), detached: true, stdio: ["ignore", log.fd, log.fd] },
    );
    await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** True when line 8 of postmaster.pid says so, false when the server has ended. */
async function becomesReady(child: ChildProcess, dataFolder: string): Promise<boolean> {
  const deadline = Date.now() + recoveryTimeoutMs;
  while (child.exitCode === null && child.signalCode === null) {
    const found = await readPostmasterFile(dataFolder);
    if (found?.pid === child.pid && found?.state === "ready") return true;
    if (Date.now() > deadline) child.kill("SIGINT");
    await pause(10);
  }
  return false;
}

const fatalLineOf = (log: string): string | undefined =>
  log.split("\n").find((line) => /(FATAL|PANIC):|error while loading/.test(line));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
