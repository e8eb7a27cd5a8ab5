import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** How a part of the topology is started, and known to answer. */
export interface PartPlan {
  readonly name: string;
  readonly program: string;
  readonly values: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly isReady: () => Promise<boolean>;
}

const longestStartMs = 240_000;

/** A process of the topology: started, killed, and started again at the same place. */
export class Part {
  #child: ChildProcess | null = null;
  #printed = "";
  #isEnding = false;
  readonly #ends: string[] = [];

  constructor(private readonly plan: PartPlan) {}

  get name(): string {
    return this.plan.name;
  }

  /** The last it printed. */
  get printed(): string {
    return this.#printed;
  }

  /** Ends that nobody asked for, since the last time they were told. */
  unwantedEnds(): string[] {
    return this.#ends.splice(0);
  }

  async start(): Promise<void> {
    const { program, values, cwd, environment, isReady, name } = this.plan;
    const child = spawn(program, values, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr])
      stream?.on(
        "data",
        (chunk: Buffer) => (this.#printed = (this.#printed + chunk.toString()).slice(-20_000)),
      );
    this.#child = child;
    child.once("exit", (code, signal) => {
      if (this.#child === child && !this.#isEnding)
        this.#ends.push(`${name} ended by itself (${code ?? signal}):\n${this.#printed.slice(-3_000)}`);
    });
    this.#isEnding = false;
    const deadline = Date.now() + longestStartMs;
    while (!(await isReady())) {
      if (!this.isAlive() || Date.now() > deadline)
        throw new Error(`${name} does not answer; it had printed:\n${this.#printed.slice(-4_000)}`);
      await pause(100);
    }
  }

  isAlive(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Ends it at once and waits for its end. */
  async end(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const child = this.#child;
    if (child === null || !this.isAlive()) return;
    this.#isEnding = true;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
}

/** True when an address answers with success. */
export const answersAt = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.body?.cancel().then(() => response.ok) ?? response.ok,
    () => false,
  );
