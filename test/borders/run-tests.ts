import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";

/** What became of one file of tests. */
export interface FileOutcome {
  readonly file: string;
  /** The titles of the tests that failed. */
  readonly failed: readonly string[];
  /** The first line of what the first of them said. */
  readonly reason: string;
  readonly passed: number;
  /** True when it did not even come to its tests, which says nothing about a guard. */
  readonly isUnrunnable: boolean;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const longestRunMs = 8 * 60_000;

/** Runs the named files of tests in a folder, on the database given. */
export async function runTests(
  folder: string,
  databaseUrl: string,
  tests: readonly string[],
): Promise<FileOutcome[]> {
  const report = join(folder, "report.json");
  await rm(report, { force: true });
  const built = await node(folder, {}, ["build.mjs"]);
  const printed = await node(folder, { TEST_DATABASE_URL: databaseUrl }, [
    ...["node_modules/vitest/vitest.mjs", "run", "--config", "borders.config.mjs"],
    ...["--reporter=json", `--outputFile=${report}`, "--silent=true", ...tests.map(compiledOf)],
  ]);
  const text = await readFile(report, "utf8").catch(() => {
    throw new Error(`the tests told nothing and had printed:\n${built}${printed}`);
  });
  return (JSON.parse(text) as Report).testResults.map(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const [reason = ""] = (failed[0]?.failureMessages[0] ?? message).trim().split("\n");
    const beforeAny = status === "failed" && failed.length === 0 ? ["before any of its tests"] : [];
    return {
      file: sourceOf(relative(folder, name)),
      failed: [...failed.map(({ fullName }) => fullName), ...beforeAny],
      reason,
      passed: assertionResults.filter((test) => test.status === "passed").length,
      isUnrunnable: assertionResults.length === 0,
    };
  });
}

const compiledOf = (source: string): string => `dist/${source.replace(/\.tsx?$/, ".js")}`;
const sourceOf = (compiled: string): string => compiled.replace(/^dist\//, "").replace(/\.js$/, ".ts");

/** Runs Node in a folder; gives the end of what it printed. */
const node = (
  folder: string,
  env: Readonly<Record<string, string>>,
  options: readonly string[],
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, options, {
      cwd: folder,
      env: { PATH: process.env.PATH, LANG: "fr_CA.UTF-8", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: longestRunMs,
      killSignal: "SIGKILL",
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-20_000)));
    child.once("error", reject);
    child.once("close", () => resolve(printed));
  });
