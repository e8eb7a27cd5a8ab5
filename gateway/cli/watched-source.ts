import { UsageError } from "./exit-code.js";
import type { FigureSource } from "../figures-file/figure-source.js";

/** The source of a file that says how much of it was read: 1 after the first reading, 2 after the second. */
export function watched(
  source: FigureSource,
  path: string,
  onProgress: (timesRead: number) => void,
): FigureSource {
  let read = 0;
  return {
    size: source.size,
    async *chunks() {
      try {
        for await (const chunk of source.chunks()) {
          read += chunk.length;
          onProgress(read / source.size);
          yield chunk;
        }
      } catch (error) {
        cannotBeRead(path)(error as NodeJS.ErrnoException);
      }
    },
  };
}

/** Says in plain words why a file could not be read. */
export const cannotBeRead =
  (path: string) =>
  ({ code, message }: NodeJS.ErrnoException): never => {
    if (code === "ENOENT")
      throw new UsageError({
        fr: `Le fichier ${path} n'existe pas.`,
        en: `The file ${path} does not exist.`,
      });
    throw new UsageError({
      fr: `${path} ne peut pas être lu (${code ?? message}).`,
      en: `${path} cannot be read (${code ?? message}).`,
    });
  };
