import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { errorForLog } from "../../subgraphs/index.js";

/** Where the hub writes its journal: JSON lines, to standard output or to a file of the data folder. */
export function openLog(options: { to: "stdout" | "file"; level: string; dataDir: string }): Logger {
  const settings = { level: options.level, serializers: { err: errorForLog } };
  if (options.to === "stdout") return pino(settings);
  mkdirSync(options.dataDir, { recursive: true });
  return pino(settings, createWriteStream(logFile(options.dataDir), { flags: "a", mode: 0o600 }));
}

/** The journal's file in the data folder. */
export const logFile = (dataDir: string): string => join(dataDir, "hub.log");
