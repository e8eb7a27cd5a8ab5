import { describe, expect, it } from "vitest";
import pino, { type Logger } from "pino";
import { journal } from "./journal.js";

/** A logger of pino, and the lines that it wrote. */
function aLog(level = "info"): { readonly log: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  return { log: pino({ level }, { write }).child({ part: 'of "a" hub' }), lines };
}

describe("the line of an answer that was told again", () => {
  it.each(["PortalEstablishment", "page indicateurs", null])(
    "of %s is the one that pino would write",
    (name) => {
      const { log, lines } = aLog();
      const before = Date.now();
      journal(log)(name, "0b5c9a1e-52f4-4c3e-8f35-5f6f2d1f7a10", "stale");
      log.info(
        {
          door: "public",
          audience: "public",
          operation: name,
          type: "query",
          subgraphs: [],
          errors: [],
          durationMs: 0,
          cache: "stale",
          requestId: "0b5c9a1e-52f4-4c3e-8f35-5f6f2d1f7a10",
        },
        "operation",
      );
      const [own, pinos] = lines.map((line) => ({
        line: line.replace(/"time":\d+/, ""),
        time: Number(/"time":(\d+)/.exec(line)?.[1]),
      }));
      expect(own!.line).toBe(pinos!.line);
      expect(own!.time).toBeGreaterThanOrEqual(before);
      expect(own!.time).toBeLessThanOrEqual(pinos!.time);
    },
  );

  it("tells each request by its own number, each operation and each way by its own words", () => {
    const { log, lines } = aLog();
    const note = journal(log);
    note("One", "1", "hit");
    note("Two", "2", "hit");
    note("One", "3", "shared");
    note("One", "4", "hit");
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.map(({ operation, requestId, cache }) => [operation, requestId, cache])).toEqual([
      ["One", "1", "hit"],
      ["Two", "2", "hit"],
      ["One", "3", "shared"],
      ["One", "4", "hit"],
    ]);
  });

  it("is not written where the journal holds warnings only", () => {
    const { log, lines } = aLog("warn");
    journal(log)("One", "1", "hit");
    expect(lines).toEqual([]);
  });

  it("is written anew for each once there are more operations than are remembered", () => {
    const { log, lines } = aLog();
    const note = journal(log);
    for (let n = 0; n < 1_001; n += 1) note(`Operation${n}`, String(n), "hit");
    note("Operation1000", "last", "hit");
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ operation: "Operation1000", requestId: "last" });
    expect(lines).toHaveLength(1_002);
  });
});
