import { afterEach, describe, expect, it, vi } from "vitest";
import { runDaily, type TaskContext } from "./daily-task.js";

let now = new Date("2026-05-04T14:00:00Z");
const context: TaskContext = {
  address: { url: "postgres://nobody@nowhere/nothing", roleSecret: "" },
  clock: () => now,
  signingKey: null,
};
const pass = async (ms: number): Promise<void> => {
  now = new Date(now.getTime() + ms);
  await vi.advanceTimersByTimeAsync(ms);
};
const hour = 3_600_000;

describe("a task of every day", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("runs at the start, at least each hour, and a minute after midnight in Toronto", async () => {
    vi.useFakeTimers();
    now = new Date("2026-05-05T03:30:00Z");
    const runs: string[] = [];
    const run = async () => void runs.push(now.toISOString().slice(11, 16));
    const tasks = runDaily([{ name: "test", run }], context, () => undefined);
    await pass(0);
    expect(runs).toEqual(["03:30"]);
    await pass(hour / 2);
    expect(runs).toEqual(["03:30"]);
    await pass(60_000);
    expect(runs).toEqual(["03:30", "04:01"]);
    await pass(hour);
    expect(runs).toEqual(["03:30", "04:01", "05:01"]);
    await tasks.stop();
    await pass(24 * hour);
    expect(runs).toHaveLength(3);
  });

  it("is tried again after a failure, which is told, and holds up no other task", async () => {
    vi.useFakeTimers();
    const failures: string[] = [];
    let others = 0;
    const tasks = runDaily(
      [
        { name: "failing", run: () => Promise.reject(new Error("no database")) },
        { name: "other", run: async () => void (others += 1) },
      ],
      context,
      (error, task) => failures.push(`${task}: ${(error as Error).message}`),
    );
    await pass(0);
    await pass(hour);
    expect([failures, others]).toEqual([["failing: no database", "failing: no database"], 2]);
    await tasks.stop();
  });

  it("is waited for when it is stopped", async () => {
    let end = (): void => undefined;
    let isDone = false;
    const work = new Promise<void>((resolve) => (end = resolve)).then(() => void (isDone = true));
    const tasks = runDaily([{ name: "long", run: () => work }], context, () => undefined);
    const stopping = tasks.stop();
    end();
    await stopping;
    expect(isDone).toBe(true);
  });

  it("is left behind after five seconds, when a database no longer answers", async () => {
    vi.useFakeTimers();
    const never = new Promise<void>(() => undefined);
    const tasks = runDaily([{ name: "stuck", run: () => never }], context, () => undefined);
    let isStopped = false;
    const stopping = tasks.stop().then(() => void (isStopped = true));
    await pass(4_999);
    expect(isStopped).toBe(false);
    await pass(1);
    await stopping;
    expect(isStopped).toBe(true);
  });
});
