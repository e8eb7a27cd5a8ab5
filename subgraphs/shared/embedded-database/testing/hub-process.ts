import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/** The built module that a hub process imports, below the folder of an installation. */
export const builtModule = "dist/subgraphs/shared/embedded-database/index.js";

// A hub in a process of its own, so that it can be killed: tells its steps and its state, one JSON object a line.
const hubProgram = (module: string) => `
  import { startEmbeddedDatabase, writeHubAddress } from ${JSON.stringify(pathToFileURL(module).href)};
  const say = (line) => process.stdout.write(JSON.stringify(line) + "\\n");
  const dataDir = process.argv[1];
  try {
    const database = await startEmbeddedDatabase({ dataDir, durable: false, onProgress: (step) => say({ step }) });
    await writeHubAddress(dataDir, "http://127.0.0.1:4000");
    say(database);
    process.stdin.on("data", async () => { await database.stop(); await database.stop(); process.exit(0); });
  } catch (error) {
    say({ refusal: { code: error.code, french: error.french, english: error.english, message: error.message } });
    process.exitCode = 3;
  }`;

interface Refusal {
  code: string;
  french: string;
  english: string;
  message: string;
}

interface Line {
  step?: string;
  url?: string;
  firstStart?: boolean;
  adopted?: boolean;
  mended?: boolean;
  refusal?: Refusal;
}

const hubs: ChildProcess[] = [];

/** Starts a hub, in a process group of its own, on a data directory. */
export function aHub(dataDir: string, options: { installation?: string; uid?: number } = {}) {
  const { installation = process.cwd(), uid } = options;
  const program = hubProgram(join(installation, builtModule));
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, dataDir], {
    stdio: ["pipe", "pipe", "inherit"],
    cwd: "/",
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  hubs.push(child);
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const lines = createInterface({ input: child.stdout });
  const until = (isWanted: (line: Line) => boolean) =>
    new Promise<Line>((resolve, reject) => {
      lines.on("line", (text) => {
        const line = JSON.parse(text) as Line;
        if (isWanted(line)) resolve(line);
        else if (line.refusal !== undefined) reject(new Error(line.refusal.message));
        else if (line.url !== undefined) reject(new Error("the hub has started"));
      });
    });
  // A hub that has ended cannot be told to stop; its exit is what the caller waits for.
  child.stdin.on("error", () => undefined);
  return {
    pid: child.pid ?? 0,
    exit,
    reaches: (step: string) => until((line) => line.step === step),
    ready: () => until((line) => line.url !== undefined) as Promise<Required<Line>>,
    refused: () => until((line) => line.refusal !== undefined).then((line) => line.refusal as Refusal),
    /** As the kernel does for want of memory, and to the whole group, as a closed terminal does. */
    kill: () => {
      if (child.pid === undefined) throw new Error("expected a running hub, got one that was never started");
      process.kill(-child.pid, "SIGKILL");
      return exit;
    },
    stop: () => {
      child.stdin.write("stop\n");
      return exit;
    },
  };
}

/** Ends what a failed test left running. */
export function killHubs(): void {
  for (const hub of hubs) if (hub.exitCode === null && hub.signalCode === null) hub.kill("SIGKILL");
}
