import type { Arena } from "./arena.js";
import type { Acknowledged } from "./ledger.js";
import type { Verdict } from "./verdict.js";

const atOnce = 16;

/** Sends every acknowledged push once more, with its key: each must be given the bytes that it was given first. */
export async function verifyReplays({ door, ledger }: Pick<Arena, "door" | "ledger">): Promise<Verdict> {
  const breaches: string[] = [];
  const waiting = [...ledger.acknowledged];
  const send = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const breach = await replayBreach(door, next);
      if (breach !== null) breaches.push(breach);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  return { law: "every key gives its first answer again, byte for byte", breaches };
}

async function replayBreach(door: Arena["door"], { push, data }: Acknowledged): Promise<string | null> {
  const again = await door.attempt(push);
  if (again.kind === "uncertain") return `${push.key}: no answer`;
  if (again.kind === "refused") return `${push.key}: ${again.how}`;
  if (!again.isReplay) return `${push.key}: taken a second time`;
  return again.data === data ? null : `${push.key}: other bytes`;
}
