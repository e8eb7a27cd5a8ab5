import { spawn } from "node:child_process";
import { join } from "node:path";
import { Workshop } from "../borders/workshop.js";
import { aFolder } from "../harness/folder.js";
import { mutations } from "./mutations.js";

interface Run {
  readonly code: number | null;
  readonly printed: string;
}

const longestRunMs = 10 * 60_000;

/** Runs the comparison on copies of the project whose executor is broken in one place each; every run must be red. */
export async function seeBrokenExecutors(
  options: readonly string[],
  say: (text: string) => void,
): Promise<boolean> {
  const folder = await aFolder();
  try {
    const workshop = await Workshop.open(join(folder.path, "workshop"));
    const compare = async (): Promise<Run> => {
      const built = await node(workshop.folder, ["build.mjs"]);
      if (built.code !== 0) throw new Error(`it does not compile:\n${built.printed}`);
      return node(workshop.folder, ["dist/test/differential/differential.js", "--failures", "1", ...options]);
    };
    const good = await compare();
    say(`${good.code === 0 ? "✔ green" : "✘ NOT GREEN"}  the executor as it is`);
    if (good.code !== 0) say(good.printed);
    let isEachSeen = good.code === 0;
    for (const mutation of mutations) {
      const { code, printed } = await workshop.broken({ ...mutation, tests: [] }, compare);
      // Red is a failure of ours that was told, not a program that did not run.
      const told = printed.split("\n").find((line) => line.startsWith("    the hub's executor"));
      const isSeen = code === 1 && told !== undefined;
      say(`${isSeen ? "✔ seen" : "✘ NOT SEEN"}  ${mutation.name}`);
      say(told ?? printed.slice(-2_000));
      isEachSeen &&= isSeen;
    }
    return isEachSeen;
  } finally {
    await folder.remove();
  }
}

const node = (folder: string, options: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, options, {
      cwd: folder,
      env: { PATH: process.env.PATH, LANG: "fr_CA.UTF-8", APOLLO_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: longestRunMs,
      killSignal: "SIGKILL",
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-20_000)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, printed }));
  });
