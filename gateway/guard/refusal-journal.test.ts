import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import pino from "pino";
import { refusalJournal } from "./refusal-journal.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the journal of refusals", () => {
  it("names the first request of each code, then how many followed within ten seconds", () => {
    const lines: Record<string, unknown>[] = [];
    const sink = new Writable({
      write(line: Buffer, _, written) {
        lines.push(JSON.parse(line.toString()) as Record<string, unknown>);
        written();
      },
    });
    const note = refusalJournal(pino(sink), "public");
    for (let n = 0; n < 1_000; n += 1) note(n % 2 === 0 ? "TOO_DEEP" : "COST_TOO_HIGH", `request-${n}`);
    expect(lines).toMatchObject([
      { code: "TOO_DEEP", requestId: "request-0" },
      { code: "COST_TOO_HIGH", requestId: "request-1" },
    ]);
    vi.advanceTimersByTime(10_000);
    expect(lines.slice(2)).toMatchObject([
      { code: "TOO_DEEP", more: 499 },
      { code: "COST_TOO_HIGH", more: 499 },
    ]);
    note("TOO_DEEP", "request-1000");
    expect(lines.at(-1)).toMatchObject({ requestId: "request-1000" });
    vi.advanceTimersByTime(10_000);
    expect(lines).toHaveLength(5);
  });
});
