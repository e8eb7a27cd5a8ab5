import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeFiguresFile } from "../../test/bench/figures-file.js";
import { aFolder } from "../../test/harness/folder.js";
import { runProgram } from "../../test/harness/program.js";
import { carrefour } from "./testing/a-terminal.js";

const rows = 120_000;
let folder: Awaited<ReturnType<typeof aFolder>>;
let file: string;
const temporary = () => join(folder.path, "tmp");
beforeAll(async () => {
  folder = await aFolder();
  file = join(folder.path, "gros.csv");
  makeFiguresFile(file, { rows, faults: 0.01 });
});
afterAll(() => folder.remove());
beforeEach(async () => {
  await rm(temporary(), { recursive: true, force: true });
  await mkdir(temporary());
});

describe("a file of thousands of offices in shuffled order", () => {
  it("is read whole: each office together, every problem in the report, nothing left behind", async () => {
    expect((await stat(file)).size).toBeGreaterThan(5_000_000);
    const report = join(folder.path, "rapport.json");
    const { code, output } = await carrefour(["validate", file, "--report", report], {
      TMPDIR: temporary(),
    });
    expect(code).toBe(1);
    const told = JSON.parse(await readFile(report, "utf8")) as { rule: string; code: string }[];
    const atFault = told.filter(({ rule }) => rule === "FILE" || rule === "FORM").length;
    expect(atFault).toBeGreaterThan(0.008 * rows);
    expect(atFault).toBeLessThan(0.012 * rows);
    expect(output).toContain("autres : --report les donne tous");
    // An office cut in two would lack answers by the dozen.
    expect(told.filter(({ code: kind }) => kind === "REQUIRED").length).toBeLessThan(0.005 * rows);
    expect(await readdir(temporary())).toEqual([]);
  }, 90_000);

  it("leaves no temporary file and no report when Ctrl-C ends the command", async () => {
    const report = join(folder.path, "interrompu.csv");
    const program = runProgram(["dist/gateway/cli/program.js", "validate", file, "--report", report], {
      TMPDIR: temporary(),
    });
    const partial = (): Promise<string[]> =>
      readdir(folder.path).then((names) => names.filter((name) => name.startsWith("interrompu")));
    for (let waited = 0; waited < 200 && (await partial()).length === 0; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await partial()).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    program.child.kill("SIGINT");
    await program.ended();
    expect(program.child.signalCode).toBe("SIGINT");
    expect(await partial()).toEqual([]);
    expect(await readdir(temporary())).toEqual([]);
  }, 60_000);
});
