import pino, { type Logger } from "pino";
import type { CacheOutcome } from "./cache-observer.js";

/** Writes the line of an answer that was told without an operation being executed. */
export type Note = (operation: string | null, requestId: string, cache: CacheOutcome) => void;

// Operations have whatever names their askers give them.
const mostNames = 500;

/**
 * Writes into the journal the line that every operation has, of one that was not executed, too. Nothing but its number and
 * its time sets such a line apart from the one before: the rest is put into words once, by pino.
 */
export function journal(log: Logger): Note {
  // Several lines are of the same millisecond; writing out so large a number costs as much as the rest.
  let [now, time] = [0, "0"];
  const known: Partial<Record<CacheOutcome, Map<string | null, Line>>> = {};
  return (operation, requestId, cache) => {
    if (!log.isLevelEnabled("info")) return;
    const lines = (known[cache] ??= new Map());
    let line = lines.get(operation);
    if (!line) {
      line = lineOf(log, operation, cache);
      if (lines.size < mostNames) lines.set(operation, line);
    }
    const [head, toNumber, end] = line;
    const at = Date.now();
    if (at !== now) [now, time] = [at, String(at)];
    log[pino.symbols.streamSym].write(head + time + toNumber + requestId + end);
  };
}

/** What stands before the time of a line, between it and the request's number, and after that. */
type Line = readonly [head: string, toNumber: string, end: string];

declare module "pino" {
  interface BaseLogger {
    /** Writes a line into words. */
    [pino.symbols.asJsonSym](line: object, message: string, level: number, time: string): string;
    [pino.symbols.streamSym]: { write(line: string): void };
  }
}

function lineOf(log: Logger, operation: string | null, cache: CacheOutcome): Line {
  const common = { door: "public", audience: "public", operation, type: "query", subgraphs: [], errors: [] };
  // Words that need no escape, and that no name of an operation can hold.
  const [time, number] = ["<time>", "<number>"];
  const child = log.child({ ...common, durationMs: 0, cache });
  const info = pino.levels.values.info!;
  const text = child[pino.symbols.asJsonSym]({ requestId: number }, "operation", info, `,"time":${time}`);
  const [head = "", rest = ""] = text.split(time);
  const [toNumber = "", end = ""] = rest.split(number);
  return [head, toNumber, end];
}
