import { beforeEach, describe, expect, it } from "vitest";
import { Breaker, type BreakerState } from "./breaker.js";
import { toldToBreaker } from "./broken-circuit.js";
import { limited } from "./limit.js";
import { NoAnswer, type NoAnswerKind } from "./no-answer.js";
import { anOperation } from "./testing/a-server.js";
import { anEnd, settled } from "./testing/a-transport.js";

let now = 0;
const states: BreakerState[] = [];
let breaker: Breaker;
beforeEach(() => {
  now = 0;
  states.length = 0;
  breaker = new Breaker({
    mostFailures: 3,
    openMs: 2_000,
    now: () => now,
    onChange: (state) => states.push(state),
  });
});

/** Lets fetches through that all end alike; false for one that is refused. */
const pass = (verdict: "answered" | "failed" | "unknown"): boolean => {
  const round = breaker.enter();
  if (round !== null) breaker.leave(round, verdict);
  return round !== null;
};
const open = (): void => [1, 2, 3].forEach(() => pass("failed"));

describe("a breaker", () => {
  it("opens after three failures in a row, and lets nothing through for two seconds", () => {
    expect([pass("failed"), pass("failed"), breaker.state]).toEqual([true, true, "closed"]);
    expect([pass("failed"), breaker.state, breaker.isRefusing]).toEqual([true, "open", true]);
    now = 1_999;
    expect([pass("answered"), breaker.state]).toEqual([false, "open"]);
  });

  it("stays closed while something is answered in between: one slow question cuts nobody off", () => {
    for (let n = 0; n < 20; n += 1) pass(n % 3 === 2 ? "answered" : "failed");
    expect(states).toEqual([]);
  });

  it("lets one through afterwards, and no second one until it is known", () => {
    open();
    now = 2_000;
    const trial = breaker.enter();
    expect([trial, breaker.state, breaker.enter(), breaker.isRefusing]).toEqual([
      expect.any(Number),
      "half-open",
      null,
      true,
    ]);
    breaker.leave(trial!, "answered");
    expect([breaker.state, pass("answered"), pass("answered")]).toEqual(["closed", true, true]);
    expect(states).toEqual(["open", "half-open", "closed"]);
  });

  it("opens again for as long when that one fails, and closes by the next that does not", () => {
    open();
    now = 2_000;
    pass("failed");
    expect([breaker.state, breaker.isRefusing]).toEqual(["open", true]);
    now = 3_999;
    expect(breaker.enter()).toBeNull();
    now = 4_000;
    expect([pass("answered"), breaker.state]).toEqual([true, "closed"]);
  });

  it("lets another one try when nothing is known of the first", () => {
    open();
    now = 2_000;
    expect([pass("unknown"), breaker.state, breaker.isRefusing]).toEqual([true, "half-open", false]);
    expect([pass("answered"), breaker.state]).toEqual([true, "closed"]);
  });

  it("does not hear what was let through before it changed its state", () => {
    const [early, late] = [breaker.enter()!, breaker.enter()!];
    open();
    breaker.leave(early, "answered");
    expect(breaker.state).toBe("open");
    now = 2_000;
    const trial = breaker.enter()!;
    breaker.leave(late, "failed");
    expect([breaker.state, breaker.isRefusing]).toEqual(["half-open", true]);
    breaker.leave(trial, "answered");
    expect(breaker.state).toBe("closed");
  });

  it("begins to count anew after it has closed", () => {
    open();
    now = 2_000;
    pass("answered");
    expect([pass("failed"), pass("failed"), breaker.state]).toEqual([true, true, "closed"]);
  });
});

describe("fetches behind a breaker", () => {
  const failing = async (kind: NoAnswerKind | null): Promise<void> => {
    const end = anEnd();
    const way = toldToBreaker(end.transport, breaker);
    const sending = way.send(anOperation(), null);
    await settled();
    if (kind === null) end.arrived[0]?.answer();
    else end.arrived[0]?.fail(new NoAnswer(kind, kind));
    await sending.catch(() => undefined);
  };

  it.each<[NoAnswerKind, BreakerState]>([
    ["unreachable", "open"],
    ["cut-off", "open"],
    ["too-late", "open"],
    ["unreadable", "open"],
    // The subgraph answers, and the end of an operation's time says nothing of it.
    ["turned-away", "closed"],
    ["operation-over", "closed"],
  ])("that end as %s leave it %s", async (kind, state) => {
    for (let n = 0; n < 3; n += 1) await failing(kind);
    expect(breaker.state).toBe(state);
  });

  it("that are turned away say that the subgraph is there", async () => {
    for (const kind of ["too-late", "too-late", "turned-away", "too-late", "too-late"] as const)
      await failing(kind);
    expect(breaker.state).toBe("closed");
    await failing("too-late");
    now = 2_000;
    await failing("turned-away");
    expect(states).toEqual(["open", "half-open", "closed"]);
  });

  it("are refused at once while it is open, those that waited for their turn too", async () => {
    const end = anEnd();
    const way = limited(toldToBreaker(end.transport, breaker), { mostAtOnce: 3, mostWaiting: 2 });
    const sent = [1, 2, 3, 4, 5].map(() => way.send(anOperation(), null).catch((error: unknown) => error));
    await settled();
    for (const one of end.arrived) one.fail(new NoAnswer("too-late", "no answer"));
    await settled();
    sent.push(way.send(anOperation(), null).catch((error: unknown) => error));
    const kinds = (await Promise.all(sent)).map((error) => (error as NoAnswer).kind);
    expect(kinds).toEqual([
      "too-late",
      "too-late",
      "too-late",
      "breaker-open",
      "breaker-open",
      "breaker-open",
    ]);
    expect(end.arrived).toHaveLength(3);
    now = 2_000;
    await failing(null);
    expect(breaker.state).toBe("closed");
  });
});
