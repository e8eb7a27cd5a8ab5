import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Reads a secret that one file keeps, 0600; makes it when there is none.
 * Two processes that start at once on one folder read the same: the first to link its file in place wins.
 */
export async function secretFile(path: string, make: () => string | Promise<string>): Promise<string> {
  const known = await readIfThere(path);
  if (known !== null) return known;
  await mkdir(dirname(path), { recursive: true });
  const written = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(written, await make(), { mode: 0o600, flag: "wx" });
    await link(written, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(written, { force: true });
  }
  return readFile(path, "utf8");
}

const readIfThere = (path: string): Promise<string | null> =>
  readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
