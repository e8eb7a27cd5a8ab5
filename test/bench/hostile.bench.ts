import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { hostileRequests } from "../security/hostile-requests.js";
import { hubFlags } from "../harness/hub-flags.js";
import {
  contestantCore,
  end,
  environmentOf,
  type Ground,
  prepareGround,
  untilAnswers,
} from "./contestants.js";
import { type Seen, sendAtFixedRate, type Sent } from "./fixed-rate.js";
import { cpuSecondsOf } from "./measure.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const rounds = 5;
const seconds = 10;
const goodPerSecond = 50;
const hostilePerSecond = 500;
const port = 4360;
const url = new URL(`http://127.0.0.1:${port}`);

const json = { "content-type": "application/json" };
const codes = ["chum", "cusm", "ciusss-estrie-chus", "cisss-bas-saint-laurent", "chu-quebec-ul"];
const goodQuery = `query Page($code: String!) { establishment(code: $code) {
  code name { fr } region { code name { fr } } userCommittees { kind name { fr } } researchPartnerships { id } } }`;

/** A good request, which is computed: what is answered from what is kept would not feel an attack. */
const good = (n: number): Sent => ({
  path: "/graphql",
  method: "POST",
  headers: { ...json, authorization: `Bearer ${n}` },
  body: JSON.stringify({ query: goodQuery, variables: { code: codes[n % codes.length] } }),
});

let sentHostile = 0;

/** The next kind in turn; each document is new, so that none is known from before. */
function hostile(n: number): Sent {
  const { door, search, method, headers, body } = hostileRequests[n % hostileRequests.length]!;
  sentHostile += 1;
  return {
    path: `${door}${search ?? ""}`,
    method,
    headers: headers ?? {},
    body: body?.replace('{"query":"', `{"query":"#${sentHostile}\\n`),
    from: `127.0.0.${2 + (n % 8)}`,
  };
}

interface WatchedHub {
  readonly child: ChildProcess;
  plans(): Promise<number>;
}

async function startWatched(ground: Ground, more: Record<string, string>): Promise<WatchedHub> {
  const child = spawn(
    "taskset",
    ["-c", String(contestantCore), process.execPath, ...hubFlags, "dist/test/bench/watched-hub.js"],
    {
      env: environmentOf(ground, { PORT: String(port), ...more }),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  await untilAnswers(`${url.origin}/health/ready`);
  return {
    child,
    plans: () =>
      new Promise((resolve) => {
        child.once("message", (count) => resolve(Number(count)));
        child.send("plans");
      }),
  };
}

const p99 = (seen: readonly Seen[]): number => {
  const sorted = seen.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
};

const statusesOf = (seen: readonly Seen[]): string =>
  [...new Set(seen.map(({ status }) => status))].join(", ");

/** One stretch of good requests, alone or among hostile ones. */
async function stretch(hub: WatchedHub, withHostile: boolean): Promise<Stretch> {
  const [plans, cpu] = [await hub.plans(), cpuSecondsOf([hub.child.pid!])];
  const [goodSeen, hostileSeen] = await Promise.all([
    sendAtFixedRate(url, { perSecond: goodPerSecond, seconds, connections: 50 }, good),
    withHostile
      ? sendAtFixedRate(url, { perSecond: hostilePerSecond, seconds, connections: 200 }, hostile)
      : Promise.resolve([]),
  ]);
  const failed = goodSeen.filter(({ status }) => status !== 200);
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${goodSeen.length} good requests failed: ${statusesOf(failed)}`);
  const planned = (await hub.plans()) - plans - goodSeen.length;
  if (planned !== 0) throw new Error(`${planned} hostile requests came as far as the planner`);
  const through = hostileSeen.filter(({ status, isCutOff }) => !isCutOff && (status < 400 || status >= 500));
  if (through.length > 0)
    throw new Error(`${through.length} hostile requests were not refused: ${statusesOf(through)}`);
  return {
    p99: p99(goodSeen),
    cpuSeconds: cpuSecondsOf([hub.child.pid!]) - cpu,
    hostile: hostileSeen,
  };
}

interface Stretch {
  readonly p99: number;
  readonly cpuSeconds: number;
  readonly hostile: readonly Seen[];
}

const unlimited = { RATE_LIMIT_ADDRESS: "1000000000", RATE_LIMIT_PRINCIPAL: "1000000000" };

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  try {
    const hub = await startWatched(ground, unlimited);
    const [quiet, attacked, perRefusal]: [number[], number[], number[]] = [[], [], []];
    try {
      // Compiled and warm before anything is measured.
      await sendAtFixedRate(url, { perSecond: 200, seconds: 5, connections: 50 }, good);
      await sendAtFixedRate(url, { perSecond: 200, seconds: 3, connections: 50 }, hostile);
      for (let round = 0; round < rounds; round += 1) {
        const alone = await stretch(hub, false);
        const among = await stretch(hub, true);
        quiet.push(alone.p99);
        attacked.push(among.p99);
        perRefusal.push(((among.cpuSeconds - alone.cpuSeconds) / among.hostile.length) * 1_000);
      }
    } finally {
      await end(hub.child);
    }
    const limited = await startWatched(ground, {});
    try {
      const { hostile: seen } = await stretch(limited, true);
      const heldOff = seen.filter(({ status }) => status === 429).length;
      return [
        paired(
          "hostile-p99",
          `ms, p99 of ${goodPerSecond} good requests a second among ${hostilePerSecond} hostile ones (bar: ratio ≤ 2; yardstick: alone)`,
          attacked,
          quiet,
          { hostileSent: sentHostile, kinds: hostileRequests.length, planned: 0, goodFailed: 0 },
        ),
        figure(
          "hostile-cpu",
          "ms of CPU a refused request (bar: 5), limits of rate unable to help",
          perRefusal,
        ),
        figure(
          "hostile-held-off",
          "share of hostile requests from eight addresses held off by rate in 10 s",
          [heldOff / seen.length],
        ),
      ];
    } finally {
      await end(limited.child);
    }
  } finally {
    await ground.clear();
  }
}

export const hostileBenchmark: Benchmark = {
  name: "hostile",
  about: "good requests among ten times as many hostile ones, every kind of attack in turn",
  run,
};
