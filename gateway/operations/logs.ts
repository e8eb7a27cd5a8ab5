import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import pino, { type DestinationStream, type Logger } from "pino";
import { errorForLog, StartError } from "../../subgraphs/index.js";

/** Where the hub writes its journal: JSON lines, to standard output or to a file of the data folder. */
export function openLog(options: { to: "stdout" | "file"; level: string; dataDir: string }): Logger {
  const settings = { level: options.level, serializers: { err: errorForLog } };
  if (options.to === "stdout") return pino(settings);
  const file = opened(options.dataDir);
  return pino(settings, inBatches(pino.destination({ fd: file, sync: false, contentMode: "buffer" })));
}

/** Opens the journal's file before its first line: of a process that ends at once, nothing is lost. */
function opened(dataDir: string): number {
  try {
    mkdirSync(dataDir, { recursive: true });
    return openSync(logFile(dataDir), "a", 0o600);
  } catch (error) {
    const reason = (error as Error).message;
    throw new StartError(
      "JOURNAL_NOT_WRITABLE",
      `Le journal ${logFile(dataDir)} ne peut être ouvert (${reason}). Vérifiez HUB_DATA_DIR et ses droits, ou donnez HUB_LOG=stdout.`,
      `The journal ${logFile(dataDir)} cannot be opened (${reason}). Check HUB_DATA_DIR and its permissions, or give HUB_LOG=stdout.`,
    );
  }
}

// In characters: some two hundred lines.
const batchLength = 65_536;
// Whoever follows the file sees a line this much later at most.
const longestWaitMs = 100;

/**
 * Holds lines together as words, which costs next to nothing, and hands them on as bytes a batch at a time: one by one they
 * cost a fifth of an answer that is told again. The end of the process writes what is left, be it a crash.
 */
function inBatches(file: ReturnType<typeof pino.destination>): DestinationStream & { flushSync(): void } {
  let waiting = "";
  const handOn = (): void => {
    if (waiting === "") return;
    const lines = Buffer.from(waiting);
    waiting = "";
    file.write(lines as never);
  };
  const flushSync = (): void => {
    handOn();
    file.flushSync();
  };
  setInterval(handOn, longestWaitMs).unref();
  process.once("beforeExit", handOn);
  process.once("exit", () => {
    if (waiting !== "") flushSync();
  });
  return {
    write(line) {
      waiting += line;
      if (waiting.length >= batchLength) handOn();
    },
    flushSync,
  };
}

/** The journal's file in the data folder. */
export const logFile = (dataDir: string): string => join(dataDir, "hub.log");
