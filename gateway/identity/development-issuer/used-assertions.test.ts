import { readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aFolder } from "../../../test/harness/folder.js";
import { UsedAssertions } from "./used-assertions.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
let marks: string;
beforeEach(async () => {
  folder = await aFolder();
  marks = join(folder.path, "marks");
});
afterEach(() => folder.remove());

describe("the marks of assertions that were shown", () => {
  it("are made once, by whichever of several processes comes first, and outlive each of them", async () => {
    const [one, other] = [new UsedAssertions(marks), new UsedAssertions(marks)];
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? one : other).mark("a")),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await new UsedAssertions(marks).mark("a")).toBe(false);
    expect(await one.mark("b")).toBe(true);
  });

  it("can be read by nobody else", async () => {
    await new UsedAssertions(marks).mark("a");
    expect(((await stat(marks)).mode & 0o777).toString(8)).toBe("700");
    expect(((await stat(join(marks, "a"))).mode & 0o777).toString(8)).toBe("600");
  });

  it("are swept when no clock accepts their assertion any more, and not a second sooner", async () => {
    let now = Date.now();
    const used = new UsedAssertions(marks, () => now);
    for (const hash of ["old", "young"]) await used.mark(hash);
    await utimes(join(marks, "old"), new Date(now), new Date(now - 361_000));
    await utimes(join(marks, "young"), new Date(now), new Date(now - 299_000));
    now += 59_000;
    await used.mark("another");
    expect(await readdir(marks)).toContain("old");
    now += 2_000;
    await utimes(join(marks, "young"), new Date(now), new Date(now - 359_000));
    await used.mark("last");
    expect((await readdir(marks)).sort()).toEqual(["another", "last", "young"]);
  });
});
