import assert from "node:assert/strict";
import { Writable } from "node:stream";
import pino from "pino";
import { sharedChanges } from "../../gateway/cache/changes/shared-changes.js";
import type { RedisServer } from "./redis-server.js";

/** Proves what gateways tell each other of changes through a Redis that is up; it hangs and goes away on the way. */
export async function proveSharedChanges(
  redis: RedisServer,
  holds: (what: string) => void,
  until: (isSo: () => Promise<boolean>, what: string) => Promise<void>,
): Promise<void> {
  const lines: string[] = [];
  const log = pino(
    new Writable({
      write(line: Buffer, _, written) {
        lines.push(line.toString());
        written();
      },
    }),
  );
  const heard: string[][] = [[], []];
  const gateways = heard.map((topics) =>
    sharedChanges(redis.url, (told) => void topics.push(...told), log),
  ) as [ReturnType<typeof sharedChanges>, ReturnType<typeof sharedChanges>];
  const [one] = gateways;
  const hears = async (topic: string): Promise<boolean> => {
    one.tell([topic]);
    await one.told();
    return heard[1]!.includes(topic);
  };
  try {
    await until(() => hears("s.up"), "a change heard through Redis");
    holds("what changed through one gateway is told to the other before whoever changed it is answered");

    redis.freeze();
    const startedAt = performance.now();
    one.tell(["s.frozen"]);
    await one.told();
    assert.ok(performance.now() - startedAt < 2_000);
    holds("with a Redis that hangs nobody waits long to be answered");

    redis.thaw();
    await until(() => hears("s.thawed"), "a change heard again");
    await redis.stop();
    one.tell(["s.gone"]);
    await one.told();
    const isTold = (): boolean =>
      lines.some((line) => line.includes("hear of changes from the subgraphs alone"));
    // It is tried again after a second: one that comes back before that was never missed.
    await until(async () => isTold(), "the journal to say that Redis is away");
    await redis.start();
    await until(() => hears("s.back"), "a change heard through the new Redis");
    holds("a Redis that is gone is told once, and one that is started anew is used again");
  } finally {
    for (const gateway of gateways) gateway.close();
    redis.thaw();
  }
}
