import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readIfPresent, writeDurably } from "./durable-file.js";
import { dataIncomplete } from "./errors.js";

const fileOf = (dataDir: string) => join(dataDir, "postgres-password");

/** The superuser's password, kept in a file that only the hub's account reads; null when there is none yet. */
async function readPassword(dataDir: string): Promise<string | null> {
  return (await readIfPresent(fileOf(dataDir)))?.trim() || null;
}

/** The password for a new cluster: the one at hand, lest data that are only out of reach become closed; else a random one. */
export async function ensurePassword(dataDir: string): Promise<string> {
  const known = await readPassword(dataDir);
  if (known !== null) return known;
  const password = randomBytes(24).toString("base64url");
  await writeDurably(fileOf(dataDir), `${password}\n`, 0o600);
  return password;
}

/** The password of a cluster made by an earlier start. Throws CANNOT_START when its file is lost. */
export async function requirePassword(dataDir: string): Promise<string> {
  const password = await readPassword(dataDir);
  if (password === null) throw dataIncomplete(fileOf(dataDir), dataDir);
  return password;
}
