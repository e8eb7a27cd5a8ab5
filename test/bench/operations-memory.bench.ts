import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Benchmark, type BenchResult, figure } from "./result.js";
import type { HeapAt } from "./varied-operations.js";

const program = fileURLToPath(new URL("./varied-operations.js", import.meta.url));

async function run(): Promise<BenchResult[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", program]);
  const heaps = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as HeapAt);
  const [first, last] = [heaps[0]!, heaps.at(-1)!];
  return [
    figure("operations-memory", "MB of heap after 200,000 operations", [last.megabytes], {
      ...Object.fromEntries(
        heaps.map(({ operations, megabytes }) => [`at ${operations}`, Math.round(megabytes)]),
      ),
      compiled: last.compiled,
      lastOverFirst: Number((last.megabytes / first.megabytes).toFixed(3)),
      bar: "at most 1.1",
    }),
  ];
}

export const operationsMemoryBenchmark: Benchmark = {
  name: "operations-memory",
  about: "heap of the executor over 200,000 operations, a twentieth of them never asked before",
  run,
};
