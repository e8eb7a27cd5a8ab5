import { describe, expect, it } from "vitest";
import { runProgram } from "../harness/program.js";

/*
 * V8 says what it takes back (« --trace-deopt »): code that was made for a shape which no object has any more. Of
 * `process.nextTick`, which every stream and every answer goes through, it must never be.
 */
const ticksAndCollections = `
  const ticks = (left) => new Promise((done) => {
    const next = () => (--left > 0 ? process.nextTick(next) : done());
    next();
  });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 2));
  for (let round = 0; round < 3; round += 1) {
    await ticks(300_000);
    for (let n = 0; n < 6; n += 1) { await pause(); gc(); }
  }`;

async function takenBack(beforehand: string): Promise<number> {
  const script = `${beforehand};${ticksAndCollections}`;
  const flags = ["--expose-gc", "--trace-deopt", "--input-type=module", "--eval", script];
  const program = runProgram(flags, {});
  expect(await program.ended()).toBe(0);
  const lines = program.output().split("\n");
  return lines.filter(
    (line) => line.includes("SharedFunctionInfo nextTick>") && line.includes("weak objects"),
  ).length;
}

describe("what V8 learns of process.nextTick", () => {
  it("is lost with the last tick that a collection finds", async () => {
    expect(await takenBack("")).toBeGreaterThan(0);
  });

  it("stays where the shape of a tick is kept", async () => {
    const module = new URL("../../subgraphs/shared/operations/tick-shape.js", import.meta.url).href;
    const keep = `const { keepTickShape } = await import(${JSON.stringify(module)}); keepTickShape()`;
    expect(await takenBack(keep)).toBe(0);
  });
});
