import { spawn } from "node:child_process";
import { join } from "node:path";
import { aFolder } from "../harness/folder.js";
import { freePort } from "../harness/free-port.js";
import { hubFlags } from "../harness/hub-flags.js";

/** A hub that browsers visit. */
export interface VisitedHub {
  /** http://127.0.0.1:port */
  readonly address: string;
  stop(): Promise<void>;
}

const mostStartMs = 180_000;

/** Starts the hub as a newcomer does: an empty folder, its own PostgreSQL, the demonstration data, its development issuer. */
export async function startVisitedHub(): Promise<VisitedHub> {
  const folder = await aFolder();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...hubFlags, "dist/gateway/main.js"], {
    env: {
      PATH: process.env.PATH,
      LANG: "fr_CA.UTF-8",
      PORT: String(port),
      OPERATIONS_PORT: "off",
      HUB_DATA_DIR: join(folder.path, "hub"),
      // One address asks for every page, of every type, within minutes.
      RATE_LIMIT_ADDRESS: "1000000000",
      RATE_LIMIT_PRINCIPAL: "1000000000",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    await folder.remove();
  };
  const deadline = Date.now() + mostStartMs;
  while (!(await answers(`${address}/health/ready`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the hub did not start; it printed:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address, stop };
}

/** A hub that runs already: quicker while pages are being written. */
export const runningHub = (address: string): VisitedHub => ({
  address: address.replace(/\/$/, ""),
  stop: async () => undefined,
});

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );
