import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { untilAnswers } from "../bench/contestants.js";
import { hubFlags } from "../harness/hub-flags.js";

/** A change of one compiled file, made from outside: what the run must notice. */
export interface Patch {
  readonly file: string;
  readonly find: RegExp;
  readonly replace: string;
}

/** Copies the compiled hub, so that a build meanwhile changes nothing under fire, and applies the patches to the copy. */
export async function copyProgram(folder: string, patches: readonly Patch[] = []): Promise<string> {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    ...["dist", "gateway", "schema", "seeds"].map((part) =>
      cp(part, join(folder, part), { recursive: true }),
    ),
    cp("package.json", join(folder, "package.json")),
    symlink(join(process.cwd(), "node_modules"), join(folder, "node_modules")),
  ]);
  for (const { file, find, replace } of patches) {
    const path = join(folder, "dist", file);
    const text = await readFile(path, "utf8");
    if (!find.test(text)) throw new Error(`mutation: ${String(find)} is not in ${file}`);
    await writeFile(path, text.replace(find, replace));
  }
  return folder;
}

/** The hub as `npm start` runs it, in a process of its own that can be hurt. */
export class HubProgram {
  #child: ChildProcess | null = null;
  #printed = "";

  constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...hubFlags, "dist/gateway/main.js"], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, PORT: String(this.port), OPERATIONS_PORT: "off", ...this.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on(
        "data",
        (chunk: Buffer) => (this.#printed = (this.#printed + chunk.toString()).slice(-4_000)),
      );
    this.#child = child;
    const ended = new Promise<never>((_, reject) =>
      child.once("exit", (code, signal) =>
        reject(new Error(`the hub ended (${code ?? signal}) and had printed:\n${this.#printed}`)),
      ),
    );
    // Only a start that fails is an error; a hub that is ended later was meant to be.
    ended.catch(() => undefined);
    await Promise.race([untilAnswers(`http://127.0.0.1:${this.port}/health/ready`), ended]);
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  isAlive(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Ends it and waits for its end. */
  async end(name: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === null || !this.isAlive()) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(name);
    await ended;
  }
}
