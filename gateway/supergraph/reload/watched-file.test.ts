import { mkdtemp, rename, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watchFile } from "./watched-file.js";

const everyMs = 20;
let folder: string;
let path: string;
let changes: number;
let watching: { stop(): void };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrefour-watched-"));
  path = join(folder, "file");
  await writeFile(path, "one");
  changes = 0;
  watching = watchFile(path, () => (changes += 1), { everyMs });
  await pause(3 * everyMs);
});
afterEach(async () => {
  watching.stop();
  await rm(folder, { recursive: true, force: true });
});

const until = async (count: number): Promise<void> => {
  while (changes < count) await pause(everyMs);
};

describe("a file that is watched", () => {
  it("is told of once when another is moved over it, and again the next time", async () => {
    for (const count of [1, 2]) {
      await writeFile(join(folder, "next"), `text ${count}`);
      await rename(join(folder, "next"), path);
      await until(count);
    }
    await pause(5 * everyMs);
    expect(changes).toBe(2);
  });

  it("is told of when a link that leads to it turns elsewhere, as a mounted folder's does", async () => {
    await rm(path);
    await writeFile(join(folder, "a"), "aa");
    await writeFile(join(folder, "b"), "bbb");
    await symlink("a", path);
    await until(1);
    await symlink("b", join(folder, "link"));
    await rename(join(folder, "link"), path);
    await until(2);
    expect(changes).toBe(2);
  });

  it("is not told of while it is gone, nor when nothing changed", async () => {
    await pause(5 * everyMs);
    await unlink(path);
    await pause(5 * everyMs);
    expect(changes).toBe(0);
    await writeFile(path, "another");
    await until(1);
  });
});
