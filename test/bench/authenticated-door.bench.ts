import { isDeepStrictEqual } from "node:util";
import { aTokenIssuer, type TokenIssuer } from "../harness/token-issuer.js";
import { type Contestant, prepareGround, startOurs, startOursOverHttp } from "./contestants.js";
import { type LoadResult, sendLoad } from "./load.js";
import { cpuSecondsOf } from "./measure.js";
import { portalBody } from "./portal-query.js";
import { type Benchmark, type BenchResult, paired } from "./result.js";

const rounds = 5;
const requests = 300;
const warmUp = 250;
// One after the other: at the public door questions under way at once share what they ask alike, which is not cold.
const connections = 1;
const bar = "bar: ratio ≤ 1.3";

type Door = "public" | "authenticated";
const doors: readonly Door[] = ["public", "authenticated"];
const urlOf = ({ url }: Contestant, door: Door): string => (door === "public" ? url : `${url}/authenticated`);

/** Sends a burst, each request with a token of its own: signed before the first is sent, so that none is old. */
async function burst(
  issuer: TokenIssuer,
  contestant: Contestant,
  door: Door,
  count: number,
): Promise<LoadResult & { readonly cpuMs: number }> {
  // A few more than are sent: the generator prepares requests ahead.
  const tokens = Array.from({ length: count + 2 * connections }, () => issuer.token());
  const before = cpuSecondsOf(contestant.processIds);
  const seen = await sendLoad({
    url: urlOf(contestant, door),
    requests: count,
    connections,
    bodyOf: portalBody,
    tokens,
  });
  if (seen.failures > 0) throw new Error(`${seen.failures} requests failed at the ${door} door`);
  return { ...seen, cpuMs: ((cpuSecondsOf(contestant.processIds) - before) / count) * 1_000 };
}

async function answerOf(issuer: TokenIssuer, contestant: Contestant, door: Door): Promise<unknown> {
  const response = await fetch(urlOf(contestant, door), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${issuer.token()}` },
    body: portalBody(0),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (!data || errors)
    throw new Error(`the portal query failed at the ${door} door: ${JSON.stringify(errors)}`);
  return data;
}

/** The two doors of one hub in turn: the same query, the same rows, the same processes. */
async function compare(name: string, issuer: TokenIssuer, contestant: Contestant): Promise<BenchResult> {
  const [atPublic, atAuthenticated] = await Promise.all(
    doors.map((door) => answerOf(issuer, contestant, door)),
  );
  if (!isDeepStrictEqual(atPublic, atAuthenticated)) throw new Error("the doors disagree");
  for (const door of doors) await burst(issuer, contestant, door, warmUp);
  const cpu: Record<Door, number[]> = { public: [], authenticated: [] };
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const door of doors) {
      const seen = await burst(issuer, contestant, door, requests);
      cpu[door].push(seen.cpuMs);
      bytes = Math.round(seen.bytesPerRequest);
    }
  }
  return paired(name, `ms of CPU a request (${bar})`, cpu.authenticated, cpu.public, { bytes });
}

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const issuer = await aTokenIssuer();
  const trusted = { OIDC_ISSUER: issuer.issuer };
  try {
    const results: BenchResult[] = [];
    for (const [name, start] of [
      ["authenticated-door-in-process", () => startOurs(ground, 4370, trusted)],
      ["authenticated-door-over-http", () => startOursOverHttp(ground, 4380, trusted)],
    ] as const) {
      const contestant = await start();
      results.push(await compare(name, issuer, contestant).finally(() => contestant.stop()));
    }
    return results;
  } finally {
    await issuer.close();
    await ground.clear();
  }
}

export const authenticatedDoorBenchmark: Benchmark = {
  name: "authenticated-door",
  about:
    "CPU of a portal query whose caller's token is verified, against the same query at the public door, in process and over HTTP",
  run,
};
