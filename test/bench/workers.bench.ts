import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { hubFlags } from "../harness/hub-flags.js";
import {
  type Contestant,
  end,
  environmentOf,
  type Ground,
  prepareGround,
  untilAnswers,
} from "./contestants.js";
import { sendLoad } from "./load.js";
import { cpuSecondsOf, familyOf, median, mostMemoryOf, pin } from "./measure.js";
import { portalBody } from "./portal-query.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const rounds = 5;
// One and two take turns within a round: what else the machine does falls on both.
const turns = 5;
const requests = 200;
// Of each process: what V8 has not yet compiled is no cost of a second worker.
const warmUp = 2_500;
// Each of two workers has sixteen questions at once, as a busy one has: with fewer it wakes for every one of them.
const connections = 32;
const sharedConnections = 200;

interface Workers extends Contestant {
  readonly pids: () => number[];
  readonly dataDir: string;
}

/** The hub on both cores, as a machine of two cores runs it; PostgreSQL and the load have them too. */
async function start(ground: Ground, port: number, count: number): Promise<Workers> {
  const dataDir = join(ground.dataDir, `hub-${count}`);
  const child = spawn(process.execPath, [...hubFlags, "dist/gateway/main.js"], {
    env: environmentOf(ground, {
      PORT: String(port),
      HUB_WORKERS: String(count),
      HUB_DATA_DIR: dataDir,
    }),
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilAnswers(`http://127.0.0.1:${port}/health/ready`);
  const all = familyOf(child.pid!);
  for (const pid of all) spreadOut(pid);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    processIds: all,
    dataDir,
    pids: () => (count === 1 ? [child.pid!] : familyOf(child.pid!).filter((pid) => pid !== child.pid)),
    stop: () => end(child),
  };
}

/** Lets a process run on both cores; it began on the one of who started it. */
const spreadOut = (pid: number): void => pin(pid, 0, 1);

const postmasterOf = ({ dataDir }: Ground): number =>
  Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

interface Burst {
  readonly cpuMs: number;
  readonly perSecond: number;
  /** What the generator used of a core. */
  readonly generator: number;
}

async function burst({ url, pids, processIds }: Workers): Promise<Burst> {
  const everyProcess = [...new Set([...processIds, ...pids()])];
  const before = cpuSecondsOf(everyProcess);
  const own = process.cpuUsage();
  const startedAt = performance.now();
  const seen = await sendLoad({ url, requests, connections, bodyOf: portalBody });
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(own);
  if (seen.failures > 0) throw new Error(`${seen.failures} requests failed at ${url}`);
  return {
    cpuMs: ((cpuSecondsOf(everyProcess) - before) / requests) * 1_000,
    perSecond: requests / seconds,
    generator: (user + system) / 1_000_000 / seconds,
  };
}

/** The turns of a round as one. */
function together(bursts: readonly Burst[]): Burst {
  const seconds = bursts.reduce((sum, { perSecond }) => sum + 1 / perSecond, 0);
  return {
    cpuMs: bursts.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / bursts.length,
    perSecond: bursts.length / seconds,
    generator: bursts.reduce((sum, { generator, perSecond }) => sum + generator / perSecond, 0) / seconds,
  };
}

/** How many of many new connections the busiest worker got, of all. */
async function largestShare({ url, dataDir }: Workers): Promise<number> {
  const query = new URLSearchParams({ query: 'query Share { establishment(code: "chum") { code } }' });
  for (let n = 0; n < sharedConnections; n += 10)
    await Promise.all(Array.from({ length: 10 }, () => askOnce(`${url}?${query}`)));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const lines = (await readFile(join(dataDir, "hub.log"), "utf8")).trim().split("\n");
  const counts = new Map<number, number>();
  for (const line of lines) {
    const { operation, pid } = JSON.parse(line) as { operation?: string; pid: number };
    if (operation === "Share") counts.set(pid, (counts.get(pid) ?? 0) + 1);
  }
  const all = [...counts.values()];
  return Math.max(...all) / all.reduce((sum, count) => sum + count, 0);
}

const askOnce = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false });
    // Nobody's cached answer: each is an operation in the log.
    const headers = {
      "apollo-require-preflight": "1",
      "cache-control": "no-cache",
      authorization: "Bearer x",
    };
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", resolve);
    }).on("error", reject);
  });

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  for (const pid of [process.pid, ...familyOf(postmasterOf(ground))]) spreadOut(pid);
  const hubs: Workers[] = [];
  try {
    const [one, two] = [await start(ground, 4400, 1), await start(ground, 4410, 2)];
    hubs.push(one, two);
    for (const { url, pids } of hubs)
      await sendLoad({ url, requests: warmUp * pids().length, connections, bodyOf: portalBody });
    const seen = { one: [] as Burst[], two: [] as Burst[] };
    let largest = 0;
    for (let round = 0; round < rounds; round += 1) {
      const bursts = { one: [] as Burst[], two: [] as Burst[] };
      for (let turn = 0; turn < turns; turn += 1) {
        bursts.one.push(await burst(one));
        bursts.two.push(await burst(two));
      }
      seen.one.push(together(bursts.one));
      seen.two.push(together(bursts.two));
      largest = Math.max(largest, ...two.pids().map(mostMemoryOf));
    }
    const of = (which: "one" | "two", what: keyof Burst): number[] => seen[which].map((each) => each[what]);
    const share = await largestShare(two);
    return [
      paired(
        "workers-cpu",
        "ms of CPU a cold portal query, two workers against one (bar: ratio ≤ 1.1)",
        of("two", "cpuMs"),
        of("one", "cpuMs"),
      ),
      paired(
        "workers-throughput",
        "cold portal queries a second, two workers against one (bar: ratio ≥ 1.4 on two cores)",
        of("two", "perSecond"),
        of("one", "perSecond"),
        { generatorCores: Number(median(of("two", "generator")).toFixed(3)), generatorBar: "< 0.25" },
      ),
      figure("workers-share", "of new connections at the busier of two workers (bar: ≤ 0.6)", [share]),
      figure("workers-memory", "MB of the largest worker under load (bar: ≤ 300)", [largest]),
    ];
  } finally {
    await Promise.all(hubs.map((hub) => hub.stop()));
    await ground.clear();
  }
}

export const workersBenchmark: Benchmark = {
  name: "workers",
  about:
    "two workers against one: CPU and throughput of cold portal queries, share of connections, memory of a worker",
  run,
};
