import { type Contestant, type Ground, prepareGround, startOurs } from "./contestants.js";
import { sendLoad } from "./load.js";
import { cpuSecondsOf, median, memoryOf, mostMemoryOf } from "./measure.js";
import { onServer, urlOf } from "./other-databases.js";
import { portalBody } from "./portal-query.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const rounds = 5;
// About as many bytes a burst at each size.
const sizes = [
  { size: 35, requests: 300 },
  { size: 350, requests: 30 },
  { size: 3_500, requests: 3 },
] as const;

// Every establishment over again, with its office, its committees, its research and its values.
const published = {
  establishment: ["establishments", "'code', row.code || '-' || n, 'number', row.number + n * 100"],
  partnership_office: [
    "establishments",
    "'code', row.code || '-' || n, 'establishment', row.establishment || '-' || n",
  ],
  user_committee: [
    "user_committees",
    "'id', row.id || '-' || n, 'establishment', row.establishment || '-' || n, 'position', row.position + n * 1000",
  ],
  research_partnership: ["research_partnerships", "'id', row.id || '-' || n"],
  research_partnership_establishment: [
    "research_partnerships",
    "'partnership', row.partnership || '-' || n, 'establishment', row.establishment || '-' || n",
  ],
  observation: ["quality_indicators", "'area', row.area || '-' || n"],
} as const;

const copied = (times: number): string[] =>
  Object.entries(published).map(
    ([table, [schema, changes]]) => `
      INSERT INTO ${schema}_published.${table} ${table === "observation" ? "OVERRIDING USER VALUE" : ""}
      SELECT (jsonb_populate_record(row, jsonb_build_object(${changes}))).*
      FROM ${schema}_published.${table} row, generate_series(1, ${times - 1}) n
      ${table === "observation" ? "WHERE row.level = 'ESTABLISHMENT'" : ""}`,
  );

/** A database like that of the ground, with as many establishments as are asked for. */
async function grown(ground: Ground, size: number): Promise<Ground> {
  const name = `growth_${size}`;
  await onServer(urlOf(ground, "postgres"), [
    `CREATE DATABASE ${name} TEMPLATE "${new URL(ground.databaseUrl).pathname.slice(1)}"`,
  ]);
  await onServer(urlOf(ground, name), [...copied(size / 35), "VACUUM ANALYZE"]);
  return { ...ground, databaseUrl: urlOf(ground, name) };
}

interface Grown {
  readonly size: number;
  readonly requests: number;
  readonly hub: Contestant;
  readonly bytesPerCpuSecond: number[];
  bytes: number;
  restingMb: number;
}

async function burst(grown: Grown, isMeasured: boolean): Promise<void> {
  const { hub, requests } = grown;
  const before = cpuSecondsOf(hub.processIds);
  const seen = await sendLoad({ url: hub.url, requests, connections: 1, bodyOf: portalBody });
  if (seen.failures > 0) throw new Error(`${seen.failures} requests failed at ${grown.size} establishments`);
  grown.bytes = seen.bytesPerRequest;
  if (isMeasured)
    grown.bytesPerCpuSecond.push((seen.bytesPerRequest * requests) / (cpuSecondsOf(hub.processIds) - before));
}

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const hubs: Grown[] = [];
  try {
    for (const [index, { size, requests }] of sizes.entries()) {
      const hub = await startOurs(await grown(ground, size), 4360 + 10 * index);
      hubs.push({
        size,
        requests,
        hub,
        bytesPerCpuSecond: [],
        bytes: 0,
        restingMb: memoryOf(hub.processIds[0]!),
      });
    }
    // The first round warms up.
    for (let round = -1; round < rounds; round += 1) for (const grown of hubs) await burst(grown, round >= 0);
    return resultsOf(hubs as [Grown, Grown, Grown]);
  } finally {
    await Promise.all(hubs.map(({ hub }) => hub.stop()));
    await ground.clear();
  }
}

function resultsOf(hubs: [Grown, Grown, Grown]): BenchResult[] {
  const [small, middle, large] = hubs;
  const mbAboveRest = ({ hub, restingMb }: Grown): number => mostMemoryOf(hub.processIds[0]!) - restingMb;
  const points = hubs.map((grown) =>
    figure(`growth-${grown.size}`, "bytes a CPU second", grown.bytesPerCpuSecond, {
      bytes: Math.round(grown.bytes),
      cpuMsARequest: Number(((grown.bytes / median(grown.bytesPerCpuSecond)) * 1_000).toFixed(1)),
      peakMbAboveRest: Math.round(mbAboveRest(grown)),
    }),
  );
  const against = (grown: Grown): BenchResult =>
    paired(
      `growth-${grown.size}-against-35`,
      "bytes a CPU second (bar: ratio ≥ 0.8)",
      grown.bytesPerCpuSecond,
      small.bytesPerCpuSecond,
    );
  const memory = paired(
    "growth-memory",
    "MB of peak memory a MB of answer, 3,500 against 350 (bar: ratio ≤ 1)",
    [mbAboveRest(large) / (large.bytes / 1_048_576)],
    [mbAboveRest(middle) / (middle.bytes / 1_048_576)],
  );
  return [...points, against(middle), against(large), memory];
}

export const growthBenchmark: Benchmark = {
  name: "growth",
  about:
    "the portal query of 35, 350 and 3,500 establishments asked whole: bytes a CPU second, and peak memory",
  run,
};
