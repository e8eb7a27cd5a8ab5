import { asOfBenchmark } from "./as-of.bench.js";
import { authenticatedDoorBenchmark } from "./authenticated-door.bench.js";
import { exportBenchmark } from "./export.bench.js";
import { growthBenchmark } from "./growth.bench.js";
import { hangingSubgraphBenchmark } from "./hanging-subgraph.bench.js";
import { hostileBenchmark } from "./hostile.bench.js";
import { memoryBenchmark } from "./memory.bench.js";
import { operationsMemoryBenchmark } from "./operations-memory.bench.js";
import { portalPageBenchmark } from "./portal-page.bench.js";
import { portalPaintBenchmark } from "./portal-paint.bench.js";
import { portalBenchmark, portalHiveBenchmark, portalOverHttpBenchmark } from "./portal.bench.js";
import { protectBenchmark } from "./protect.bench.js";
import { publishBenchmark } from "./publish.bench.js";
import { pushBenchmark } from "./push.bench.js";
import { releaseBenchmark } from "./release.bench.js";
import type { BenchResult } from "./result.js";
import { startBenchmark } from "./start.bench.js";
import { validateBenchmark } from "./validate.bench.js";
import { warmBenchmark } from "./warm.bench.js";
import { workersBenchmark } from "./workers.bench.js";

const benchmarks = [
  portalBenchmark,
  portalOverHttpBenchmark,
  portalHiveBenchmark,
  portalPageBenchmark,
  portalPaintBenchmark,
  growthBenchmark,
  authenticatedDoorBenchmark,
  startBenchmark,
  memoryBenchmark,
  operationsMemoryBenchmark,
  pushBenchmark,
  asOfBenchmark,
  publishBenchmark,
  protectBenchmark,
  releaseBenchmark,
  validateBenchmark,
  hostileBenchmark,
  warmBenchmark,
  hangingSubgraphBenchmark,
  workersBenchmark,
  exportBenchmark,
];

/** npm run bench -- [--list] [NAME…] [--json] */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  if (asked.includes("--list"))
    return benchmarks.forEach(({ name, about }) => console.log(`${name}\t${about}`));
  const names = asked.filter((word) => !word.startsWith("--"));
  const unknown = names.find((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown)
    throw new Error(
      `unknown benchmark ${unknown}; expected: ${benchmarks.map(({ name }) => name).join(" | ")}`,
    );
  const chosen = benchmarks.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const benchmark of chosen) {
    for (const result of await benchmark.run())
      console.log(asked.includes("--json") ? JSON.stringify(result) : inWords(result));
  }
}

function inWords({ name, ours, yardstick, ratio, unit, runs, beside }: BenchResult): string {
  const against = yardstick === null ? "" : ` against ${yardstick}: ratio ${ratio}`;
  const more = beside ? `  ${JSON.stringify(beside)}` : "";
  return `${name}: ${ours}${against} ${unit}  [${runs.join(", ")}]${more}`;
}

await main();
