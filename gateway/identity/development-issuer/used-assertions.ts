import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assertionLifeSeconds } from "../client-assertion.js";

// An assertion issued at the edge of the tolerance (15 s) lives 300 s more and is accepted 15 s after its end.
const keptMs = (assertionLifeSeconds + 60) * 1000;
const sweepEveryMs = 60_000;

/**
 * Remembers which assertions were shown, one empty file each: the file system lets only one of any number of
 * processes make it, and it is still there after a restart.
 */
export class UsedAssertions {
  #sweptAt = 0;

  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Marks an assertion as shown; false when it was shown before. The mark is a hash: a safe file name. */
  async mark(hash: string): Promise<boolean> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.#sweep();
    try {
      await writeFile(join(this.folder, hash), "", { flag: "wx", mode: 0o600 });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      return false;
    }
  }

  // What no clock accepts any more need not be remembered.
  async #sweep(): Promise<void> {
    if (this.now() - this.#sweptAt < sweepEveryMs) return;
    this.#sweptAt = this.now();
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const mark = await stat(path).catch(() => null);
      if (mark && this.now() - mark.mtimeMs > keptMs) await rm(path, { force: true });
    }
  }
}
