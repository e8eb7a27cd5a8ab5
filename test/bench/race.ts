import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { type Contestant, type Ground, prepareGround } from "./contestants.js";
import { sendLoad } from "./load.js";
import { cpuSecondsOf, cpuSecondsOfTree, median } from "./measure.js";
import { portalBody } from "./portal-query.js";
import { type BenchResult, figure, paired } from "./result.js";

const rounds = 5;
const warmUp = 1_500;
// The two sides of a round take turns every second or so: what else the machine does falls on both.
const turns = 6;
const requestsOfTurn = 50;
const connections = 4;

/** Two ways to answer the portal query, each with every process it needs. */
export interface Race {
  readonly name: string;
  /** How often as much CPU the yardstick must use, at least. */
  readonly bar: number;
  readonly ours: (ground: Ground) => Promise<Contestant>;
  readonly yardstick: (ground: Ground) => Promise<Contestant>;
}

interface Seen {
  readonly cpuMs: number[];
  readonly postgresMs: number[];
  readonly perSecond: number[];
  readonly bytes: number[];
}

/** Has both answer the portal query in turn, none of it shared between two requests; the figure is the CPU of each. */
export async function race({ name, bar, ours, yardstick }: Race): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const contestants: Contestant[] = [];
  try {
    contestants.push(await ours(ground));
    contestants.push(await yardstick(ground));
    await refuseOtherAnswers(contestants);
    for (const { url } of contestants)
      await sendLoad({ url, requests: warmUp, connections, bodyOf: portalBody });
    const seen = contestants.map((): Seen => ({ cpuMs: [], postgresMs: [], perSecond: [], bytes: [] }));
    const postmaster = Number(
      readFileSync(`${ground.dataDir}/postgres/postmaster.pid`, "utf8").split("\n")[0],
    );
    for (let round = 0; round < rounds; round += 1) await inTurns(contestants, postmaster, seen);
    const [us, them] = seen as [Seen, Seen];
    const cpu = paired(
      name,
      `ms of CPU a request (bar: ratio ≤ ${(1 / bar).toFixed(3)}, ${bar} times less)`,
      us.cpuMs,
      them.cpuMs,
      {
        timesLess: Number((median(them.cpuMs) / median(us.cpuMs)).toFixed(2)),
        oursPerSecond: Math.round(median(us.perSecond)),
        yardstickPerSecond: Math.round(median(them.perSecond)),
        postgresMsOurs: Number(median(us.postgresMs).toFixed(2)),
        postgresMsYardstick: Number(median(them.postgresMs).toFixed(2)),
      },
    );
    return [cpu, figure(`${name}-bytes`, "bytes", us.bytes, { yardstick: Math.round(median(them.bytes)) })];
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
    await ground.clear();
  }
}

/** One round: what each used over all its turns. */
async function inTurns(
  contestants: readonly Contestant[],
  postmaster: number,
  seen: readonly Seen[],
): Promise<void> {
  const bursts: Burst[][] = contestants.map(() => []);
  for (let turn = 0; turn < turns; turn += 1)
    for (const [index, contestant] of contestants.entries())
      bursts[index]!.push(await burst(contestant, postmaster));
  for (const [index, { cpuMs, postgresMs, perSecond, bytes }] of seen.entries()) {
    const mean = (of: keyof Burst): number => bursts[index]!.reduce((sum, each) => sum + each[of], 0) / turns;
    cpuMs.push(mean("cpuMs"));
    postgresMs.push(mean("postgresMs"));
    perSecond.push(1 / mean("seconds"));
    bytes.push(mean("bytes"));
  }
}

/** What a request of one turn cost. */
interface Burst {
  readonly cpuMs: number;
  readonly postgresMs: number;
  readonly seconds: number;
  readonly bytes: number;
}

async function burst({ url, processIds }: Contestant, postmaster: number): Promise<Burst> {
  const before = cpuSecondsOf(processIds);
  const databaseBefore = cpuSecondsOfTree(postmaster);
  const load = await sendLoad({ url, requests: requestsOfTurn, connections, bodyOf: portalBody });
  if (load.failures > 0) throw new Error(`${load.failures} requests failed at ${url}`);
  return {
    cpuMs: ((cpuSecondsOf(processIds) - before) / requestsOfTurn) * 1_000,
    postgresMs: ((cpuSecondsOfTree(postmaster) - databaseBefore) / requestsOfTurn) * 1_000,
    seconds: 1 / load.requestsPerSecond,
    bytes: load.bytesPerRequest,
  };
}

async function refuseOtherAnswers(contestants: readonly Contestant[]): Promise<void> {
  const [ours, yardstick] = await Promise.all(contestants.map(answerOf));
  if (!isDeepStrictEqual(ours, yardstick)) throw new Error("the contestants disagree");
}

async function answerOf({ url }: Contestant): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: portalBody(0),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors) throw new Error(`portal query failed at ${url}: ${JSON.stringify(errors)}`);
  return data;
}
