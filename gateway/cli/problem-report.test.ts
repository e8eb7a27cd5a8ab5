import { describe, expect, it } from "@jest/globals";
import { refuseReport, reportOf } from "./problem-report.js";
import { mostPrinted, printable, problemTable } from "./problem-table.js";
import { fileProblem } from "./reading/problem.js";

const problem = fileProblem(
  "FORMULA",
  { fr: "Une formule", en: "A formula" },
  { row: 7, column: "value", observed: '=CMD("<b>")' },
);

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

  it("is refused in an unknown format or in place of the file it is about", () => {
    expect(() => refuseReport("r.docx", "f.csv")).toThrow("terminaison inconnue");
    expect(() => refuseReport("./f.csv", "f.csv")).toThrow("remplacerait");
    expect(() => refuseReport("r.csv", "f.csv")).not.toThrow();
  });
});

describe("the table on a terminal", () => {
  it("prints the first 200 problems and counts them all", () => {
    const problems = Array.from({ length: mostPrinted + 3 }, (_, row) => ({ ...problem, row }));
    const table = problemTable(problems, "fr");
    expect(table.match(/E FILE/g)).toHaveLength(mostPrinted);
    expect(table).toContain("… et 3 autres");
    expect(table).toContain("203 à corriger");
  });

  it("shows no control character of the file", () => {
    expect(printable("a\u001b[2Jb\u202ec")).toBe("a [2Jb c");
  });
});
