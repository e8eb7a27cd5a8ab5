import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { CountsTogether, CountSums } from "./counted-together.js";
import { DownloadSums, DownloadsTogether } from "./downloads-together.js";
import type { FromWorker } from "./messages.js";
import { connectionsOf, poolSizeOf, workersOf } from "./worker-count.js";

const opened: CountsTogether[] = [];
afterEach(() => opened.splice(0).forEach((counts) => counts.stop()));

/** So many workers of one primary, which talk as over their channel. */
function workersOfOnePrimary(count: number, sums = new CountSums()): CountsTogether[] {
  return Array.from({ length: count }, () => {
    const worker: CountsTogether = new CountsTogether((counted) =>
      setImmediate(() => worker.learn(sums.add(counted))),
    );
    opened.push(worker);
    return worker;
  });
}

describe("requests counted by several workers", () => {
  it("are judged at once by what a worker knows itself", async () => {
    const [worker] = workersOfOnePrimary(1);
    const counter = worker!.counter("address", 3);
    const standings = [];
    for (let request = 0; request < 4; request += 1) standings.push(await counter.add("203.0.113.7", 1));
    expect(standings.map(({ isOver, remaining }) => [isOver, remaining])).toEqual([
      [false, 2],
      [false, 1],
      [false, 0],
      [true, 0],
    ]);
    expect(standings[0]!.msToReset).toBeGreaterThan(59_000);
  });

  it("are one sum after a moment: who spent all at one worker is held off by every other", async () => {
    const [one, other] = workersOfOnePrimary(2).map((worker) => worker.counter("address", 100));
    await one!.add("203.0.113.7", 100);
    expect((await other!.add("203.0.113.7", 1)).isOver).toBe(false);
    await pause(350);
    expect((await other!.add("203.0.113.7", 1)).isOver).toBe(true);
    expect((await one!.add("203.0.113.7", 1)).isOver).toBe(true);
    expect((await other!.add("203.0.113.8", 1)).isOver).toBe(false);
  });

  it("lose no point on the way, however they come", async () => {
    const sums = new CountSums();
    const counters = workersOfOnePrimary(4, sums).map((worker) => worker.counter("principal", 1_000));
    for (let round = 0; round < 50; round += 1) {
      await Promise.all(counters.map((counter) => counter.add("someone", 3)));
      await pause(5);
    }
    await pause(350);
    expect(sums.add([["principal", "someone", 0]])[0]?.[2]).toBe(600);
  });
});

describe("downloads of several workers", () => {
  it("are two of one caller in all, and a worker that dies gives its own back", async () => {
    const sums = new DownloadSums<string>();
    const workerCalled = (name: string): DownloadsTogether => {
      const worker: DownloadsTogether = new DownloadsTogether((message: FromWorker) => {
        if (message.kind === "download")
          worker.learn({ id: message.id, isGranted: sums.begin(name, message.caller) });
        if (message.kind === "downloadEnded") sums.end(name, message.caller);
      });
      return worker;
    };
    const [one, other] = [workerCalled("one"), workerCalled("other")];
    const end = await one.begin("researcher");
    await other.begin("researcher");
    const tooMany = { extensions: { code: "TOO_MANY_DOWNLOADS" } };
    await expect(one.begin("researcher")).rejects.toMatchObject(tooMany);
    await expect(other.begin("researcher")).rejects.toMatchObject(tooMany);
    await other.begin("someone else");
    end();
    end();
    await one.begin("researcher");
    await expect(one.begin("researcher")).rejects.toMatchObject(tooMany);
    sums.forget("other");
    await one.begin("researcher");
  });
});

describe("the connections of a hub", () => {
  it.each([1, 2, 4, 16, 64])("of %d processes fit the database that it starts", (workers) => {
    // A pool of four kinds of caller in five subgraphs, that of the establishments double.
    const pools = workers * 5 * 5 * poolSizeOf(workers);
    expect(connectionsOf(workers) - pools).toBeGreaterThanOrEqual(50);
    expect(poolSizeOf(workers)).toBeGreaterThanOrEqual(3);
  });

  it("are for one process what they were before there were several", () => {
    expect([connectionsOf(1), poolSizeOf(1)]).toEqual([250, 8]);
    expect(workersOf("auto")).toBeGreaterThanOrEqual(1);
  });
});
