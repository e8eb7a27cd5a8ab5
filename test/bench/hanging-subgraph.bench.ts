import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Contestant, type Ground, prepareGround, startOurs } from "./contestants.js";
import { type Seen, sendAtFixedRate, type Sent } from "./fixed-rate.js";
import { type HangingServer, startHangingServer } from "./hanging-server.js";
import { memoryOf } from "./measure.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const rounds = 5;
const seconds = 20;
const goodPerSecond = 200;
const touchingPerSecond = 40;
const port = 4370;
const url = new URL(`http://127.0.0.1:${port}`);

const subgraph = "research-partnerships";
const codes = ["chum", "cusm", "ciusss-estrie-chus", "cisss-bas-saint-laurent", "chu-quebec-ul"];
const operation = (name: string, fields: string): string =>
  `query ${name}($code: String!) { establishment(code: $code) { code name { fr } ${fields} } }`;
const good = operation("Good", "region { code name { fr } } userCommittees { kind name { fr } }");
const touching = `query Touching($asOf: Date) { researchPartnerships(asOf: $asOf, first: 5) { edges { node { id } } } }`;

const sent = (query: string, variables: object): Sent => ({
  path: "/graphql",
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query, variables }),
});
const aGoodOne = (n: number): Sent => sent(good, { code: codes[n % codes.length] });

const oneDayMs = 86_400_000;
// Each asks as of another day: none is answered by another one that is under way.
const aTouchingOne = (n: number): Sent =>
  sent(touching, { asOf: new Date(Date.UTC(2027, 0, 1) + n * oneDayMs).toISOString().slice(0, 10) });

/** What a hub in which one subgraph hangs is told; nothing is answered from a cache. */
const environment = (hanging: HangingServer): Record<string, string> => ({
  SUBGRAPH_URL_RESEARCH_PARTNERSHIPS: hanging.url,
  SUBGRAPH_TIMEOUT_SECONDS: "1",
  ANSWER_CACHE_MEGABYTES: "0",
  RATE_LIMIT_ADDRESS: "1000000000",
});

interface Line {
  readonly msg: string;
  readonly operation: string | null;
  readonly subgraphs: readonly string[];
  readonly errors: readonly string[];
}

/** The operations of a name that the hub's own log tells of. */
function logged({ dataDir }: Ground, name: string): Line[] {
  return readFileSync(join(dataDir, "hub", "hub.log"), "utf8")
    .split("\n")
    .filter((line) => line.includes(`"operation":"${name}"`))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ msg }) => msg === "operation");
}

/** How much of the machine a process holds: looked at four times a second, the most that was seen. */
function watchProcess(processId: number): () => { readonly descriptors: number; readonly megabytes: number } {
  let [descriptors, megabytes] = [0, 0];
  const look = (): void => {
    // Of a hub that was stopped because something failed: that failure is told, not this one.
    if (!existsSync(`/proc/${processId}`)) return clearInterval(timer);
    descriptors = Math.max(descriptors, readdirSync(`/proc/${processId}/fd`).length);
    megabytes = Math.max(megabytes, memoryOf(processId));
  };
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    look();
    return { descriptors, megabytes: Math.round(megabytes) };
  };
}

const p99 = (seen: readonly Seen[]): number => {
  const sorted = seen.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
};

function refuseFailures(seen: readonly Seen[]): void {
  const failed = seen.filter(({ status }) => status !== 200);
  if (failed.length > 0)
    throw new Error(
      `${failed.length} of ${seen.length} failed: ${[...new Set(failed.map((one) => one.status))]}`,
    );
}

