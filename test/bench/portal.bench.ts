import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { type Contestant, prepareGround, startOurs, startStock } from "./contestants.js";
import { sendLoad } from "./load.js";
import { cpuSecondsOf, familyOf, median } from "./measure.js";
import { portalBody } from "./portal-query.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const rounds = 5;
const requests = 300;
const warmUp = 250;
const connections = 4;

const answerOf = async ({ url }: Contestant): Promise<unknown> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: portalBody(0),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors) throw new Error(`portal query failed at ${url}: ${JSON.stringify(errors)}`);
  return data;
};

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const postmaster = Number(readFileSync(`${ground.dataDir}/postgres/postmaster.pid`, "utf8").split("\n")[0]);
  const contestants: Contestant[] = [];
  try {
    const ours = await startOurs(ground, 4300);
    contestants.push(ours);
    const stock = await startStock(ground, 4310);
    contestants.push(stock);
    if (!isDeepStrictEqual(await answerOf(ours), await answerOf(stock)))
      throw new Error("the contestants disagree");
    for (const { url } of contestants)
      await sendLoad({ url, requests: warmUp, connections, bodyOf: portalBody });

    const cpu = new Map(contestants.map((contestant) => [contestant, [] as number[]]));
    const rate = new Map(contestants.map((contestant) => [contestant, [] as number[]]));
    const database = new Map(contestants.map((contestant) => [contestant, [] as number[]]));
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const contestant of contestants) {
        const before = cpuSecondsOf(contestant.processIds);
        const databaseBefore = cpuSecondsOf(familyOf(postmaster));
        const seen = await sendLoad({ url: contestant.url, requests, connections, bodyOf: portalBody });
        if (seen.failures > 0) throw new Error(`${seen.failures} requests failed at ${contestant.url}`);
        cpu.get(contestant)?.push(((cpuSecondsOf(contestant.processIds) - before) / requests) * 1_000);
        database
          .get(contestant)
          ?.push(((cpuSecondsOf(familyOf(postmaster)) - databaseBefore) / requests) * 1_000);
        rate.get(contestant)?.push(seen.requestsPerSecond);
        bytes = seen.bytesPerRequest;
      }
    }
    const of = (figures: Map<Contestant, number[]>, contestant: Contestant): number[] =>
      figures.get(contestant) ?? [];
    return [
      paired("portal-in-process", "ms of CPU a request (bar: ratio ≤ 0.667)", of(cpu, ours), of(cpu, stock), {
        bytes: Math.round(bytes),
        oursPerSecond: Math.round(median(of(rate, ours))),
        stockPerSecond: Math.round(median(of(rate, stock))),
        postgresMsOurs: Number(median(of(database, ours)).toFixed(2)),
        postgresMsStock: Number(median(of(database, stock)).toFixed(2)),
      }),
      figure("portal-bytes", "bytes", [bytes]),
    ];
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
    await ground.clear();
  }
}

export const portalBenchmark: Benchmark = {
  name: "portal-in-process",
  about:
    "CPU of a portal query over four subgraphs, in process, against the same subgraphs over HTTP behind a stock gateway",
  run,
};
