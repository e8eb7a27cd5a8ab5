import { writeFile } from "node:fs/promises";
import { UsageError } from "./exit-code.js";

/** Writes a file that is not there yet: one that exists may be a template that somebody has filled. */
export async function writeNewFile(path: string, bytes: Buffer): Promise<void> {
  await writeFile(path, bytes, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === "EEXIST"
        ? {
            fr: `${path} existe déjà et n'a pas été touché. Donnez un autre nom.`,
            en: `${path} exists already and was not touched. Give another name.`,
          }
        : {
            fr: `${path} ne peut pas être écrit (${error.code}).`,
            en: `${path} cannot be written (${error.code}).`,
          },
    );
  });
}
