/** How a process was asked to end. */
export interface Stopping {
  /** Asked by a machine (SIGTERM), which has others to send requests to and gives them time to turn there. */
  readonly isGentle: boolean;
  /** Aborts when it was asked a second time: nothing is waited for any more. */
  readonly atOnce: AbortSignal;
}

// Ctrl-C under npm arrives twice: from the terminal, and from npm, which hands it on.
const samePressMs = 500;
// What a stop at once may still take to leave nothing behind.
const atOnceMs = 3_000;

/** Ends the process at its first SIGINT or SIGTERM by `stop`, and at a later one without waiting for anything. */
export function stopOnSignals(
  stop: (stopping: Stopping) => Promise<void>,
  fail: (error: unknown) => void,
): void {
  const atOnce = new AbortController();
  let askedAt: number | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    const now = performance.now();
    if (askedAt === null) {
      askedAt = now;
      const stopped = stop({ isGentle: signal === "SIGTERM", atOnce: atOnce.signal });
      stopped.then(() => process.exit(atOnce.signal.aborted ? 1 : 0), fail);
    } else if (now - askedAt > samePressMs && !atOnce.signal.aborted) {
      setTimeout(() => process.exit(1), atOnceMs);
      atOnce.abort();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
}
