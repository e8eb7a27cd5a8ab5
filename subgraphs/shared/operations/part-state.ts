import { withinTime } from "./within-time.js";

/** Whether one part of the hub answers; why not is for the operator only. */
export interface PartState {
  readonly isReady: boolean;
  readonly reason: string | null;
}

export const readyPart: PartState = { isReady: true, reason: null };

/** A part that does not answer. */
export const missingPart = (reason: string): PartState => ({ isReady: false, reason });

/** How long a part may take to say how it is. */
export const longestStateMs = 2_000;

/** Asks a part how it is: its answer, its failure or its silence, as a state. */
export const stateOf = (asked: Promise<unknown>, mostMs = longestStateMs): Promise<PartState> =>
  withinTime(
    asked.then(
      () => readyPart,
      (error: unknown) => missingPart(reasonOf(error)),
    ),
    mostMs,
    () => missingPart(`no answer within ${mostMs / 1_000} s`),
  );

/** A code where there is one: a message may hold more than an address. */
function reasonOf(error: unknown): string {
  const { code, cause, name } = error as { code?: unknown; cause?: { code?: unknown }; name?: string };
  const known = code ?? cause?.code;
  return typeof known === "string" ? known : (name ?? "failed");
}
