import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../harness/free-port.js";
import { type Program, runProgram } from "../harness/program.js";

/** A program of ours that serves. */
export interface Started {
  readonly program: Program;
  readonly address: string;
  /** Its private port. */
  readonly watched: string;
  /** The status by which it says whether it is ready; 0 when nobody answers. */
  state(): Promise<number>;
}

const longestStartMs = 60_000;

/** Starts a compiled program on ports of its own. */
export async function startingProgram(
  script: string[],
  environment: Record<string, string>,
): Promise<Started> {
  const [port, operations] = [await freePort(), await freePort()];
  const ports = { PORT: String(port), OPERATIONS_PORT: String(operations) };
  const program = runProgram(script, { ...ports, ...environment });
  const address = `http://127.0.0.1:${port}`;
  const state = (): Promise<number> =>
    fetch(`${address}/health/ready`, { headers: { connection: "close" } }).then(
      (answer) => answer.status,
      () => 0,
    );
  return { program, address, watched: `http://127.0.0.1:${operations}`, state };
}

/** Waits until a program says that it is ready. */
export async function untilReady({ program, state }: Started): Promise<void> {
  const deadline = Date.now() + longestStartMs;
  while ((await state()) !== 200) {
    if (Date.now() > deadline || program.child.exitCode !== null)
      throw new Error(`it did not become ready and printed:\n${program.output()}`);
    await pause(50);
  }
}

/** Starts a compiled program on ports of its own, and waits until it is ready. */
export async function startedProgram(
  script: string[],
  environment: Record<string, string>,
): Promise<Started> {
  const started = await startingProgram(script, environment);
  await untilReady(started);
  return started;
}
