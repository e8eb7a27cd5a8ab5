import { availableParallelism } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ApartMessage, ApartTask } from "./apart-worker.js";

/** A function that may run apart: it takes and gives plain data, and may say how far it is. */
export type ApartFunction = (input: never, onProgress: (progress: unknown) => void) => unknown;

type ProgressOf<Work extends ApartFunction> = Parameters<Parameters<Work>[1]>[0];

/** What whoever waits may ask: to be told how far the work is, and to give it up. */
export interface ApartOptions<Progress> {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs the exported function `name` of a module in a thread of its own, so that requests are answered meanwhile.
 * Input, output and progress are copied: plain data only. An error comes back as an Error with its name, message, stack
 * and properties; a signal that aborts ends the thread and rejects with its reason. Past some threads, work waits its
 * turn.
 *
 * @example await runApart<typeof audit>(new URL("./audit.js", import.meta.url), "audit", table, { signal })
 */
export async function runApart<Work extends ApartFunction>(
  module: URL,
  name: string,
  input: Parameters<Work>[0],
  { onProgress, signal }: ApartOptions<ProgressOf<Work>> = {},
): Promise<Awaited<ReturnType<Work>>> {
  signal?.throwIfAborted();
  const turn = new Turn({ module: compiledOf(module.href), name, input }, (progress) =>
    onProgress?.(progress as ProgressOf<Work>),
  );
  const giveUp = (): void => turn.giveUp(signal?.reason);
  signal?.addEventListener("abort", giveUp);
  try {
    return (await turn.output) as Awaited<ReturnType<Work>>;
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}

/** How much work runs apart, and how much waits for its turn. */
export const apartWork = (): { readonly running: number; readonly waiting: number } => ({
  running: running.size,
  waiting: waiting.size,
});

/** Gives up all that runs apart, for a hub that stops; done when every thread has ended. */
export async function endApart(): Promise<void> {
  const turns = [...waiting, ...running];
  for (const turn of turns) turn.giveUp(new Error("given up: the hub stops"));
  await Promise.all(turns.map((turn) => turn.ended));
}

// Each thread has a heap of its own: more of them than processors would only take memory.
const mostAtOnce = Math.max(2, availableParallelism() - 1);
const waiting = new Set<Turn>();
const running = new Set<Turn>();

/** One piece of work, from its place in the queue to the end of its thread. */
class Turn {
  readonly output: Promise<unknown>;
  /** Done when no thread is left of it. */
  ended: Promise<unknown> = Promise.resolve();
  private settle: { resolve(output: unknown): void; reject(reason: unknown): void } | null = null;
  private worker: Worker | null = null;

  constructor(
    private readonly task: ApartTask,
    private readonly onProgress: (progress: unknown) => void,
  ) {
    this.output = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    waiting.add(this);
    startNext();
  }

  start(): void {
    waiting.delete(this);
    try {
      this.worker = new Worker(new URL(compiledOf(new URL("./apart-worker.js", import.meta.url).href)), {
        workerData: this.task,
      });
    } catch (error) {
      // What cannot be copied is told at once.
      this.settle?.reject(error);
      return;
    }
    running.add(this);
    const { worker, task, settle } = this;
    worker.on("message", (message: ApartMessage) => {
      if ("progress" in message) this.onProgress(message.progress);
      else if ("output" in message) settle?.resolve(message.output);
      else settle?.reject(Object.assign(new Error(message.failure.message), message.failure));
    });
    worker.on("error", (error) => settle?.reject(error));
    this.ended = new Promise<void>((resolve) =>
      worker.on("exit", (code) => {
        settle?.reject(new Error(`${task.name}: its thread ended (${code}) without an answer`));
        running.delete(this);
        resolve();
        startNext();
      }),
    );
  }

  giveUp(reason: unknown): void {
    waiting.delete(this);
    this.settle?.reject(reason);
    void this.worker?.terminate();
  }
}

function startNext(): void {
  for (const turn of waiting) {
    if (running.size >= mostAtOnce) return;
    turn.start();
  }
}

const here = fileURLToPath(import.meta.url);
const root = join(here, "..", "..", "..");
const isCompiled = here.includes(join(sep, "dist", "subgraphs", "shared", sep));

/** Where a module lies compiled: a test runs the sources, which a thread could not read. */
function compiledOf(module: string): string {
  if (isCompiled) return module;
  const path = relative(root, fileURLToPath(module)).replace(/\.ts$/, ".js");
  return pathToFileURL(join(root, "dist", path)).href;
}
