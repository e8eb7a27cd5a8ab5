import { spawn } from "node:child_process";
import { get, type IncomingMessage } from "node:http";
import autocannon from "autocannon";
import { type Contestant, contestantCore, end, untilAnswers } from "./contestants.js";
import { cpuSecondsOf, median } from "./measure.js";
import { type BenchResult, paired } from "./result.js";

const rounds = 5;
// The two sides of a round take turns every few tenths of a second: what else the machine does falls on both.
const turns = 10;
const connections = 8;

/** What is asked of both, and how. */
export interface RaceAgainstBare {
  readonly name: string;
  /** The least ratio of requests a second of CPU. */
  readonly bar: number;
  /** The hub; its address is that of its host alone. */
  readonly ours: Contestant;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the bare server listens. */
  readonly port: number;
  /** Requests of a round. */
  readonly requests: number;
}

/** One answer as it went over the wire. */
export interface Sent {
  readonly status: number;
  readonly headers: string[];
  readonly body: Buffer;
}

/** Asks by GET, without unpacking what comes. */
export const askOnce = (url: string, headers: Readonly<Record<string, string>>): Promise<Sent> =>
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
  { path, headers }: RaceAgainstBare,
  amount: number,
  status: number,
): Promise<number> {
  const before = cpuSecondsOf(processIds);
  // A burst ends when a sample does.
  const seen = await autocannon({
    url: url + path,
    amount,
    connections,
    headers: { ...headers },
    sampleInt: 20,
  });
  const answered = status === 304 ? seen["3xx"] : seen["2xx"];
  if (answered < amount || seen.errors > 0)
    throw new Error(`${url}: ${answered} of ${amount} answered ${status}`);
  return ((cpuSecondsOf(processIds) - before) / amount) * 1_000;
}

/** Races the hub against Node's own server that sends the same bytes: requests a second of CPU. */
export async function raceAgainstBare(race: RaceAgainstBare): Promise<BenchResult> {
  const { name, bar, ours, path, headers, port, requests } = race;
  // The third time it goes the short way.
  for (let turn = 0; turn < 3; turn += 1) await askOnce(ours.url + path, headers);
  const sent = await askOnce(ours.url + path, headers);
  const bare = await startBare(port, sent);
  try {
    const contestants = [ours, bare] as const;
    for (const contestant of contestants) await burst(contestant, race, requests / 3, sent.status);
    const [own, yardstick]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const used: [number, number] = [0, 0];
      for (let turn = 0; turn < turns; turn += 1)
        for (const [index, contestant] of contestants.entries())
          used[index]! += (await burst(contestant, race, requests / turns, sent.status)) / turns;
      own.push(used[0]);
      yardstick.push(used[1]);
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
