import type { Executor } from "../supergraph/executor/index.js";
import type { RequestContext } from "../supergraph/request-context.js";
import type { OperationWatch } from "./operation-watch.js";

type Write = Executor<RequestContext>["write"];

/** Tells the watch of an operation how long its plan took and how long it ran. */
export interface ExecutorWatch {
  /** To be told by the executor of each plan as it is made. */
  readonly onPlanned: (ms: number) => void;
  /** Runs an operation under watch. */
  readonly watched: Write;
}

export interface WatchedExecution {
  readonly write: Write;
  /** Told whether a plan was kept or made. */
  readonly onPlan: (outcome: "hit" | "miss") => void;
}

/**
 * A plan is made before the first await of an execution, so that whose it is is known without telling the executor of
 * watches: it is that of the execution that is just beginning.
 */
export function watchExecutor({ write, onPlan }: WatchedExecution): ExecutorWatch {
  let beginning: OperationWatch | undefined;
  let isPlanned = false;
  return {
    onPlanned(ms) {
      isPlanned = true;
      beginning?.planned(ms);
    },
    async watched(asked, context) {
      const startedAt = performance.now();
      beginning = context.watch;
      isPlanned = false;
      try {
        const answering = write(asked, context);
        beginning = undefined;
        onPlan(isPlanned ? "miss" : "hit");
        return await answering;
      } finally {
        beginning = undefined;
        context.watch?.executed(performance.now() - startedAt);
      }
    },
  };
}
