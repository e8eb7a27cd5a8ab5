import { mkdir } from "node:fs/promises";
import { type Arena, type ArenaOptions, type Model, openArena, until } from "./arena.js";
import { faultKinds } from "./fault-kinds.js";
import { beforeAnEarlyEnd } from "./early-end.js";
import { verifyReplays } from "./replay.js";
import { RestoreDrill } from "./restore-drill.js";
import { aSmallDisk } from "./small-disk.js";
import { strike, type Struck } from "./strike.js";
import type { Verdict } from "./verdict.js";
import { verifyTables } from "./verify.js";

export type FaultName = keyof typeof faultKinds;

/** How much one run does. */
export interface RunPlan extends ArenaOptions {
  readonly faults: readonly FaultName[];
  /** The acknowledged pushes that it goes on to. */
  readonly pushes: number;
  readonly hasDrill: boolean;
}

/** What one run did and found. */
export interface RunReport {
  readonly disk: string;
  readonly struck: readonly Struck[];
  readonly acknowledged: number;
  readonly refused: number;
  readonly uncertain: number;
  readonly replayed: number;
  readonly seconds: number;
  readonly verdicts: readonly Verdict[];
}

// Two faults in three wait for the moment when commits are in flight.
const isInFlight = (index: number): boolean => index % 3 !== 2;
const slowestPushMs = 400;
const longestFarewellMs = 30_000;

/** Lets writers push while faults strike, then compares what they were told with what is kept. */
export async function run(folder: string, model: Model, plan: RunPlan): Promise<RunReport> {
  const startedAt = Date.now();
  await mkdir(folder);
  const disk = aSmallDisk(folder);
  const forget = beforeAnEarlyEnd(() => disk.remove());
  const drill = plan.hasDrill ? new RestoreDrill(folder) : null;
  let arena: Arena | null = null;
  try {
    const settings = { ...plan.settings, ...(await drill?.settings()) };
    arena = await openArena(folder, model, disk, { ...plan, settings });
    const { ledger, server, campaign } = arena;
    const struck = await underFire(arena, plan, drill);
    const verdicts = await verifyTables(server, campaign.code, ledger);
    verdicts.push(await verifyReplays(arena));
    if (drill) verdicts.push(await drill.restore(server, campaign.code, ledger));
    const unrecovered = struck.filter(({ isRecovered }) => !isRecovered).map(({ kind }) => kind);
    verdicts.push({ law: "pushes go on after every fault", breaches: unrecovered });
    return {
      disk: disk.kind,
      struck,
      acknowledged: ledger.acknowledged.length,
      refused: ledger.refused.length,
      uncertain: ledger.uncertain,
      replayed: ledger.replayed,
      seconds: Math.round((Date.now() - startedAt) / 1_000),
      verdicts,
    };
  } finally {
    await arena?.close();
    disk.remove();
    forget();
  }
}

async function underFire(arena: Arena, plan: RunPlan, drill: RestoreDrill | null): Promise<Struck[]> {
  const { ledger, server } = arena;
  const writers = arena.startWriters();
  const share = plan.pushes / (plan.faults.length + 1);
  const reach = (count: number): Promise<boolean> =>
    until(() => ledger.acknowledged.length >= count, Math.max(30_000, share * slowestPushMs));
  const struck: Struck[] = [];
  try {
    await drill?.takeBackup(server);
    for (const [index, name] of plan.faults.entries()) {
      await reach(share * (index + 1));
      struck.push(await strike(arena, faultKinds[name], isInFlight(index)));
      if (drill && index === Math.floor(plan.faults.length / 2))
        await drill.chooseInstant(server, writers, ledger);
    }
    await reach(plan.pushes);
    return struck;
  } finally {
    await writers.stop(longestFarewellMs);
  }
}
