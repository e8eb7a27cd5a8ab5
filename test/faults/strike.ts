import { setTimeout as pause } from "node:timers/promises";
import { type Arena, until } from "./arena.js";
import type { FaultKind } from "./fault-kinds.js";

/** One fault as it happened. */
export interface Struck {
  readonly kind: string;
  /** Commits that the hub had asked for and knew no answer of, at that moment. */
  readonly commitsInFlight: number;
  /** False when the fault changed nothing, a disk that was not needed while it was full. */
  readonly isFelt: boolean;
  /** False when no push was acknowledged within half a minute after it. */
  readonly isRecovered: boolean;
}

const longestWaitForCommitMs = 3_000;
const longestHoldMs = 8;
const recoveryMs = 30_000;
const enoughAfterwards = 16;

/** Does one fault, if asked in the very moment when commits are in flight, and waits until pushes go on. */
export async function strike(arena: Arena, kind: FaultKind, inFlight: boolean): Promise<Struck> {
  if (inFlight) await untilCommitsAreInFlight(arena);
  const commitsInFlight = arena.commits.inFlight;
  try {
    kind.strike(arena);
  } finally {
    arena.towardsDatabase.releaseAnswers();
  }
  const isFelt = await kind.mend(arena);
  const before = arena.ledger.acknowledged.length;
  const isRecovered = await until(
    () => arena.ledger.acknowledged.length >= before + enoughAfterwards,
    recoveryMs,
  );
  return { kind: kind.name, commitsInFlight, isFelt, isRecovered };
}

// From the first COMMIT on, the server's answers are held back for some milliseconds: it may have flushed, or not yet.
async function untilCommitsAreInFlight({ commits, towardsDatabase }: Arena): Promise<void> {
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, longestWaitForCommitMs);
    commits.atNextCommit(() => {
      clearTimeout(late);
      towardsDatabase.holdAnswers();
      resolve();
    });
  });
  commits.atNextCommit(null);
  await pause(Math.random() * longestHoldMs);
}
