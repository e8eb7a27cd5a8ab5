import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { readIfPresent, writeDurably } from "./durable-file.js";
import { dataIncomplete } from "./errors.js";

const fileOf = (dataDir: string) => join(dataDir, "postgres-password");

/** A new superuser password, kept in a file that only the hub's account reads. */
export async function createPassword(dataDir: string): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  await writeDurably(fileOf(dataDir), `${password}\n`, 0o600);
  return password;
}

/** The password of a cluster made by an earlier start. */
export async function readPassword(dataDir: string): Promise<string> {
  const password = (await readIfPresent(fileOf(dataDir)))?.trim();
  if (password === undefined || password === "") throw dataIncomplete(fileOf(dataDir), dataDir);
  return password;
}
