import { readdir } from "node:fs/promises";

// What a hub writes for itself and makes anew, and what a restore put aside.
const notKept =
  /(\.log(\.\d+)?|^hub\.(pid|json)(\..*)?|^postgres-location|^last-backup\.json|^restore\.json|\.replaced-.*)$/;

/** The files of a data folder without which its database cannot be opened or its tokens not be told: passwords and keys. */
export async function keptFiles(dataDir: string): Promise<string[]> {
  const entries = await readdir(dataDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !notKept.test(entry.name))
    .map(({ name }) => name)
    .sort();
}
