import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./binaries.js";
import { readIfPresent, syncFolder } from "./durable-file.js";
import { cannotStart, errorCode, notAllowed, notOurFolder, otherMajor } from "./errors.js";
import type { DataLocation } from "./location.js";
import { runAs } from "./run-as.js";

/** The one login that may do everything; the hub's own roles are made by its migrations. */
export const superuser = "hub_admin";

// initdb works in <data>.unfinished-<random>, renamed to <data> when done: whatever bears that name is safe to wipe.
const unfinished = ".unfinished-";

/** Whether PostgreSQL data of our major version is there. Throws OTHER_MAJOR, or CANNOT_START for a foreign folder. */
export async function hasCluster(dataFolder: string, major: string): Promise<boolean> {
  const found = (await readIfPresent(join(dataFolder, "PG_VERSION")))?.trim();
  if (found === major) return true;
  if (found !== undefined) throw otherMajor(dataFolder, found, major);
  const entries = await readdir(dataFolder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  });
  if (entries.length > 0) throw notOurFolder(dataFolder);
  return false;
}

/** Wipes what an initdb killed half-way left; true when there was something. */
export async function wipeUnfinished(dataFolder: string): Promise<boolean> {
  const parent = dirname(dataFolder);
  const leftovers = (await readdir(parent)).filter((name) =>
    name.startsWith(basename(dataFolder) + unfinished),
  );
  for (const name of leftovers) {
    // An orphaned initdb may still be writing there; what it leaves is wiped by the next start.
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
  return leftovers.length > 0;
}

/** Makes a new, empty cluster: UTF-8, Unicode rules from PostgreSQL itself (no locale of the system is needed), scram passwords. */
export async function initialiseCluster(
  { dataFolder, account }: DataLocation,
  { initdb }: Binaries,
  password: string,
  durable: boolean,
): Promise<void> {
  const workFolder = `${dataFolder}${unfinished}${randomBytes(4).toString("hex")}`;
  const passwordFile = `${workFolder}.password`;
  try {
    await writeFile(passwordFile, `${password}\n`, { flag: "wx", mode: 0o600 });
    await mkdir(workFolder, { mode: 0o700 });
    if (account !== null) {
      await Promise.all([passwordFile, workFolder].map((path) => chown(path, account.uid, account.gid)));
    }
    const { exitCode, output } = await runAs(account, initdb, [
      `--pgdata=${workFolder}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    if (exitCode !== 0) throw initdbFailure(output);
    await rename(workFolder, dataFolder);
    await syncFolder(dirname(dataFolder));
  } finally {
    await rm(passwordFile, { force: true });
    await rm(workFolder, { recursive: true, force: true });
  }
}

function initdbFailure(output: string) {
  if (!output.includes("could not look up effective user ID")) {
    return cannotStart(output.split("\n").find((line) => /error|fatal/i.test(line)) ?? output);
  }
  return notAllowed(
    `PostgreSQL exige que le compte ${process.getuid?.()} figure dans /etc/passwd. Ajoutez-le (image Docker : USER node), ou démarrez avec un autre compte.`,
    `PostgreSQL wants account ${process.getuid?.()} to be listed in /etc/passwd. Add it (Docker image: USER node), or start with another account.`,
  );
}
