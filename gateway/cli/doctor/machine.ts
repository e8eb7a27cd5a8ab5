import { access, constants, stat, statfs } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { keptFiles } from "../../../subgraphs/operator.js";
import { type Finding, findingsAbout } from "./finding.js";

/** The version of Node, as start.mjs judges it. */
export function examineNode(version: string = process.versions.node): Finding {
  const node = findingsAbout("Node", "Node");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major >= 22 || (major === 20 && minor >= 19)) return node.ok(version, version);
  return node.fault(
    `${version} ; il faut 20.19, ou 22 et plus. Installez-le (https://nodejs.org), puis npm ci.`,
    `${version}; 20.19, or 22 and above, is needed. Install it (https://nodejs.org), then npm ci.`,
  );
}

/** As many workers as the machine can run at once. */
export function examineWorkers(workers: number): Finding {
  const about = findingsAbout("Processus", "Processes");
  const cores = availableParallelism();
  if (workers <= cores)
    return about.ok(`HUB_WORKERS=${workers} sur ${cores} cœurs`, `HUB_WORKERS=${workers} on ${cores} cores`);
  return about.warning(
    `HUB_WORKERS=${workers} pour ${cores} cœurs : les processus s'attendront. Donnez HUB_WORKERS=auto.`,
    `HUB_WORKERS=${workers} for ${cores} cores: processes will wait for each other. Give HUB_WORKERS=auto.`,
  );
}

const megabyte = 1_048_576;
// PostgreSQL stops the whole server when it can write no more log.
const leastFree = 256 * megabyte;
const comfortableFree = 2_048 * megabyte;

/** The room that is left where the data folder is, or will be. */
export async function examineDisk(dataDir: string): Promise<Finding> {
  const disk = findingsAbout("Disque", "Disk");
  const { bavail, bsize } = await statfs(await existingParent(resolve(dataDir)));
  const free = bavail * bsize;
  const [mo, mb] = [`${Math.floor(free / megabyte)} Mo libres`, `${Math.floor(free / megabyte)} MB free`];
  if (free < leastFree)
    return disk.fault(
      `${mo} là où est ${dataDir} : la base s'arrêterait bientôt. Faites de la place.`,
      `${mb} where ${dataDir} is: the database would soon stop. Make room.`,
    );
  if (free < comfortableFree)
    return disk.warning(
      `${mo} là où est ${dataDir} ; prévoyez 2 Go.`,
      `${mb} where ${dataDir} is; plan for 2 GB.`,
    );
  return disk.ok(mo, mb);
}

async function existingParent(folder: string): Promise<string> {
  return stat(folder).then(
    () => folder,
    () => existingParent(dirname(folder)),
  );
}

/** Whether this account can work in the data folder, and nobody else can read its secrets or replace them. */
export async function examineRights(dataDir: string, secretFiles: readonly string[]): Promise<Finding[]> {
  const about = findingsAbout("Droits", "Rights");
  const folder = await stat(dataDir).catch(() => null);
  const findings: Finding[] = [];
  if (folder === null)
    findings.push(
      about.ok(`${dataDir} sera fait au premier départ`, `${dataDir} is made at the first start`),
    );
  else {
    const isOurs = await access(dataDir, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!isOurs)
      findings.push(
        about.fault(
          `ce compte ne peut pas écrire dans ${dataDir}. Donnez-le-lui : chown -R $(id -u) ${dataDir}`,
          `this account cannot write in ${dataDir}. Give it to it: chown -R $(id -u) ${dataDir}`,
        ),
      );
    else if (isOpen(folder.mode, 0o022))
      findings.push(
        about.fault(
          `d'autres comptes peuvent remplacer ce qui est dans ${dataDir} : chmod go-w ${dataDir}`,
          `other accounts can replace what is in ${dataDir}: chmod go-w ${dataDir}`,
        ),
      );
    for (const name of isOurs ? await keptFiles(dataDir) : [])
      findings.push(...(await examineSecret(join(dataDir, name))));
  }
  for (const path of secretFiles) findings.push(...(await examineSecret(path)));
  return findings.length > 0 ? findings : [about.ok(dataDir, dataDir)];
}

async function examineSecret(path: string): Promise<Finding[]> {
  const about = findingsAbout("Droits", "Rights");
  const found = await stat(path).catch(() => null);
  // One that cannot be read at all is a mistake of the configuration, told there.
  if (found === null || !isOpen(found.mode, 0o077)) return [];
  const told = ["fr", "en"].map((language) =>
    language === "fr"
      ? `d'autres comptes peuvent lire ${path}, qui est un secret : chmod 600 ${path}`
      : `other accounts can read ${path}, which is a secret: chmod 600 ${path}`,
  );
  // Containers mount secrets readable by all of their own accounts.
  const isMounted = path.startsWith("/run/secrets/");
  return isMounted ? [] : [about.fault(told[0]!, told[1]!)];
}

const isOpen = (mode: number, bits: number): boolean => process.platform !== "win32" && (mode & bits) !== 0;
