import { describe, expect, it } from "vitest";
import { judgeRosterOffline } from "../../../subgraphs/offline.js";
import { workbookOf } from "../../downloads/xlsx-template.js";
import { sourceOfBytes } from "../../figures-file/figure-source.js";
import type { Problem } from "../../figures-file/problem.js";
import { placeRosterIssues } from "./place-roster-issues.js";
import { readRosterFile } from "./read-roster-file.js";
import { rosterColumns } from "./roster-columns.js";
import { rosterRows, rosterSheets } from "./roster-template.js";

async function read(file: string | Uint8Array) {
  const problems: Problem[] = [];
  const source = sourceOfBytes(typeof file === "string" ? Buffer.from(file) : file);
  const roster = await readRosterFile(source, (problem) => problems.push(problem));
  return { roster, partners: roster.partners.map(({ partner }) => partner), problems };
}

const header = rosterColumns.join(";");
const own = "P-0001;ACTIVE;RESOURCE | COACH;A50_64;WOMAN;FR;RSS-05;ONCOLOGY;PATIENT;2021;oui;non";
const blank = "P-0001;;;;;;;;;;;";
const engaged =
  "COLLABORATION;CO_LED;TACTICAL;CARE;ONCOLOGY;RESOURCE_PARTNER;CO_CONSTRUCTION;HOURLY|EXPENSES;2024;";
const engagement = {
  degree: "COLLABORATION",
  leadership: "CO_LED",
  level: "TACTICAL",
  sphere: "CARE",
  sector: "ONCOLOGY",
  role: "RESOURCE_PARTNER",
  posture: "CO_CONSTRUCTION",
  recognition: ["HOURLY", "EXPENSES"],
  fromYear: 2024,
  toYear: null,
};
const partner = {
  localId: "P-0001",
  status: "ACTIVE",
  profiles: ["RESOURCE", "COACH"],
  ageBand: "A50_64",
  gender: "WOMAN",
  firstLanguage: "FR",
  region: "RSS-05",
  experienceDomains: ["ONCOLOGY"],
  standing: "PATIENT",
  joinedYear: 2021,
  trained: true,
  coached: false,
  engagements: [engagement],
};

describe("a file of a roster", () => {
  it("has a partner with an engagement a row, and further engagements below under the same local id", async () => {
    const others = [
      `${own};${engaged}`,
      `${blank};${engaged.replace("CARE", "RESEARCH")}`,
      `${own};${engaged}`,
    ];
    const { partners, roster, problems } = await read(["Registre 2026", header, ...others].join("\n"));
    expect(problems).toEqual([]);
    expect(partners).toEqual([
      { ...partner, engagements: [engagement, { ...engagement, sphere: "RESEARCH" }, engagement] },
    ]);
    expect(roster.partners.map(({ row, engagementRows }) => ({ row, engagementRows }))).toEqual([
      { row: 3, engagementRows: [3, 4, 5] },
    ]);
  });

  it("is read again as it was written, as text and as a workbook, the template too", async () => {
    const all = [
      partner,
      { ...partner, localId: "P-2", engagements: [] },
      { ...partner, localId: "P-3", engagements: [engagement, engagement] },
    ];
    const csv = rosterRows(all)
      .map((cells) => cells.join(","))
      .join("\r\n");
    for (const file of [csv, workbookOf(rosterSheets(all, "fr")), workbookOf(rosterSheets(all, "en"))]) {
      const { partners, problems } = await read(file);
      expect({ partners, problems }).toEqual({ partners: all, problems: [] });
    }
  });

  it("is refused for a column that a roster does not have, most of all one that says who people are", async () => {
    const { partners, problems } = await read(
      `${header};Nom;courriel;note\n${own};${engaged};Canaripersonne;canari@x.ca;abc`,
    );
    expect(partners).toEqual([]);
    expect(problems.map(({ code, column, row }) => ({ code, column, row }))).toEqual([
      { code: "IDENTIFYING_COLUMN", column: "nom", row: 1 },
      { code: "IDENTIFYING_COLUMN", column: "courriel", row: 1 },
      { code: "UNKNOWN_COLUMN", column: "note", row: 1 },
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/canari/i);
  });

  it.each([
    ["without a row that names its columns", "Canaripersonne;canari@x.ca\nP-1;ACTIVE", "NO_HEADER", 1],
    ["with a column missing", `${header.replace(";gender", "")}\n`, "MISSING_COLUMN", 1],
    ["with a column twice", `${header};status\n`, "REPEATED_COLUMN", 1],
    ["with its header only", `${header}\n`, "NO_ROWS", 2],
    [
      "with a cell outside its columns",
      `${header}\n${own};${engaged};Canaripersonne`,
      "CELL_OUTSIDE_COLUMNS",
      2,
    ],
    ["with a year that is none", `${header}\n${own.replace("2021", "canari")};${engaged}`, "NOT_A_YEAR", 2],
    ["with neither yes nor no", `${header}\n${own.replace("oui", "canari")};${engaged}`, "NOT_YES_OR_NO", 2],
    ["with a quote that nobody closed", `${header}\n"${own};${engaged}`, "BROKEN_QUOTES", 2],
    ["that is no text", "\u0000\u0001canari", "NOT_TEXT", null],
  ])("is refused %s, and nothing of a cell is repeated", async (_title, file, code, row) => {
    const { problems } = await read(file);
    expect(problems).toMatchObject([{ rule: "FILE", severity: "E", code, row }]);
    expect(JSON.stringify(problems)).not.toMatch(/canari/i);
  });

  it("is told its mistakes by row and column, as the hub would, without the hub", async () => {
    const rows = [
      `${own};${engaged}`,
      `${own.replace("P-0001", "Jean Canari")};${engaged}`,
      `${own.replace("WOMAN", "MAN")};${engaged}`,
      `${own.replace("P-0001", "P-3").replace("PATIENT", "418 555-0173")};${engaged}`,
      `P-3;;;;;;;;;;;;${engaged.replace("CO_LED", "x")}`,
    ];
    const { roster, partners } = await read([header, ...rows].join("\n"));
    const { isAcceptable, issues } = judgeRosterOffline(
      { rows: partners, withdrawn: ["canari@x.ca"] },
      "2026-05-04",
    );
    expect(isAcceptable).toBe(false);
    const places = placeRosterIssues(issues, roster);
    expect(
      places.map(({ rule, code, row, column, observed }) => [rule, code, row, column, observed]),
    ).toEqual([
      ["P02", "NOT_OPAQUE", 3, "localId", null],
      ["P02", "TELEPHONE_NUMBER", 5, "standing", null],
      ["P02", "EMAIL_ADDRESS", null, "--withdraw", null],
      ["P03", "UNKNOWN_CODE", 6, "leadership", null],
      ["P04", "REPEATED_PARTNER", 4, "localId", "ligne · row 2"],
    ]);
    expect(JSON.stringify(places)).not.toMatch(/canari|555-0173/i);
  });
});
