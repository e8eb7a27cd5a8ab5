import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { refuseReport, ReportFile } from "./problem-report.js";
import { printable, problemTable } from "./problem-table.js";
import { mostPrinted, ProblemTally } from "./problem-tally.js";
import { fileProblem, type Problem } from "../figures-file/problem.js";

const problem = fileProblem(
  "FORMULA",
  { fr: "Une formule", en: "A formula" },
  { row: 7, column: "value", observed: '=CMD("<b>")' },
);

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
});
afterAll(() => folder.remove());

/** What a report on some problems holds. */
function reportOf(name: string, problems: readonly Problem[], language: "fr" | "en"): string {
  const path = join(folder.path, name);
  const report = new ReportFile(path, language);
  problems.forEach((one) => report.add(one));
  expect(existsSync(path)).toBe(false);
  report.finish();
  return readFileSync(path, "utf8");
}

describe("a report", () => {
  it("in CSV cannot become a formula in the next spreadsheet", () => {
    expect(reportOf("r.csv", [problem], "fr")).toContain(
      `7,value,,E,FILE,FORMULA,Une formule,"'=CMD(""<b>"")"`,
    );
  });

  it("in HTML shows what a file held without running it", () => {
    const report = reportOf("r.html", [problem], "en");
    expect(report).toContain("<td>=CMD(&quot;&lt;b&gt;&quot;)</td>");
    expect(report).toContain('<html lang="en-CA">');
  });

  it("in JSON keeps every place", () => {
    expect(JSON.parse(reportOf("r.json", [problem], "en"))).toMatchObject([
      { row: 7, column: "value", code: "FORMULA", message: "A formula", observed: '=CMD("<b>")' },
    ]);
  });

  it.each(["csv", "html", "json"])("in %s holds every problem of thousands, in order", (format) => {
    const problems = Array.from({ length: 1_203 }, (_, index) => ({ ...problem, row: index + 2 }));
    const text = reportOf(`long.${format}`, problems, "fr");
    const rows = {
      csv: () =>
        text
          .split("\r\n")
          .slice(1, -1)
          .map((line) => Number.parseInt(line, 10)),
      html: () => [...text.matchAll(/<tr><td>(\d+)</g)].map(([, row]) => Number(row)),
      json: () => (JSON.parse(text) as Problem[]).map(({ row }) => row),
    }[format]!();
    expect(rows).toEqual(problems.map(({ row }) => row));
  });

  it("without any problem is a report all the same", () => {
    expect(JSON.parse(reportOf("none.json", [], "fr"))).toEqual([]);
    expect(reportOf("none.html", [], "en")).toContain("In all: 0");
  });

  it("that is left leaves nothing behind", () => {
    const report = new ReportFile(join(folder.path, "left.csv"), "fr");
    report.add(problem);
    report.abandon();
    expect(readdirSync(folder.path).filter((name) => name.startsWith("left"))).toEqual([]);
  });

  it("is refused in an unknown format or in place of the file it is about", () => {
    expect(() => refuseReport("r.docx", "f.csv")).toThrow("terminaison inconnue");
    expect(() => refuseReport("./f.csv", "f.csv")).toThrow("remplacerait");
    expect(() => refuseReport("r.csv", "f.csv")).not.toThrow();
  });
});

describe("the table on a terminal", () => {
  it("prints the first 200 problems and counts them all", () => {
    const problems = Array.from({ length: mostPrinted + 3 }, (_, row) => ({ ...problem, row }));
    const table = problemTable(ProblemTally.of(problems), "fr");
    expect(table.match(/E FILE/g)).toHaveLength(mostPrinted);
    expect(table).toContain("… et 3 autres");
    expect(table).toContain("203 à corriger");
    expect(table).toContain("Par règle : FILE × 203.");
  });

  it("shows long codes whole, over several lines", () => {
    const [observed, expected] = ["IDENTIFICATION_RECRUITMENT", "2025-04-01/2026-03-31"];
    const table = problemTable(ProblemTally.of([{ ...problem, observed, expected }]), "fr");
    expect(table.replace(/[^\w/-]/g, "")).toMatch(/IDENTIFICATION_2025-04-01\/2026-03-31RECRUITMENT/);
    expect(table).not.toContain("…");
  });

  it("shows no control character of the file", () => {
    expect(printable("a\u001b[2Jb\u202ec")).toBe("a [2Jb c");
  });
});
