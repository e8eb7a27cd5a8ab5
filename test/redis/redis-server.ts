import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import { findProgram, type ForeignProgram } from "../harness/debian-program.js";

/** The redis-server of the PATH, else Debian's, unpacked into the folder. Throws when there is neither. */
export const findRedis = (folder: string): ForeignProgram =>
  findProgram(folder, {
    name: "redis-server",
    unpackedAt: "usr/bin/redis-server",
    packages: [
      "redis-server",
      "redis-tools",
      "liblua5.1-0",
      "liblzf1",
      "libjemalloc2",
      "libatomic1",
      "libhiredis0.14",
      "lua-cjson",
      "lua-bitop",
    ],
  });

/** A Redis of the test's own, in memory only. */
export class RedisServer {
  #child: ChildProcess | null = null;

  constructor(
    private readonly program: ForeignProgram,
    private readonly port: number,
    private readonly host = "127.0.0.1",
  ) {}

  get url(): string {
    return `redis://${this.host}:${this.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(
      this.program.path,
      ["--port", String(this.port), "--bind", this.host, "--save", "", "--appendonly", "no"],
      {
        stdio: "ignore",
        env: this.program.libraries === null ? {} : { LD_LIBRARY_PATH: this.program.libraries },
      },
    );
    this.#child = child;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
      if (await accepts(this.host, this.port)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("redis-server does not answer");
  }

  /** Stops it in the middle of whatever it does: connections stay open and nothing answers. */
  freeze(): void {
    this.#child?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#child?.kill("SIGCONT");
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }
}

const accepts = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, host);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
