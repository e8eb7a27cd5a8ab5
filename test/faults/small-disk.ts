import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A place for a data folder whose disk can be filled without touching the machine's. */
export interface SmallDisk {
  readonly folder: string;
  /** How the place is limited, for the report. */
  readonly kind: string;
  /** Leaves no room for another byte. The processes are those that write there. */
  fill(processes: readonly number[]): void;
  /** Gives the room back. */
  free(processes: readonly number[]): void;
  remove(): void;
}

const megabytes = 2_048;
const run = (program: string, values: readonly string[]): void =>
  void execFileSync(program, values, { stdio: ["ignore", "ignore", "pipe"] });

/** A file system of its own in a file, else in memory, where mounting is allowed; else a limit on what files may hold. */
export function aSmallDisk(parent: string): SmallDisk {
  for (const open of [loopDisk, memoryDisk]) {
    try {
      return open(parent);
    } catch {
      // Not allowed here, or no such program: the next way.
    }
  }
  return limitedFolder(parent);
}

function loopDisk(parent: string): SmallDisk {
  const [image, folder] = [join(parent, "disk.ext4"), join(parent, "disk")];
  writeFileSync(image, "");
  truncateSync(image, megabytes * 1_048_576);
  run("mkfs.ext4", ["-q", "-m", "0", "-E", "lazy_itable_init=1,lazy_journal_init=1", image]);
  mkdirSync(folder, { recursive: true });
  run("mount", ["-o", "loop", image, folder]);
  return mounted(folder, `ext4 of ${megabytes} MB in a file, mounted by loop`);
}

function memoryDisk(parent: string): SmallDisk {
  const folder = join(parent, "disk");
  mkdirSync(folder, { recursive: true });
  run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder]);
  return mounted(folder, `tmpfs of ${megabytes} MB`);
}

function mounted(folder: string, kind: string): SmallDisk {
  const [ballast, rest] = [join(folder, "ballast"), join(folder, "ballast-rest")];
  return {
    folder,
    kind,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      run("fallocate", ["-l", String(Math.max(bsize, (bavail - keptBlocks) * bsize)), ballast]);
      fillToTheEnd(rest);
    },
    free: () => [ballast, rest].forEach((file) => rmSync(file, { force: true })),
    // Lazily: a file that is still being closed must not keep the run from ending.
    remove: () => run("umount", ["--lazy", folder]),
  };
}

// What the file system keeps for its own notes; the last of it is filled byte by byte.
const keptBlocks = 256;

function fillToTheEnd(file: string): void {
  try {
    const chunk = Buffer.alloc(4_096);
    for (;;) appendFileSync(file, chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

// No file of the server may grow past a few pages: to PostgreSQL, a disk that is full.
function limitedFolder(parent: string): SmallDisk {
  const folder = join(parent, "disk");
  mkdirSync(folder, { recursive: true });
  const limit = (processes: readonly number[], soft: string): void =>
    processes.forEach((id) => run("prlimit", ["--pid", String(id), `--fsize=${soft}:`]));
  return {
    folder,
    kind: "RLIMIT_FSIZE of PostgreSQL (mounting is not allowed here)",
    fill: (processes) => limit(processes, "16384"),
    free: (processes) => limit(processes, "unlimited"),
    remove: () => undefined,
  };
}
