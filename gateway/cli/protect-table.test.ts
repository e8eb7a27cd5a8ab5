import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { startCarrefour } from "./testing/a-terminal.js";
import { unprotectedCells } from "./unprotected-cells.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
});
afterAll(() => folder?.remove());

async function protectTable(file: unknown, ...words: string[]) {
  const path = join(folder.path, "tableau.json");
  await writeFile(path, typeof file === "string" ? file : JSON.stringify(file));
  const program = startCarrefour(["protect-table", path, ...words]);
  const code = await program.ended();
  return { code, output: program.output() };
}

const wards = (counts: Record<string, number>, policy = {}) => ({
  dimensions: { ward: { all: Object.keys(counts) } },
  cells: Object.entries(counts).map(([ward, value]) => ({ at: { ward }, value })),
  policy,
});

describe("protect-table", () => {
  it("prints the suppressions of a file with what they cost, and nothing else", async () => {
    const { code, output } = await protectTable(wards({ a: 3, b: 60, c: 9 }), "--json");
    expect(JSON.parse(output)).toEqual({
      suppressed: [
        { at: { ward: "a" }, reason: "PRIMARY" },
        { at: { ward: "c" }, reason: "COMPLEMENTARY" },
      ],
      cost: 9,
    });
    expect(code).toBe(0);
  });

  it("hides what a source that shows its totals hides", async () => {
    const policy = { threshold: 20, totalsExempt: true };
    const { output } = await protectTable(wards({ a: 70, b: 29, c: 7, d: 21 }, policy), "--json");
    expect(JSON.parse(output).suppressed.map(({ at }: { at: { ward: string } }) => at.ward)).toEqual([
      "c",
      "d",
    ]);
  });

  it("counts a zero as a cost of 1", async () => {
    const { output } = await protectTable(wards({ a: 3, b: 0, c: 60, d: 70 }), "--json");
    expect(JSON.parse(output).cost).toBe(60);
    const { output: wide } = await protectTable(
      {
        ...wards({ a: 3, b: 3, c: 0, d: 70 }),
        policy: { threshold: 5, width: 6 },
      },
      "--json",
    );
    expect(JSON.parse(wide).cost).toBe(0);
  });

  it("shows a person each cell, its reason and its cost", async () => {
    const { code, output } = await protectTable(wards({ a: 3, b: 60, c: 9 }), "--lang", "en");
    expect(output).toMatch(/│ c +│ 9 +│ COMPLEMENTARY +│ 9 /);
    expect(output).toContain("2 cells to hide, 1 of them complementary, at a cost of 9; 2 shown of 4.");
    expect(code).toBe(0);
  });

  it("names a single cell in the singular", () => {
    const words = unprotectedCells({ at: (figure: number) => ({ ward: `w${figure}` }) }, [
      { figure: 0, insider: null, toldBy: [3] },
    ]);
    expect(words[0]?.fr).toContain("d'après la cellule w3.");
    expect(words[0]?.en).toContain("from the cell w3.");
  });

  it("says which cell cannot be protected, from whom, and which cells tell it", () => {
    const file = { at: (figure: number) => ({ ward: `w${figure}`, year: "2025" }) };
    const words = unprotectedCells(file, [
      { figure: 0, insider: "w1 #1", toldBy: [] },
      { figure: 2, insider: null, toldBy: [3, 4] },
    ]);
    expect(words.map(({ en }) => en)).toEqual([
      "The cell w0 · 2025 cannot be protected: whatever is hidden, the contributor w1 #1 computes it too closely. Merge it with another one.",
      "The cell w2 · 2025 cannot be protected: whatever is hidden, everybody computes it too closely from the cells w3 · 2025, w4 · 2025. Merge it with another one.",
    ]);
    expect(words[1]?.fr).toContain("d'après les cellules w3 · 2025, w4 · 2025");
  });

  it("refuses a file that is no table with the place of each mistake", async () => {
    const before = await readdir(folder.path);
    const { code, output } = await protectTable({
      dimensions: { ward: { all: ["a", "b"] } },
      cells: [
        { at: { ward: "a" }, value: -1 },
        { at: { ward: "z" }, value: 4 },
      ],
    });
    expect(output).toContain("-1");
    expect(output).toContain("« z »");
    expect(output).not.toContain("suppressed");
    expect(code).toBe(2);
    expect(await readdir(folder.path)).toEqual(before);
  });

  it("refuses a file that is not there as a call that cannot work", async () => {
    const program = startCarrefour(["protect-table", join(folder.path, "rien.json")]);
    expect(await program.ended()).toBe(2);
    expect(program.output()).toContain("n'existe pas");
  });
});
