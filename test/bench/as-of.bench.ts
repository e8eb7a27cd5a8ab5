import { readFileSync } from "node:fs";
import { type Contestant, type Ground, prepareGround, startOurs } from "./contestants.js";
import { cpuSecondsOfTree, median } from "./measure.js";
import { onServer, urlOf } from "./other-databases.js";
import { type Benchmark, type BenchResult, paired } from "./result.js";

const rounds = 7;
const requests = 40;
const vintages = 20;
const campaign = "2024";

const observations = `category value unit numerator denominator status reason origin vintage area { level code }`;
const query = `query AsOf($asOf: Date, $unique: String!) {
  qualityIndicators { code observations(campaign: "${campaign}", asOf: $asOf) { ${observations} } }
  establishments { code observations(campaign: "${campaign}", asOf: $asOf) { ${observations} } }
  recommendation(code: $unique) { code }
}`;

/** What is asked for: each request has an argument of its own, so that nothing can be shared between two of them. */
interface Reading {
  readonly name: string;
  readonly asOf: (n: number) => string | undefined;
}

const dayMs = 86_400_000;
const dayAfter = (from: number, n: number): string => new Date(from + n * dayMs).toISOString().slice(0, 10);
const toCome = Date.UTC(2060, 0, 1);
// Vintages are a year apart, the last one of this year: the tenth reigned for a year, ten years ago.
const reignOfTheTenth = Date.now() - (vintages - 10) * 365 * dayMs + 5 * dayMs;

const readings: readonly Reading[] = [
  { name: "as-of-latest", asOf: () => undefined },
  { name: "as-of-last-vintage", asOf: (n) => dayAfter(toCome, n % 10_000) },
  { name: "as-of-tenth-vintage", asOf: (n) => dayAfter(reignOfTheTenth, n % 350) },
];

const bodyOf = ({ asOf }: Reading, n: number): string =>
  JSON.stringify({ query, variables: { asOf: asOf(n), unique: `none-${n}` } });

/** Two databases that differ by the number of vintages of one campaign alone; the only one reigns since long ago. */
async function prepareBoth(ground: Ground): Promise<{ one: Ground; twenty: Ground }> {
  const published = "quality_indicators_published";
  const copied = (table: string, changes: string): string =>
    `INSERT INTO ${published}.${table} OVERRIDING USER VALUE
     SELECT (jsonb_populate_record(kept, jsonb_build_object(${changes}))).*
     FROM ${published}.${table} kept, generate_series(2, ${vintages}) n`;
  const code = `'${campaign}.' || n`;
  const publishedAt = (n: string): string => `now() - (${vintages} - ${n}) * interval '365 days'`;
  await onServer(urlOf(ground, "postgres"), [
    `CREATE DATABASE vintages_one TEMPLATE "${new URL(ground.databaseUrl).pathname.slice(1)}"`,
  ]);
  await onServer(urlOf(ground, "vintages_one"), [
    `UPDATE ${published}.vintage SET published_at = ${publishedAt("1")} WHERE campaign = '${campaign}'`,
    "VACUUM ANALYZE",
  ]);
  await onServer(urlOf(ground, "postgres"), ["CREATE DATABASE vintages_twenty TEMPLATE vintages_one"]);
  await onServer(urlOf(ground, "vintages_twenty"), [
    `${copied("vintage", `'code', ${code}, 'number', n, 'published_at', ${publishedAt("n")}`)} WHERE kept.campaign = '${campaign}'`,
    `${copied("observation", `'vintage', ${code}`)} WHERE kept.campaign = '${campaign}'`,
    "VACUUM ANALYZE",
  ]);
  const at = (database: string): Ground => ({ ...ground, databaseUrl: urlOf(ground, database) });
  return { one: at("vintages_one"), twenty: at("vintages_twenty") };
}

interface Answer {
  readonly data?: {
    readonly establishments: readonly { readonly observations: readonly { vintage: string }[] }[];
  };
  readonly errors?: unknown;
}

let sent = 0;

/** Asks once, as nobody asked before. */
async function askOnce({ url }: Contestant, reading: Reading): Promise<string> {
  sent += 1;
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer unique-${sent}` },
    body: bodyOf(reading, sent),
  });
  return response.text();
}

async function vintageTold(contestant: Contestant, reading: Reading): Promise<string | undefined> {
  const { data, errors } = JSON.parse(await askOnce(contestant, reading)) as Answer;
  if (!data || errors)
    throw new Error(`${reading.name} failed at ${contestant.url}: ${JSON.stringify(errors)}`);
  return data.establishments[0]?.observations[0]?.vintage;
}

async function refuseOtherVintages(one: Contestant, twenty: Contestant): Promise<void> {
  const told = await Promise.all(
    readings.flatMap((reading) => [vintageTold(one, reading), vintageTold(twenty, reading)]),
  );
  const expected = [1, 20, 1, 20, 1, 10].map((number) => `${campaign}.${number}`);
  if (told.join() !== expected.join()) throw new Error(`expected the vintages ${expected}, got ${told}`);
}

interface Measured {
  readonly ms: number[];
  readonly postgresMs: number[];
}

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const postmaster = Number(readFileSync(`${ground.dataDir}/postgres/postmaster.pid`, "utf8").split("\n")[0]);
  const contestants: Contestant[] = [];
  try {
    const both = await prepareBoth(ground);
    const twenty = await startOurs(both.twenty, 4380);
    contestants.push(twenty);
    const one = await startOurs(both.one, 4384);
    contestants.push(one);
    await refuseOtherVintages(one, twenty);

    const burst = async (contestant: Contestant, reading: Reading, seen: Measured | null): Promise<void> => {
      const database = cpuSecondsOfTree(postmaster);
      const startedAt = performance.now();
      for (let n = 0; n < requests; n += 1) {
        const answer = await askOnce(contestant, reading);
        if (answer.includes('"errors"'))
          throw new Error(`${reading.name} failed at ${contestant.url}: ${answer}`);
      }
      seen?.ms.push((performance.now() - startedAt) / requests);
      seen?.postgresMs.push(((cpuSecondsOfTree(postmaster) - database) / requests) * 1_000);
    };
    const results: BenchResult[] = [];
    for (const reading of readings) {
      const [ours, yardstick]: [Measured, Measured] = [
        { ms: [], postgresMs: [] },
        { ms: [], postgresMs: [] },
      ];
      for (let round = -1; round < rounds; round += 1) {
        // The first round warms up both.
        await burst(twenty, reading, round < 0 ? null : ours);
        await burst(one, reading, round < 0 ? null : yardstick);
      }
      results.push(
        paired(reading.name, "ms a request (bar: ratio ≤ 1.5)", ours.ms, yardstick.ms, {
          postgresMsTwenty: Number(median(ours.postgresMs).toFixed(2)),
          postgresMsOne: Number(median(yardstick.postgresMs).toFixed(2)),
        }),
      );
    }
    return results;
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
    await ground.clear();
  }
}

export const asOfBenchmark: Benchmark = {
  name: "as-of",
  about: "reads of observations, latest and as of a day, with 20 vintages of a campaign against one",
  run,
};
