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
  const printed = await jest(folder, databaseUrl, [
    ...["--config", join(folder, "borders.config.mjs")],
    ...["--json", `--outputFile=${report}`, "--silent", "--runTestsByPath", ...tests],
  ]);
  const text = await readFile(report, "utf8").catch(() => {
    throw new Error(`jest told nothing and had printed:\n${printed}`);
  });
  return (JSON.parse(text) as Report).testResults.map(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const [reason = ""] = (failed[0]?.failureMessages[0] ?? message).trim().split("\n");
    return {
      file: relative(folder, name),
      failed: failed.map(({ fullName }) => fullName),
      reason,
      passed: assertionResults.filter(({ status }) => status === "passed").length,
      isUnrunnable: assertionResults.length === 0,
    };
  });
}

const jest = (folder: string, databaseUrl: string, options: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        ...["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
        ...["node_modules/jest/bin/jest.js", ...options],
      ],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, LANG: "fr_CA.UTF-8", TEST_DATABASE_URL: databaseUrl },
        stdio: ["ignore", "pipe", "pipe"],
        timeout: longestRunMs,
        killSignal: "SIGKILL",
      },
    );
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-20_000)));
    child.once("error", reject);
    child.once("close", () => resolve(printed));
  });
