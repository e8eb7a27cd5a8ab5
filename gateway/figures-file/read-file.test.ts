import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { templateRows, templateSheets } from "../downloads/figures-template.js";
import { workbookOf } from "../downloads/xlsx-template.js";
import { read } from "../cli/testing/a-file.js";
import { sourceOfFile } from "./figure-source.js";
import type { Problem } from "./problem.js";
import { openFigureFile } from "./read-file.js";
import { largestWorkbookBytes } from "./read-workbook.js";
import { readReference } from "./reference.js";

const reference = readReference();
const form = reference.forms.get("2025-2026")!;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
});
afterAll(() => folder.remove());

const withValue = (value: string) =>
  templateRows(form, "chum").map((cells) =>
    cells[3] === "B6" ? [...cells.slice(0, 4), value, "", ""] : cells,
  );

it("refuses a workbook too large to be read whole, with its size, before reading it", async () => {
  const path = join(folder.path, "gros.xlsx");
  await writeFile(path, Buffer.from("PK\u0003\u0004"));
  // A file with nothing on the disk: reading it would give NOT_A_WORKBOOK.
  await truncate(path, largestWorkbookBytes + 1);
  const problems: Problem[] = [];
  const tell = (problem: Problem) => problems.push(problem);
  await openFigureFile(await sourceOfFile(path), tell);
  expect(problems).toMatchObject([
    { code: "FILE_TOO_LARGE", observed: "5000001 octets · bytes", expected: "≤ 5000000 octets · bytes" },
  ]);
});

it("reads the same answers from a CSV file and from the filled workbook", async () => {
  const [, codes, lists] = templateSheets(form, "chum", [], "fr");
  const workbook = workbookOf([{ name: "Réponses", rows: withValue("42"), widths: [] }, codes!, lists!]);
  const csv = Buffer.from(
    withValue("42")
      .map((cells) => cells.join(";"))
      .join("\r\n"),
  );
  const [fromWorkbook, fromText] = [await read(workbook), await read(csv)];
  expect(fromWorkbook).toMatchObject({ format: "xlsx", problems: [] });
  expect(fromWorkbook.offices[0]!.answers).toEqual([{ question: "B6", number: 42 }]);
  expect(fromWorkbook.offices).toEqual(fromText.offices);
});

it("refuses a formula of a workbook at its row and column", async () => {
  const workbook = workbookOf([{ name: "Réponses", rows: withValue("=40+2"), widths: [] }]);
  const row = withValue("").findIndex((cells) => cells[3] === "B6") + 1;
  expect((await read(workbook)).problems).toEqual([
    expect.objectContaining({ code: "FORMULA", row, column: "value", question: "B6" }),
  ]);
});

it.each([
  ["an old or protected workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ["an archive that is no workbook", Buffer.from("PK\u0003\u0004 rien")],
])("refuses %s", async (_title, bytes) => {
  expect((await read(bytes)).problems).toMatchObject([{ code: "NOT_A_WORKBOOK" }]);
});

it("tells the caller of a file that is not there", async () => {
  await expect(sourceOfFile(join(folder.path, "absent.csv"))).rejects.toMatchObject({
    code: "ENOENT",
  });
});
