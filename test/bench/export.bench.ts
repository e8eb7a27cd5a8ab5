import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { aLargeRelease } from "../../subgraphs/partners/release/files/testing/a-large-release.js";
import { aTokenIssuer, type TokenIssuer } from "../harness/token-issuer.js";
import { type Contestant, prepareGround, startOurs } from "./contestants.js";
import { median, memoryOf } from "./measure.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const rounds = 5;
const records = 1_000_000;
const small = { code: "banc-petite", records: 10_000 };
const large = { code: "banc-grande", records };
const agreement = "entente-demo-1";
const bars = { csv: 0.5, ndjson: null, parquet: 0.2 } as const;
type Ending = keyof typeof bars;

const tokenOf = (issuer: TokenIssuer): string =>
  issuer.token({
    claims: {
      sub: `researcher:${agreement}`,
      scope: "research:read",
      agreement,
      establishment: undefined,
    },
  });

/** What a download saw. */
interface Seen {
  readonly recordsPerSecond: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly mostMemory: number;
  /** The longest that another request waited meanwhile. */
  readonly longestWaitMs: number;
}

/** Downloads a release once, while its memory is watched and others ask for the health of the hub. */
async function downloadOnce(
  hub: Contestant,
  issuer: TokenIssuer,
  release: { readonly code: string; readonly records: number },
  ending: Ending,
): Promise<Seen> {
  let [mostMemory, longestWaitMs, isDone] = [0, 0, false];
  const watch = setInterval(() => (mostMemory = Math.max(mostMemory, memoryOf(hub.processIds[0]!))), 20);
  const others = (async () => {
    while (!isDone) {
      const askedAt = performance.now();
      await (await fetch(new URL("/health/live", hub.url))).arrayBuffer();
      longestWaitMs = Math.max(longestWaitMs, performance.now() - askedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const startedAt = performance.now();
  const answer = await fetch(new URL(`/data/releases/${release.code}.${ending}`, hub.url), {
    headers: { authorization: `Bearer ${tokenOf(issuer)}` },
  });
  if (answer.status !== 200) throw new Error(`${ending}: ${answer.status} ${await answer.text()}`);
  let bytes = 0;
  for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).length;
  const seconds = (performance.now() - startedAt) / 1_000;
  isDone = true;
  clearInterval(watch);
  await others;
  if (bytes !== Number(answer.headers.get("content-length"))) throw new Error(`${ending}: cut short`);
  return { recordsPerSecond: release.records / seconds, seconds, bytes, mostMemory, longestWaitMs };
}

/** The yardstick: PostgreSQL alone gives the same table, a client reads it. */
async function copyOnce(client: pg.Client): Promise<number> {
  const startedAt = performance.now();
  const stream = client.query(copyTo("COPY partners_release.record TO STDOUT"));
  for await (const chunk of stream) void chunk;
  return (stream.rowCount / (performance.now() - startedAt)) * 1_000;
}

const memory = (seen: readonly Seen[]): number => Math.round(median(seen.map((each) => each.mostMemory)));

async function compare(
  hub: Contestant,
  issuer: TokenIssuer,
  client: pg.Client,
  ending: Ending,
): Promise<BenchResult[]> {
  // Before the million, since what a process took it keeps for a while; as many records in all, since a young generation
  // grows with what it is given until it is full.
  const few: Seen[] = [];
  while (few.length < large.records / small.records) few.push(await downloadOnce(hub, issuer, small, ending));
  // The file is measured before it is sent for the first time.
  const first = await downloadOnce(hub, issuer, large, ending);
  const [many, copied]: [Seen[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    copied.push(await copyOnce(client));
    many.push(await downloadOnce(hub, issuer, large, ending));
  }
  const bar = bars[ending];
  const rates = many.map(({ recordsPerSecond }) => recordsPerSecond);
  return [
    paired(
      `export-${ending}`,
      `records a second${bar === null ? "" : ` (bar: ratio ≥ ${bar})`}`,
      rates,
      copied,
      {
        bytes: first.bytes,
        secondsOfFirstDownload: Number(first.seconds.toPrecision(3)),
        seconds: Number(median(many.map(({ seconds }) => seconds)).toPrecision(3)),
        longestWaitOfOthersMs: Math.round(Math.max(...many.map((each) => each.longestWaitMs))),
      },
    ),
    figure(
      `export-${ending}-memory`,
      "MB at most while 1,000,000 records are sent",
      many.map(({ mostMemory }) => mostMemory),
      { of10000Records: memory(few.slice(-rounds)), bar: "flat" },
    ),
  ];
}

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const issuer = await aTokenIssuer();
  const client = new pg.Client({ connectionString: ground.databaseUrl });
  try {
    await client.connect();
    const query = async (sql: string, values?: unknown[]): Promise<unknown> => client.query(sql, values);
    for (const release of [small, large]) await aLargeRelease(query, { ...release, agreements: [agreement] });
    const results: BenchResult[] = [];
    for (const ending of Object.keys(bars) as Ending[]) {
      // A hub of its own for each: its memory is compared.
      const hub = await startOurs(ground, 4390, { OIDC_ISSUER: issuer.issuer });
      results.push(...(await compare(hub, issuer, client, ending).finally(() => hub.stop())));
    }
    return results;
  } finally {
    await client.end();
    await issuer.close();
    await ground.clear();
  }
}

export const exportBenchmark: Benchmark = {
  name: "export",
  about:
    "a release of 1,000,000 records as CSV, NDJSON and Parquet, against COPY TO STDOUT of the same table",
  run,
};
