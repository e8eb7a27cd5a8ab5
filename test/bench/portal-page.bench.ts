import { addressOf } from "../../gateway/portal/addresses.js";
import { raceAgainstBare } from "./against-bare.js";
import { prepareGround, startOurs } from "./contestants.js";
import type { Benchmark, BenchResult } from "./result.js";

// A minute's limit of one address would be over within seconds.
const unlimited = { RATE_LIMIT_ADDRESS: "1000000000" };

const path = addressOf("fr", "indicator", { code: "IQP-06" });
const race = { path, bar: 0.5, requests: 30_000 } as const;

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const ours = await startOurs(ground, 4970, unlimited);
  const hub = { ...ours, url: new URL(ours.url).origin };
  try {
    const accept = { accept: "text/html" };
    return [
      await raceAgainstBare({
        ...race,
        ours: hub,
        name: "portal-page",
        port: 4971,
        headers: { ...accept, "accept-encoding": "identity" },
      }),
      await raceAgainstBare({
        ...race,
        ours: hub,
        name: "portal-page-brotli",
        port: 4972,
        headers: { ...accept, "accept-encoding": "br" },
      }),
    ];
  } finally {
    await hub.stop();
    await ground.clear();
  }
}

export const portalPageBenchmark: Benchmark = {
  name: "portal-page",
  about:
    "An indicator's page answered from what is kept, against a bare node:http server sending the same bytes",
  run,
};
