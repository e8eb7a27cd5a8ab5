import { prepareGround, startOurs } from "./contestants.js";
import { sendLoad } from "./load.js";
import { memoryOf } from "./measure.js";
import { type Benchmark, type BenchResult, figure } from "./result.js";

const requests = 10_000;
const slices = 60;

const bodyOf = (n: number): string =>
  JSON.stringify({
    query: `query Memory($code: String!) { establishment(code: $code) { name { fr } region { name { fr } } userCommittees { kind } researchPartnerships { id } } }`,
    variables: { code: n % 3 === 0 ? `unknown-${n}` : "chum" },
  });

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const hub = await startOurs(ground, 4340);
  try {
    const seen: number[] = [];
    for (let slice = 0; slice < slices; slice += 1) {
      await sendLoad({ url: hub.url, requests: Math.ceil(requests / slices), connections: 8, bodyOf });
      seen.push(memoryOf(hub.processIds[0]!));
    }
    const third = slices / 3;
    const growth = mean(seen.slice(2 * third)) / mean(seen.slice(third, 2 * third));
    return [
      figure("memory", "MB of the hub's process after 10,000 requests", [seen.at(-1)!], {
        start: Math.round(seen[0]!),
        lastThirdOverMiddleThird: Number(growth.toFixed(3)),
        bar: "0.9 … 1.1",
      }),
    ];
  } finally {
    await hub.stop();
    await ground.clear();
  }
}

export const memoryBenchmark: Benchmark = {
  name: "memory",
  about: "memory of the hub's own process over 10,000 requests",
  run,
};
