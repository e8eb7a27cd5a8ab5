import { spawn } from "node:child_process";
import { get, type IncomingMessage } from "node:http";
import autocannon from "autocannon";
import { writtenManifest } from "../../gateway/portal/asking/portal-manifest.js";
import {
  type Contestant,
  contestantCore,
  end,
  prepareGround,
  startOurs,
  untilAnswers,
} from "./contestants.js";
import { cpuSecondsOf, median } from "./measure.js";
import { type Benchmark, type BenchResult, paired } from "./result.js";

const rounds = 5;
const requests = 60_000;
const warmUp = 20_000;
const connections = 8;
// A minute's limit of one address would be over within seconds.
const unlimited = { RATE_LIMIT_ADDRESS: "1000000000" };

const page = writtenManifest().operations.find(({ name }) => name === "PortalEstablishment")!;
const path = `/graphql?${new URLSearchParams({
  extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: page.id } }),
  variables: JSON.stringify({ code: "ciusss-estrie-chus", campaign: "2024" }),
}).toString()}`;

/** One answer as it went over the wire. */
interface Sent {
  readonly status: number;
  readonly headers: string[];
  readonly body: Buffer;
}

const ask = (url: string, headers: Record<string, string>): Promise<Sent> =>
  new Promise((resolve, reject) => {
    get(url, { headers }, (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.rawHeaders, body: Buffer.concat(chunks) }),
      );
    }).on("error", reject);
  });

// Node writes these by itself; a request number has the same length each time.
const written = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);
const ownHeaders = ({ headers }: Sent): string[] =>
  headers.filter((_, index) => !written.has(headers[index - (index % 2)]!.toLowerCase()));

async function startBare(port: number, sent: Sent): Promise<Contestant> {
  const script = "dist/test/bench/bare-server.js";
  const child = spawn("taskset", ["-c", String(contestantCore), process.execPath, script, String(port)], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.end(
    JSON.stringify({ status: sent.status, headers: ownHeaders(sent), body: sent.body.toString("base64") }),
  );
  const url = `http://127.0.0.1:${port}`;
  if (sent.status === 200) await untilAnswers(url);
  else await new Promise((resolve) => setTimeout(resolve, 1_000));
  return { url, processIds: [child.pid!], stop: () => end(child) };
}

/** Milliseconds of CPU a request of a burst. */
async function burst(
  { url, processIds }: Contestant,
  headers: Record<string, string>,
  amount: number,
  status: number,
): Promise<number> {
  const before = cpuSecondsOf(processIds);
  const seen = await autocannon({ url: url + path, amount, connections, headers });
  const answered = status === 304 ? seen["3xx"] : seen["2xx"];
  if (answered < amount || seen.errors > 0)
    throw new Error(`${url}: ${answered} of ${amount} answered ${status}`);
  return ((cpuSecondsOf(processIds) - before) / amount) * 1_000;
}

async function compare(
  name: string,
  bar: number,
  ours: Contestant,
  port: number,
  headers: Record<string, string>,
): Promise<BenchResult> {
  // The third time it goes the short way.
  for (let turn = 0; turn < 3; turn += 1) await ask(ours.url + path, headers);
  const sent = await ask(ours.url + path, headers);
  const bare = await startBare(port, sent);
  try {
    const contestants = [ours, bare] as const;
    for (const contestant of contestants) await burst(contestant, headers, warmUp, sent.status);
    const [own, yardstick]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      own.push(await burst(ours, headers, requests, sent.status));
      yardstick.push(await burst(bare, headers, requests, sent.status));
    }
    // What is compared is requests a second of CPU: the fewer milliseconds, the more.
    const perSecond = (figures: readonly number[]): number[] => figures.map((ms) => 1_000 / ms);
    return paired(
      name,
      `requests a second of CPU (bar: ratio ≥ ${bar})`,
      perSecond(own),
      perSecond(yardstick),
      {
        status: sent.status,
        bytes: sent.body.length,
        usOurs: Math.round(median(own) * 1_000),
        usBare: Math.round(median(yardstick) * 1_000),
      },
    );
  } finally {
    await bare.stop();
  }
}

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const ours = await startOurs(ground, 4960, unlimited);
  const hub = { ...ours, url: new URL(ours.url).origin };
  try {
    const identity = { "accept-encoding": "identity" };
    const first = await ask(hub.url + path, identity);
    const etag = first.headers[first.headers.findIndex((word) => word.toLowerCase() === "etag") + 1] ?? "";
    return [
      await compare("warm-public-query", 0.8, hub, 4961, identity),
      await compare("warm-brotli", 0.8, hub, 4962, { "accept-encoding": "br" }),
      await compare("not-modified", 0.9, hub, 4963, { ...identity, "if-none-match": etag }),
    ];
  } finally {
    await hub.stop();
    await ground.clear();
  }
}

export const warmBenchmark: Benchmark = {
  name: "warm",
  about:
    "A portal's page answered from what is kept, and 304, against a bare node:http server sending the same bytes",
  run,
};
