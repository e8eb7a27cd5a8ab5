import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { logFile } from "./logs.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

const compiled = pathToFileURL("dist/gateway/operations/logs.js").href;

/** A process of its own that opens the journal of the folder; gives how it ended, and what it printed. */
function run(body: string): { readonly ended: Promise<number | null>; end(): void } {
  const program = `import { openLog } from ${JSON.stringify(compiled)};
    const log = openLog({ to: "file", level: "info", dataDir: ${JSON.stringify(folder.path)} });
    const write = (lines) => { for (let line = 0; line < lines; line += 1) log.info({ line }, "à « Trois-Rivières » 🦜"); };
    ${body}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: "ignore" });
  return {
    ended: once(child, "exit").then(([code]) => code as number | null),
    end: () => void child.kill("SIGKILL"),
  };
}

/** The lines of the journal, each whole. */
const lines = (): { readonly line: number; readonly msg: string }[] =>
  readFileSync(logFile(folder.path), "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { line: number; msg: string });
const numbers = (): number[] => lines().map(({ line }) => line);

describe("the journal's file", () => {
  it.each([
    ["ends by itself", "", 0],
    ["is told to end", "process.exit(3);", 3],
    ["crashes", 'throw new Error("crash");', 1],
    ["crashes later", 'setTimeout(() => { throw new Error("crash"); }, 1);', 1],
    ["ends while a batch is being written", "setImmediate(() => process.exit(4));", 4],
  ])("holds every line, in order, of a process that %s", async (_how, ending, code) => {
    // Some batches, and a part of one.
    expect(await run(`write(2_000); ${ending}`).ended).toBe(code);
    expect(numbers()).toEqual(Array.from({ length: 2_000 }, (_, line) => line));
    expect(lines()[0]!.msg).toBe("à « Trois-Rivières » 🦜");
  });

  it("shows a line a moment later, without any other line or an end", async () => {
    const program = run("write(1); setInterval(() => undefined, 1_000);");
    try {
      const deadline = Date.now() + 20_000;
      let seen: number[] = [];
      while (seen.length === 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        try {
          seen = numbers();
        } catch (error) {
          // The program has not opened it yet.
          if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
        }
      }
      expect(seen).toEqual([0]);
    } finally {
      program.end();
    }
  });
});
