import { describe, expect, it } from "vitest";
import { limited } from "./limit.js";
import { anOperation } from "./testing/a-server.js";
import { anEnd, settled } from "./testing/a-transport.js";
import { Wait } from "./wait.js";

const limits = { mostAtOnce: 2, mostWaiting: 3 };
const nth = (n: number) => anOperation({ query: `{ n${n} }` });

describe("a limit of fetches at a time", () => {
  it("lets two through, has three wait for their turn, and refuses the sixth", async () => {
    const { transport, arrived } = anEnd();
    const way = limited(transport, limits);
    const sent = [1, 2, 3, 4, 5].map((n) => way.send(nth(n), null));
    await settled();
    expect(arrived).toHaveLength(2);
    await expect(way.send(nth(6), null)).rejects.toMatchObject({ kind: "busy" });
    for (let n = 0; n < 5; n += 1) {
      arrived[n]!.answer({ n });
      await settled();
      expect(arrived).toHaveLength(Math.min(5, n + 3));
    }
    expect((await Promise.all(sent)).map(({ data }) => data)).toEqual([0, 1, 2, 3, 4].map((n) => ({ n })));
    expect(arrived.map(({ operation }) => operation.query)).toEqual([1, 2, 3, 4, 5].map((n) => nth(n).query));
  });

  it("gives the place of a fetch that failed to the next", async () => {
    const { transport, arrived } = anEnd();
    const way = limited(transport, { mostAtOnce: 1, mostWaiting: 1 });
    const [first, second] = [way.send(nth(1), null), way.send(nth(2), null)];
    await settled();
    arrived[0]!.fail(new Error("down"));
    await expect(first).rejects.toThrow("down");
    await settled();
    arrived[1]!.answer();
    expect(await second).toEqual({ data: {} });
    const third = way.send(nth(3), null);
    arrived[2]!.answer();
    expect(await third).toEqual({ data: {} });
  });

  it("has who waits no more leave the queue, never to be sent", async () => {
    const { transport, arrived } = anEnd();
    const way = limited(transport, { mostAtOnce: 1, mostWaiting: 1 });
    const first = way.send(nth(1), null);
    const wait = new Wait();
    const second = way.send(nth(2), null, wait);
    wait.end(new Error("over"));
    await expect(second).rejects.toThrow("over");
    // Its place in the queue is free again.
    const third = way.send(nth(3), null);
    arrived[0]!.answer();
    await first;
    await settled();
    expect(arrived.map(({ operation }) => operation.query)).toEqual([nth(1).query, nth(3).query]);
    arrived[1]!.answer();
    await third;
  });

  it("never lets more through, whatever order they end in", async () => {
    const { transport, arrived } = anEnd();
    const way = limited(transport, { mostAtOnce: 4, mostWaiting: 200 });
    const sent = Array.from({ length: 200 }, (_, n) => way.send(nth(n), null));
    let ended = 0;
    while (ended < 200) {
      await settled();
      expect(arrived.length - ended).toBeLessThanOrEqual(4);
      // The last of those under way ends first.
      for (const one of arrived.slice(ended).reverse()) one.answer();
      ended = arrived.length;
    }
    await Promise.all(sent);
  });
});