/** Good requests for a while, alone or among some that ask the subgraph that hangs. */
async function stretch(touchingRate: number, forSeconds = seconds): Promise<number> {
  const [goodSeen, touchingSeen] = await Promise.all([
    sendAtFixedRate(url, { perSecond: goodPerSecond, seconds: forSeconds, connections: 50 }, aGoodOne),
    touchingRate === 0
      ? Promise.resolve([])
      : sendAtFixedRate(
          url,
          { perSecond: touchingRate, seconds: forSeconds, connections: 500 },
          aTouchingOne,
        ),
  ]);
  // What asks the subgraph is answered too: without its fields.
  refuseFailures([...goodSeen, ...touchingSeen]);
  return p99(goodSeen);
}

/** What the hub says of all good requests so far: none asked the subgraph that hangs, none lacks anything. */
function refuseWaits(ground: Ground, expected: number): { good: number; waited: number } {
  const lines = logged(ground, "Good");
  const waited = lines.filter(({ subgraphs }) => subgraphs.includes(subgraph)).length;
  const lacking = lines.filter(({ errors }) => errors.length > 0).length;
  if (lines.length < expected) throw new Error(`${lines.length} of ${expected} good requests are in the log`);
  if (waited + lacking > 0) throw new Error(`${waited} good requests waited, ${lacking} lack something`);
  return { good: lines.length, waited };
}

async function pairedStretches(ground: Ground, hanging: HangingServer): Promise<BenchResult> {
  const hub = await startOurs(ground, port, environment(hanging));
  try {
    await stretch(0, 10);
    const [quiet, among]: [number[], number[]] = [[], []];
    hanging.read();
    const before = memoryOf(hub.processIds[0]!);
    const look = watchProcess(hub.processIds[0]!);
    for (let round = 0; round < rounds; round += 1) {
      quiet.push(await stretch(0));
      among.push(await stretch(touchingPerSecond));
    }
    const { asked: arrived, mostOpen } = hanging.read();
    return paired(
      "hanging-subgraph-p99",
      `ms, p99 of ${goodPerSecond} good requests a second while another subgraph hangs (bar: ratio ≤ 1.5; yardstick: quiet)`,
      among,
      quiet,
      {
        ...refuseWaits(ground, rounds * 2 * seconds * goodPerSecond),
        touching: logged(ground, "Touching").length,
        reachedHanging: arrived,
        socketsToHanging: mostOpen,
        ...look(),
        megabytesBefore: Math.round(before),
      },
    );
  } finally {
    await hub.stop();
  }
}

/** The same without a breaker to help, and four times what the subgraph's places can hold: the limits alone. */
async function limitsAlone(ground: Ground, hanging: HangingServer): Promise<BenchResult> {
  const most = 32;
  const hub: Contestant = await startOurs(ground, port, {
    ...environment(hanging),
    SUBGRAPH_BREAKER_FAILURES: "1000000000",
    SUBGRAPH_CONCURRENCY: String(most),
  });
  try {
    await stretch(0, 5);
    const quiet = await stretch(0);
    hanging.read();
    const before = memoryOf(hub.processIds[0]!);
    const look = watchProcess(hub.processIds[0]!);
    const among = await stretch(4 * most);
    const { asked: arrived, mostOpen } = hanging.read();
    // One more for the question whether it is ready.
    if (mostOpen > most + 1) throw new Error(`${mostOpen} sockets to the subgraph that hangs`);
    return figure(
      "hanging-subgraph-limits",
      `sockets to it without a breaker (at most ${most})`,
      [mostOpen],
      {
        ...refuseWaits(ground, 2 * seconds * goodPerSecond),
        p99Ratio: Number((among / quiet).toPrecision(3)),
        reachedHanging: arrived,
        ...look(),
        megabytesBefore: Math.round(before),
      },
    );
  } finally {
    await hub.stop();
  }
}

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const hanging = await startHangingServer();
  try {
    return [await pairedStretches(ground, hanging), await limitsAlone(ground, hanging)];
  } finally {
    await hanging.stop();
    await ground.clear();
  }
}

export const hangingSubgraphBenchmark: Benchmark = {
  name: "hanging-subgraph",
  about: "good requests while a subgraph that they do not touch hangs and others ask it",
  run,
};
