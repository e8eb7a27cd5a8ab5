import type { KeyObject } from "node:crypto";
import { type Clock, dayInToronto, endOfDayInToronto } from "./clock.js";
import type { DatabaseAddress } from "./database-address.js";

/** What a task is given. */
export interface TaskContext {
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  /** The key that signs for the hub; null: one derived from the secret of the roles. */
  readonly signingKey: KeyObject | null;
}

/** What a subgraph does by itself once a day has ended; run again it does nothing, and several processes may run it. */
export interface DailyTask {
  readonly name: string;
  run(context: TaskContext): Promise<void>;
}

/** Tasks that run until they are stopped. */
export interface RunningTasks {
  /** Waits for what is under way, but not long: a database that no longer answers must not hold up an end. */
  stop(): Promise<void>;
}

// After midnight the last requests of the day are given time to end; after a failure, or a sleep of the machine, the
// next try is not a day away.
const graceMs = 60_000;
const longestPauseMs = 3_600_000;
const longestEndMs = 5_000;

/** Runs tasks now and again after each midnight of America/Toronto; a failure is told and tried again. */
export function runDaily(
  tasks: readonly DailyTask[],
  context: TaskContext,
  onFailure: (error: unknown, task: string) => void,
): RunningTasks {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();

  async function runAll(): Promise<void> {
    for (const task of tasks) {
      if (isStopped) return;
      await task.run(context).catch((error: unknown) => onFailure(error, task.name));
    }
    if (isStopped) return;
    timer = setTimeout(() => (underWay = runAll()), pauseMs(context.clock()));
    timer.unref();
  }

  if (tasks.length > 0) underWay = runAll();
  return {
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await Promise.race([underWay, patience()]);
    },
  };
}

const patience = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longestEndMs).unref();
  });

const pauseMs = (now: Date): number =>
  Math.min(longestPauseMs, endOfDayInToronto(dayInToronto(now)).getTime() - now.getTime() + graceMs);
