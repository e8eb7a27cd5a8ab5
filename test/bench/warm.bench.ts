import { writtenManifest } from "../../gateway/portal/asking/portal-manifest.js";
import { askOnce, raceAgainstBare } from "./against-bare.js";
import { prepareGround, startOurs } from "./contestants.js";
import type { Benchmark, BenchResult } from "./result.js";

const requests = 60_000;
// A minute's limit of one address would be over within seconds.
const unlimited = { RATE_LIMIT_ADDRESS: "1000000000" };

const page = writtenManifest().operations.find(({ name }) => name === "PortalEstablishment")!;
const path = `/graphql?${new URLSearchParams({
  extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: page.id } }),
  variables: JSON.stringify({ code: "ciusss-estrie-chus", campaign: "2024" }),
}).toString()}`;

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const ours = await startOurs(ground, 4960, unlimited);
  const hub = { ...ours, url: new URL(ours.url).origin };
  try {
    const identity = { "accept-encoding": "identity" };
    const brotli = { "accept-encoding": "br" };
    const race = { ours: hub, path, requests };
    const first = await askOnce(hub.url + path, identity);
    const etag = first.headers[first.headers.findIndex((word) => word.toLowerCase() === "etag") + 1] ?? "";
    return [
      await raceAgainstBare({ ...race, name: "warm-public-query", bar: 0.8, port: 4961, headers: identity }),
      await raceAgainstBare({ ...race, name: "warm-brotli", bar: 0.8, port: 4962, headers: brotli }),
      await raceAgainstBare({
        ...race,
        name: "not-modified",
        bar: 0.9,
        port: 4963,
        headers: { ...identity, "if-none-match": etag },
      }),
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
