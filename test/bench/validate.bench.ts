import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { aFolder } from "../harness/folder.js";
import { makeFiguresFile } from "./figures-file.js";
import { median } from "./measure.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const runs = 5;
const rowsOfPoints = [10_000, 100_000, 1_000_000];
const shares = [0.001, 0.5];

interface Cost {
  /** CPU seconds, user and system. */
  readonly seconds: number;
  /** Largest resident memory, in megabytes. */
  readonly megabytes: number;
}

/** Runs one of our programs to its end, as a user runs it; gives what it cost. */
function costOf(program: string, ...words: string[]): Cost {
  const { stderr } = spawnSync(
    "taskset",
    ["-c", "0", process.execPath, "--import", "./dist/test/bench/report-cost.js", program, ...words],
    { env: { PATH: process.env.PATH, NODE_ENV: "production" }, encoding: "utf8", maxBuffer: 1e8 },
  );
  const cost = /cost (\S+) s (\S+) MB/.exec(stderr);
  if (!cost) throw new Error(`${program}: expected its cost, got ${stderr.slice(-500)}`);
  return { seconds: Number(cost[1]), megabytes: Number(cost[2]) };
}

const validate = (file: string, report: string): Cost =>
  costOf("dist/gateway/cli/program.js", "validate", file, "--report", report);

function speed(folder: string): BenchResult {
  const file = join(folder, "speed.csv");
  makeFiguresFile(file, { rows: 10_000, faults: 0.001 });
  const [ours, parsing]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    parsing.push(costOf("dist/test/bench/parse-only.js", file).seconds);
    ours.push(validate(file, join(folder, "speed-report.csv")).seconds);
  }
  return paired(
    "validate",
    "CPU seconds for 10,000 rows, from the start of the program to its report (bar: ratio ≤ 5; yardstick: csv-parse reading the same file as a stream)",
    ours,
    parsing,
  );
}

function memory(folder: string, faults: number): BenchResult {
  const points = rowsOfPoints.map((rows) => {
    const file = join(folder, `memory-${rows}.csv`);
    makeFiguresFile(file, { rows, faults });
    const cost = validate(file, join(folder, "memory-report.csv"));
    execFileSync("rm", [file]);
    return cost;
  });
  const [small, ...larger] = points.map(({ megabytes }) => megabytes);
  return figure(
    `validate-memory-${faults * 100}%`,
    `MB resident at most over MB for 10,000 rows, with ${faults * 100} % of the rows at fault, shuffled (flat: near 1)`,
    larger.map((megabytes) => megabytes / small!),
    Object.fromEntries(
      points.map(({ megabytes, seconds }, index) => [
        `${rowsOfPoints[index]} rows`,
        `${Math.round(megabytes)} MB, ${seconds.toFixed(1)} CPU s`,
      ]),
    ),
  );
}

function start(): BenchResult {
  const seconds = (...words: string[]): number[] =>
    Array.from({ length: runs }, () => costOf("dist/gateway/cli/program.js", ...words).seconds);
  return figure("command-start", "CPU seconds of carrefour --help", seconds("--help"), {
    medianOfStatusHelp: median(seconds("status", "--help")),
  });
}

async function run(): Promise<BenchResult[]> {
  const folder = await aFolder();
  try {
    return [start(), speed(folder.path), ...shares.map((share) => memory(folder.path, share))];
  } finally {
    await folder.remove();
  }
}

export const validateBenchmark: Benchmark = {
  name: "validate",
  about: "validating a file against only parsing it, and memory from 10,000 to 1,000,000 shuffled rows",
  run,
};
