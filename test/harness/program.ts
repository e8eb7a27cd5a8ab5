import { type ChildProcess, spawn } from "node:child_process";

/** A program of ours, run as a user runs it. */
export interface Program {
  readonly child: ChildProcess;
  /** Everything it printed so far, both streams. */
  output(): string;
  /** Waits until it printed the text; fails when it ends before. */
  until(text: string): Promise<void>;
  /** Waits for its end; gives its exit code. */
  ended(): Promise<number | null>;
}

const mostMs = 30_000;

/** Runs node with nothing of this process's environment but PATH and the given variables. */
export function runProgram(values: string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, values, {
    env: { PATH: process.env.PATH, LANG: "fr_CA.UTF-8", OPERATIONS_PORT: "off", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const end = new Promise<number | null>((resolve) => child.once("close", resolve));
  // A program that should have refused must not outlive the suite.
  const watch = setTimeout(() => child.kill("SIGKILL"), 3 * mostMs);
  void end.then(() => clearTimeout(watch));
  return {
    child,
    output: () => printed,
    ended() {
      const late = setTimeout(() => child.kill("SIGKILL"), mostMs);
      return end.finally(() => clearTimeout(late));
    },
    async until(text) {
      const deadline = Date.now() + mostMs;
      while (!printed.includes(text)) {
        if (child.exitCode !== null || Date.now() > deadline)
          throw new Error(`expected « ${text} », the program printed:\n${printed}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
  };
}
