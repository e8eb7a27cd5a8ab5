import { join } from "node:path";
import pino, { type Logger } from "pino";
import { errorForLog } from "../../subgraphs/index.js";

/** Where the hub writes its journal: JSON lines, to standard output or to a file of the data folder. */
export function openLog(options: { to: "stdout" | "file"; level: string; dataDir: string }): Logger {
  const settings = { level: options.level, serializers: { err: errorForLog } };
  if (options.to === "stdout") return pino(settings);
  const file = { dest: logFile(options.dataDir), mkdir: true, append: true, mode: 0o600 };
  return pino(settings, pino.destination({ ...file, sync: false, ...together }));
}

// Lines are written a few at a time: one by one they cost a third of an answer that is told again. Whoever follows the
// file sees a line this much later at most; a stop writes what is left.
const together = { minLength: 4_096, periodicFlush: 100 };

/** The journal's file in the data folder. */
export const logFile = (dataDir: string): string => join(dataDir, "hub.log");
