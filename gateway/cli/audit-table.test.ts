import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { carrefour } from "./testing/a-terminal.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => (folder = await aFolder()));
afterAll(() => folder?.remove());

const file = async (name: string, content: string | object): Promise<string> => {
  const path = join(folder.path, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const places = {
  c1: ["A", "B", "I", "J"],
  c2: ["K", "L", "M", "N"],
  big: ["L", "M"],
  small: ["A", "B", "I", "J", "K", "N"],
};
const counts = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
const hiding = (hidden: string) => ({
  dimensions: { place: places },
  cells: Object.entries(counts).map(([place, value]) => ({
    at: { place },
    value,
    suppressed: hidden.includes(place),
  })),
  policy: { threshold: 4, width: 4 },
});

describe("carrefour audit-table", () => {
  it("prints the interval of each suppressed cell as JSON, and ends with 1 when one can be computed", async () => {
    const { code, output } = await carrefour([
      "audit-table",
      await file("unsafe.json", hiding("ABKLM")),
      "--json",
    ]);
    expect(JSON.parse(output)).toEqual({
      safe: false,
      cells: [
        { at: { place: "A" }, lower: 0, upper: 4, safe: true },
        { at: { place: "B" }, lower: 0, upper: 4, safe: true },
        { at: { place: "K" }, lower: 3, upper: 3, safe: false },
        { at: { place: "L" }, lower: 0, upper: 6, safe: true },
        { at: { place: "M" }, lower: 0, upper: 6, safe: true },
      ],
    });
    expect(code).toBe(1);
  });

  it("ends with 0 and says so when the table is safe, in French or English", async () => {
    const path = await file("safe.json", hiding("ABKLMN"));
    const french = await carrefour(["audit-table", path, "--lang", "fr"]);
    expect(french).toMatchObject({
      code: 0,
      output: expect.stringContaining("Sûre : 6 cellule(s) masquée(s)."),
    });
    expect(french.output).toMatch(/│ K +│ 0 +│ 10 │ oui/);
    const english = await carrefour(["audit-table", path, "--lang", "en"]);
    expect(english).toMatchObject({
      code: 0,
      output: expect.stringContaining("Safe: 6 suppressed cell(s)."),
    });
  });

  it("says null where a reader can compute no upper end", async () => {
    const path = await file("open.json", {
      dimensions: { place: {} },
      cells: [{ at: { place: "a" }, value: 3, suppressed: true }],
    });
    const { code, output } = await carrefour(["audit-table", path, "--json"]);
    expect(JSON.parse(output)).toEqual({
      safe: true,
      cells: [{ at: { place: "a" }, lower: 0, upper: null, safe: true }],
    });
    expect(code).toBe(0);
  });

  it("names the contributor who can guess too closely", async () => {
    const cells = [
      { at: { place: "a" }, value: 3, suppressed: true },
      { at: { place: "b" }, value: 7, suppressed: true, contributors: [7] },
    ];
    const path = await file("insider.json", { dimensions: { place: { all: ["a", "b"] } }, cells });
    const { code, output } = await carrefour(["audit-table", path, "--lang", "en"]);
    expect(output).toContain("NO (place=b #1)");
    expect(code).toBe(1);
  });

  it("is not content with a table that shows what its policy wants suppressed", async () => {
    const { code, output } = await carrefour([
      "audit-table",
      await file("shown.json", hiding("")),
      "--lang",
      "en",
    ]);
    expect(output).toContain("5 published cell(s) that the policy wants suppressed: place=A ; place=B");
    expect(code).toBe(1);
  });

  it("reads CSV with its hierarchies in a file of their own", async () => {
    const hierarchy = Object.entries(places).flatMap(([parent, children]) =>
      children.map((child) => `place,${parent},${child}`),
    );
    const rows = Object.entries(counts).map(
      ([place, value]) => `${place},${value},${"ABKLM".includes(place)}`,
    );
    const words = [
      "audit-table",
      await file("table.csv", ["place,value,suppressed", ...rows].join("\n")),
      "--hierarchy",
      await file("hierarchy.csv", ["dimension,parent,child", ...hierarchy].join("\n")),
      "--json",
    ];
    const { code, output } = await carrefour(words);
    expect(JSON.parse(output)).toMatchObject({ safe: false, cells: { length: 5 } });
    expect(code).toBe(1);
  });

  it("tells where a wrong file is to be mended, and ends with 2", async () => {
    const cells = [
      { at: { place: "A" }, value: -2, suppressed: true },
      { at: { place: "Z" }, value: 2 },
    ];
    const path = await file("wrong.json", { dimensions: { place: places }, cells });
    const french = await carrefour(["audit-table", path, "--lang", "fr"]);
    expect(french.output).toContain("cells[0] : -2 est négatif ; attendu : 0 ou plus. (NEGATIVE_VALUE)");
    expect(french.output).toContain("cells[1], place : le code « Z » n'est pas dans la hiérarchie de place");
    expect(french.code).toBe(2);
    const english = await carrefour(["audit-table", path, "--lang", "en"]);
    expect(english.output).toContain("cells[0]: -2 is negative; expected: 0 or more. (NEGATIVE_VALUE)");
  });

  it("ends with 2 for a file that is not there, and for one that is not text", async () => {
    const absent = await carrefour(["audit-table", join(folder.path, "absent.json"), "--lang", "en"]);
    expect(absent).toMatchObject({ code: 2, output: expect.stringContaining("does not exist") });
    const path = join(folder.path, "binary.csv");
    await writeFile(path, Buffer.from([0x70, 0xff, 0xfe, 0x00]));
    const binary = await carrefour(["audit-table", path, "--lang", "en"]);
    expect(binary).toMatchObject({ code: 2, output: expect.stringContaining("it is not UTF-8") });
  });
});
