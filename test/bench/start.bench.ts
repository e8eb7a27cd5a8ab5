import { execFileSync } from "node:child_process";
import { aFolder } from "../harness/folder.js";
import { startEmbeddedDatabase } from "../../subgraphs/index.js";
import { end, runPinned, untilAnswers } from "./contestants.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const runs = 5;
const port = 4330;
const question = `http://127.0.0.1:${port}/graphql?query=${encodeURIComponent('{establishment(code:"chum"){code}}')}`;

// A GET needs this header (CSRF); the start counts as over with the first answer to a question, not with the first open port.
const answers = async (): Promise<void> => {
  await untilAnswers(`http://127.0.0.1:${port}/health/live`);
  const response = await fetch(question, { headers: { "apollo-require-preflight": "1" } });
  if (!response.ok) throw new Error(`first answer: ${response.status}`);
};

async function secondsToFirstAnswer(dataDir: string): Promise<number> {
  const startedAt = performance.now();
  const child = runPinned("dist/gateway/main.js", [], {
    PATH: process.env.PATH,
    PORT: String(port),
    HUB_DATA_DIR: dataDir,
    OPERATIONS_PORT: "off",
  });
  await answers();
  const seconds = (performance.now() - startedAt) / 1_000;
  await end(child);
  return seconds;
}

async function yardstickSeconds(dataDir: string): Promise<number> {
  const databaseStart = performance.now();
  const database = await startEmbeddedDatabase({ dataDir });
  const databaseSeconds = (performance.now() - databaseStart) / 1_000;
  await database.stop();
  const modulesStart = performance.now();
  execFileSync("taskset", ["-c", "0", process.execPath, "dist/test/bench/load-modules.js"]);
  return databaseSeconds + (performance.now() - modulesStart) / 1_000;
}

async function run(): Promise<BenchResult[]> {
  const first: number[] = [];
  const second: number[] = [];
  const yardstick: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const folder = await aFolder();
    const dataDir = folder.path;
    first.push(await secondsToFirstAnswer(dataDir));
    second.push(await secondsToFirstAnswer(dataDir));
    yardstick.push(await yardstickSeconds(dataDir));
    await folder.remove();
  }
  return [
    figure("first-start", "seconds from an empty folder to the first answer", first),
    paired(
      "second-start",
      "seconds (bar: ratio ≤ 2; yardstick: the same PostgreSQL start + node loading the same modules)",
      second,
      yardstick,
    ),
  ];
}

export const startBenchmark: Benchmark = {
  name: "start",
  about: "first start on an empty folder, and second start against PostgreSQL plus module loading",
  run,
};
