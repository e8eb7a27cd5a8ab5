import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HubElsewhere } from "../harness/hub-under-test.js";

/** A test of the suite, as it ended. */
export interface Asked {
  readonly name: string;
  readonly isPassed: boolean;
  readonly message: string;
}

/** What is not asked of a hub elsewhere, and why. */
export const notAskedElsewhere: Readonly<Record<string, string>> = {
  "statements.test.ts": "counts the statements of a hub in its own process",
  "small-reads.test.ts": "counts the statements of a hub in its own process",
  "outlasting-build.test.ts": "needs a time-out of its own, OPERATION_TIMEOUT_SECONDS=1",
  "one subgraph that hangs": "needs a subgraph's address of its own, where nobody answers",
};

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
    readonly status: string;
    readonly message: string;
    readonly name: string;
  }[];
}

/** Asks the federation suite of a hub that runs elsewhere; gives how each of its tests ended. */
export async function askSuite(
  folder: string,
  hub: HubElsewhere,
  notAsked: Readonly<Record<string, string>> = notAskedElsewhere,
): Promise<Asked[]> {
  const report = join(folder, `suite-${Date.now()}.json`);
  const [files, names] = [true, false].map((areFiles) =>
    Object.keys(notAsked).filter((name) => name.endsWith(".test.ts") === areFiles),
  ) as [string[], string[]];
  const child = spawn(
    process.execPath,
    [
      ...["node_modules/vitest/vitest.mjs", "run", "--config", "test/scale/suite.config.mjs"],
      ...["--reporter=json", `--outputFile=${report}`, "--silent=true"],
      ...files.flatMap((file) => ["--exclude", `**/${file.replace(/\.ts$/, ".js")}`]),
      ...["--testNamePattern", `^(?!.*(${names.join("|")}))`],
    ],
    {
      env: { PATH: process.env.PATH, HUB_UNDER_TEST: JSON.stringify(hub) },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let printed = "";
  child.stderr.on("data", (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-8_000)));
  await new Promise((resolve) => child.once("close", resolve));
  const results = resultsIn(report);
  if (results === null) throw new Error(`the suite could not be asked:\n${printed}`);
  return results.testResults.flatMap(({ assertionResults, status, message, name }) => {
    const asked = assertionResults
      .filter((test) => test.status !== "skipped")
      .map(({ fullName, status, failureMessages }) => ({
        name: fullName,
        isPassed: status === "passed",
        message: failureMessages.join("\n"),
      }));
    const isWhole = status === "passed" || asked.some(({ isPassed }) => !isPassed);
    return isWhole ? asked : [...asked, { name, isPassed: false, message }];
  });
}

function resultsIn(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return null;
  }
}
