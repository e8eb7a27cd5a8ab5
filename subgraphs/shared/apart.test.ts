import { availableParallelism } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { endApart, runApart } from "./apart.js";
import type {
  giveFunctionApart,
  loopApart,
  refuseApart,
  sumApart,
  vanishApart,
} from "./testing/apart-work.js";

const work = new URL("./testing/apart-work.js", import.meta.url);
const loop = (signal: AbortSignal, onProgress: () => void = () => undefined) =>
  runApart<typeof loopApart>(work, "loopApart", null, { signal, onProgress });

// Each thread listens at a port of this process.
const threads = () =>
  process.getActiveResourcesInfo().filter((resource) => resource === "MessagePort").length;

afterEach(endApart);

describe("heavy work in a thread of its own", () => {
  it("gives its output, and says how far it is", async () => {
    const told: number[] = [];
    const sum = runApart<typeof sumApart>(work, "sumApart", [1, 2, 3], {
      onProgress: (done) => told.push(done),
    });
    expect(await sum).toBe(6);
    expect(told).toEqual([1, 2, 3]);
  });

  it("lets the hub answer meanwhile, and stops at once when it is given up", async () => {
    const abort = new AbortController();
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 1);
    const endless = loop(abort.signal, () =>
      setTimeout(() => abort.abort(new Error("no longer wanted")), 50),
    );
    await expect(endless).rejects.toThrow("no longer wanted");
    clearInterval(beat);
    expect(turns).toBeGreaterThan(5);
  });

  it("gives an error back with its name, its words and what it carries", async () => {
    const refused = runApart<typeof refuseApart>(work, "refuseApart", 7);
    await expect(refused).rejects.toMatchObject({
      name: "TooLarge",
      message: "expected at most 7",
      code: "TOO_LARGE",
      most: 7,
      stack: expect.stringContaining("apart-work"),
    });
    await expect(refused).rejects.toBeInstanceOf(Error);
  });

  it("fails when its thread ends without an answer, when nothing is found to run, and when nothing can be copied", async () => {
    await expect(runApart<typeof vanishApart>(work, "vanishApart", 3)).rejects.toThrow("ended (3)");
    await expect(runApart<typeof sumApart>(work, "nobody", [])).rejects.toThrow("exports no function nobody");
    await expect(
      runApart<typeof giveFunctionApart>(work, "giveFunctionApart", undefined as never),
    ).rejects.toThrow("could not be cloned");
    const uncopied = [() => 1] as unknown as number[];
    await expect(runApart<typeof sumApart>(work, "sumApart", uncopied)).rejects.toThrow(
      "could not be cloned",
    );
  });

  it("does not start for who gave up before", async () => {
    await expect(loop(AbortSignal.abort(new Error("too late")))).rejects.toThrow("too late");
  });

  it("waits its turn past some threads, and can be given up while it waits", async () => {
    const aborts = Array.from({ length: 40 }, () => new AbortController());
    const ends = aborts.map((abort) => loop(abort.signal).catch(String));
    expect(threads()).toBeGreaterThanOrEqual(2);
    expect(threads()).toBeLessThanOrEqual(Math.max(2, availableParallelism() - 1));
    aborts.forEach((abort) => abort.abort("given up"));
    expect(await Promise.all(ends)).toEqual(Array(40).fill("given up"));
    expect(await runApart<typeof sumApart>(work, "sumApart", [4, 5])).toBe(9);
  });

  it("leaves no thread behind when the hub stops", async () => {
    let isLooping: () => void;
    const looping = new Promise<void>((resolve) => (isLooping = resolve));
    const endless = Array.from({ length: 40 }, () =>
      loop(new AbortController().signal, () => isLooping()).catch(String),
    );
    await looping;
    await endApart();
    expect(new Set(await Promise.all(endless))).toEqual(new Set(["Error: given up: the hub stops"]));
    expect(threads()).toBe(0);
  });
});
