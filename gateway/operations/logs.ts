import { join } from "node:path";
import pino, { type DestinationStream, type Logger } from "pino";
import { errorForLog } from "../../subgraphs/index.js";

/** Where the hub writes its journal: JSON lines, to standard output or to a file of the data folder. */
export function openLog(options: { to: "stdout" | "file"; level: string; dataDir: string }): Logger {
  const settings = { level: options.level, serializers: { err: errorForLog } };
  if (options.to === "stdout") return pino(settings);
  const file = { dest: logFile(options.dataDir), mkdir: true, append: true, mode: 0o600 };
  return pino(settings, asBytes(pino.destination({ ...file, sync: false, ...together })));
}

// Lines are written some dozens at a time: one by one they cost a third of an answer that is told again. Whoever follows
// the file sees a line this much later at most; a stop writes what is left.
const together = { minLength: 12_288, periodicFlush: 100, contentMode: "buffer" } as const;

/** Hands lines on as bytes: of words, what waits is measured anew with each line, which costs more than writing it. */
const asBytes = (file: ReturnType<typeof pino.destination>): DestinationStream & { flushSync(): void } => ({
  write: (line) => void file.write(Buffer.from(line) as never),
  flushSync: () => file.flushSync(),
});

/** The journal's file in the data folder. */
export const logFile = (dataDir: string): string => join(dataDir, "hub.log");
