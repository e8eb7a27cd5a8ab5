import cluster, { type Worker } from "node:cluster";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { StartError } from "../../subgraphs/index.js";
import { CountSums } from "./counted-together.js";
import { DownloadSums } from "./downloads-together.js";
import { lostConnectionOf } from "./lost-connection.js";
import { type Beginning, type FromWorker, ownMessage, type ToWorker } from "./messages.js";

// A worker that lived as long as this died of something new; sooner, of what will kill the next one too.
const longLivedMs = 30_000;
const firstPauseMs = 100;
const longestPauseMs = 10_000;
// A drain has an end of its own; what is left so long after it hangs.
const hangsAfterMs = 15_000;

/** What a worker tells when it listens. */
export type Ready = Extract<FromWorker, { kind: "ready" }>;

/** The workers of a hub: forked, told to begin, replaced when they die, told to end. */
export class WorkerGroup {
  readonly #counts = new CountSums();
  readonly #downloads = new DownloadSums<Worker>();
  #isClosing = false;
  #earlyDeaths = 0;
  #replacing: NodeJS.Timeout[] = [];
  readonly #first: Promise<Ready>[];

  /** Forks the workers at once, so that they load their modules while `beginning` comes about. */
  constructor(
    program: string,
    count: number,
    private readonly beginning: Promise<Beginning>,
    private readonly log: Logger,
  ) {
    beginning.catch(() => undefined);
    cluster.setupPrimary({ exec: program });
    // Connections in turn: left to the system, most go to one process.
    cluster.schedulingPolicy = cluster.SCHED_RR;
    this.#first = Array.from({ length: count }, () => this.#fork());
    for (const ready of this.#first) ready.catch(() => undefined);
  }

  /** Waits until every worker listens; rejects with what the first one that could not said. */
  async ready(): Promise<Ready> {
    const told = await Promise.all(this.#first);
    return told[0]!;
  }

  tell(message: ToWorker): void {
    for (const worker of this.#living()) send(worker, message);
  }

  /** Has every worker finish what it began, then waits for their ends. */
  async close(isGentle: boolean, longestDrainMs: number): Promise<void> {
    this.#isClosing = true;
    this.#replacing.forEach(clearTimeout);
    this.tell({ kind: "drain", isGentle });
    const deadline = Date.now() + longestDrainMs + hangsAfterMs;
    while (this.#living().length > 0) {
      if (Date.now() > deadline) for (const worker of this.#living()) worker.process.kill("SIGKILL");
      await pause(10);
    }
  }

  #living = (): Worker[] =>
    Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker !== undefined);

  #fork(): Promise<Ready> {
    const worker = cluster.fork();
    const closeLostConnection = lostConnectionOf(worker);
    const bornAt = performance.now();
    return new Promise<Ready>((resolve, reject) => {
      let isReady = false;
      worker.on("message", (said: unknown) => {
        const message = ownMessage<FromWorker>(said);
        if (message?.kind === "ready") {
          isReady = true;
          resolve(message);
        } else if (message?.kind === "failed")
          reject(new StartError(message.code, message.french, message.english));
        else if (message) void this.#answer(worker, message);
      });
      // A worker whose channel broke is about to end; its exit says how.
      worker.on("error", (error) => this.log.warn({ err: error, worker: worker.process.pid }, "worker"));
      worker.once("exit", (code, signal) => {
        closeLostConnection();
        this.#downloads.forget(worker);
        reject(new Error(`a worker ended before it listened (${signal ?? code})`));
        if (this.#isClosing) return;
        this.log.error({ worker: worker.process.pid, code, signal, isReady }, "a worker died");
        this.#replace(performance.now() - bornAt);
      });
    });
  }

  #replace(livedMs: number): void {
    this.#earlyDeaths = livedMs > longLivedMs ? 0 : this.#earlyDeaths + 1;
    const waitMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, this.#earlyDeaths - 1));
    const timer = setTimeout(() => {
      this.#replacing = this.#replacing.filter((waiting) => waiting !== timer);
      this.#fork().then(
        () => this.log.info("a worker took the place of the one that died"),
        (error: unknown) => this.log.error({ err: error }, "a worker could not take a place"),
      );
    }, waitMs);
    this.#replacing.push(timer);
  }

  async #answer(worker: Worker, message: FromWorker): Promise<void> {
    switch (message.kind) {
      case "awaiting": {
        const beginning = this.#isClosing ? null : await this.beginning.catch(() => null);
        // It has not heard what was said while it loaded its modules.
        if (this.#isClosing) return send(worker, { kind: "drain", isGentle: false });
        if (beginning) send(worker, beginning);
        return;
      }
      case "counted":
        return send(worker, { kind: "totals", totals: this.#counts.add(message.counted) });
      case "download": {
        const isGranted = this.#downloads.begin(worker, message.caller);
        return send(worker, { kind: "granted", id: message.id, isGranted });
      }
      case "downloadEnded":
        return this.#downloads.end(worker, message.caller);
    }
  }
}

// A worker that has just ended hears nothing any more.
function send(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}
