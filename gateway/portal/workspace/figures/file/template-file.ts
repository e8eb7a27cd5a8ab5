import { stringify } from "csv-stringify/sync";
import { lastYearsRows, templateRows, templateSheets } from "../../../../downloads/figures-template.js";
import type { Language } from "../../../language.js";
import type { Outcome } from "../../workspace-page.js";
import type { FiguresCase } from "../case/figures-case.js";
import { referenceForm } from "./reference-form.js";

/** The template of a case as a file, filled with its draft or with the answers of the last campaign. */
export async function templateFile(
  { campaign, establishment: { code }, form, current, lastYear }: FiguresCase,
  format: "csv" | "xlsx",
  language: Language,
): Promise<Outcome> {
  const known = referenceForm(form);
  const filled = lastYearsRows(known, current?.answers ?? lastYear?.answers ?? []);
  const name = `carrefour-${campaign}-${code}.${format}`;
  if (format === "csv") {
    // The byte order mark makes spreadsheets read UTF-8; RFC 4180 ends lines with CRLF.
    const text = stringify(templateRows(known, code, filled), { bom: true, record_delimiter: "\r\n" });
    return { kind: "file", name, type: "text/csv; charset=utf-8", bytes: Buffer.from(text) };
  }
  const { workbookOf } = await import("../../../../downloads/xlsx-template.js");
  const bytes = workbookOf(templateSheets(known, code, filled, language));
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { kind: "file", name, type, bytes };
}
