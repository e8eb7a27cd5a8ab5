import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";

// What Debian's redis-server is made of; the packages are unpacked, not installed.
const packages = [
  "redis-server",
  "redis-tools",
  "liblua5.1-0",
  "liblzf1",
  "libjemalloc2",
  "libatomic1",
  "libhiredis0.14",
  "lua-cjson",
  "lua-bitop",
];

/** A program that serves Redis, and where its libraries lie. */
export interface RedisProgram {
  readonly path: string;
  readonly libraries: string | null;
}

/** The redis-server of the PATH, else Debian's, unpacked into the folder. Throws when there is neither. */
export function findRedis(folder: string, searchPath: string): RedisProgram {
  const installed = searchPath
    .split(delimiter)
    .map((place) => join(place, "redis-server"))
    .find((path) => existsSync(path));
  if (installed) return { path: installed, libraries: null };
  const run = (program: string, values: string[]): void =>
    void execFileSync(program, values, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  run("apt-get", ["download", ...packages]);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".deb")))
    run("dpkg", ["-x", file, "root"]);
  const libraries = readdirSync(join(folder, "root", "usr", "lib"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith("-linux-gnu"))
    .map((entry) => join(folder, "root", "usr", "lib", entry.name));
  return { path: join(folder, "root", "usr", "bin", "redis-server"), libraries: libraries.join(delimiter) };
}

/** A Redis of the test's own, in memory only. */
export class RedisServer {
  #child: ChildProcess | null = null;

  constructor(
    private readonly program: RedisProgram,
    private readonly port: number,
  ) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(
      this.program.path,
      ["--port", String(this.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
      {
        stdio: "ignore",
        env: this.program.libraries === null ? {} : { LD_LIBRARY_PATH: this.program.libraries },
      },
    );
    this.#child = child;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
      if (await accepts(this.port)) return;
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

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, "127.0.0.1");
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
