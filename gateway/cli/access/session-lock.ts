import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NoAnswer } from "./refusals.js";

const retryMs = 50;
const patienceMs = 30_000;
// Longer than an issuer is waited for: who held it this long was killed.
const abandonedMs = 25_000;

/** Does work that no other command may do at the same time on this machine: a refresh token serves once. */
export async function whileAlone<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const deadline = Date.now() + patienceMs;
  while (!(await taken(path))) {
    if (Date.now() > deadline)
      throw new NoAnswer({
        fr: `Une autre commande garde ${path}. Réessayez.`,
        en: `Another command holds ${path}. Try again.`,
      });
    await pause(retryMs);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function taken(path: string): Promise<boolean> {
  try {
    await writeFile(path, "", { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const held = await stat(path).catch(() => null);
  if (held && Date.now() - held.mtimeMs > abandonedMs) await rm(path, { force: true });
  return false;
}
