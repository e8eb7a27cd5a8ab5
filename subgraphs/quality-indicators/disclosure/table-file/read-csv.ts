import { parse } from "csv-parse/sync";
import type { GivenCell, GivenHierarchies, GivenTable } from "./given-table.js";
import type { BothLanguages, Mistakes } from "./table-mistake.js";

/** A row of a CSV file by its columns, with its rank as a spreadsheet counts it. */
interface CsvRow {
  readonly row: number;
  readonly fields: ReadonlyMap<string, string>;
}

const placeOf = (row: number, column?: string): BothLanguages => ({
  fr: `ligne ${row}${column === undefined ? "" : `, colonne ${column}`}`,
  en: `row ${row}${column === undefined ? "" : `, column ${column}`}`,
});

/** The rows of a CSV text, separated by what its header has most of: comma, semicolon or tabulation. */
function rowsOf(text: string, mistakes: Mistakes): { columns: string[]; rows: CsvRow[] } {
  const header = /[^\r\n]*/.exec(text)?.[0] ?? "";
  const count = (separator: string): number => header.split(separator).length;
  const delimiter = [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
  try {
    const lines = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const columns = lines[0]?.record ?? [];
    const rows = lines.slice(1).map(({ record, info }) => {
      if (record.length !== columns.length)
        mistakes.add(
          "BAD_ROW",
          placeOf(info.lines),
          `attendu : ${columns.length} colonnes comme l'en-tête ; reçu : ${record.length}.`,
          `expected: ${columns.length} columns as the header has; got: ${record.length}.`,
        );
      return { row: info.lines, fields: new Map(columns.map((name, rank) => [name, record[rank] ?? ""])) };
    });
    return { columns, rows };
  } catch (error) {
    const { message } = error as Error;
    mistakes.add("NOT_CSV", "CSV", `ce n'est pas du CSV (${message}).`, `this is not CSV (${message}).`);
    return { columns: [], rows: [] };
  }
}

function refuseHeader(columns: readonly string[], needed: readonly string[], mistakes: Mistakes): void {
  for (const name of needed)
    if (!columns.includes(name))
      mistakes.add(
        "MISSING_COLUMN",
        placeOf(1),
        `il manque la colonne ${name}.`,
        `the column ${name} is missing.`,
      );
  for (const [rank, name] of columns.entries()) {
    if (name === "")
      mistakes.add(
        "UNNAMED_COLUMN",
        placeOf(1),
        `la colonne ${rank + 1} n'a pas de nom.`,
        `column ${rank + 1} has no name.`,
      );
    else if (columns.indexOf(name) !== rank)
      mistakes.add(
        "COLUMN_TWICE",
        placeOf(1, name),
        "cette colonne est là deux fois.",
        "this column is there twice.",
      );
  }
}

/** Reads the hierarchies of a CSV text with the columns dimension, parent and child, one child a row. */
export function readCsvHierarchies(text: string, mistakes: Mistakes): GivenHierarchies {
  const { columns, rows } = rowsOf(text, mistakes);
  refuseHeader(columns, ["dimension", "parent", "child"], mistakes);
  const hierarchies = new Map<string, Map<string, string[]>>();
  for (const { row, fields } of mistakes.isEmpty ? rows : []) {
    const [dimension = "", parent = "", child = ""] = ["dimension", "parent", "child"].map((name) =>
      fields.get(name),
    );
    for (const [name, code] of Object.entries({ dimension, parent, child }))
      if (code === "")
        mistakes.add("MISSING_CODE", placeOf(row, name), "il manque ce code.", "this code is missing.");
    const childrenOf = hierarchies.get(dimension) ?? new Map<string, string[]>();
    hierarchies.set(dimension, childrenOf);
    const children = childrenOf.get(parent) ?? [];
    childrenOf.set(parent, children);
    if (children.includes(child))
      mistakes.add(
        "CHILD_TWICE",
        placeOf(row),
        `${child} est déjà un enfant de ${parent}.`,
        `${child} is already a child of ${parent}.`,
      );
    children.push(child);
  }
  return hierarchies;
}

const ownColumns = ["value", "suppressed", "contributors"];
const yes = new Set(["true", "1", "vrai", "oui", "yes", "x"]);
const no = new Set(["false", "0", "faux", "non", "no", ""]);

/** Reads a CSV text: a column a dimension, `value`, `suppressed`, and `contributors` with | between the amounts. */
export function readCsvTable(
  text: string,
  apart: Pick<GivenTable, "hierarchies" | "policy"> | null,
  mistakes: Mistakes,
): GivenTable {
  const { columns, rows } = rowsOf(text, mistakes);
  refuseHeader(columns, ["value", "suppressed"], mistakes);
  const names = columns.filter((name) => !ownColumns.includes(name));
  const hierarchies = new Map(
    names.map((name) => [name, apart?.hierarchies.get(name) ?? new Map<string, string[]>()]),
  );
  for (const name of apart?.hierarchies.keys() ?? [])
    if (!names.includes(name))
      mistakes.add(
        "MISSING_COLUMN",
        placeOf(1),
        `il manque la colonne ${name}, une dimension des hiérarchies.`,
        `the column ${name} is missing, a dimension of the hierarchies.`,
      );
  if (names.length === 0)
    mistakes.add(
      "NO_DIMENSION",
      placeOf(1),
      "il faut au moins une dimension.",
      "there must be at least one dimension.",
    );
  mistakes.refuse();
  if (rows.length === 0)
    mistakes.add("NO_CELLS", placeOf(1), "il n'y a aucune cellule.", "there is no cell.");
  return {
    hierarchies,
    policy: apart?.policy ?? {},
    cells: rows.map((row) => cellOf(row, names, mistakes)),
  };
}

function cellOf({ row, fields }: CsvRow, names: readonly string[], mistakes: Mistakes): GivenCell {
  const at = new Map<string, string>();
  for (const name of names) {
    const code = fields.get(name) ?? "";
    if (code === "")
      mistakes.add("MISSING_CODE", placeOf(row, name), "il manque ce code.", "this code is missing.");
    else at.set(name, code);
  }
  const number = (text: string, column: string): number => {
    if (/^-?\d+(?:[.,]\d+)?$/.test(text)) return Number(text.replace(",", "."));
    mistakes.add(
      column === "value" ? "BAD_VALUE" : "BAD_CONTRIBUTORS",
      placeOf(row, column),
      `attendu : un nombre${column === "value" ? ", aussi pour une cellule masquée" : ", ou des nombres séparés par |"} ; reçu : « ${text} ».`,
      `expected: a number${column === "value" ? ", also for a suppressed cell" : ", or numbers with | between"}; got: “${text}”.`,
    );
    return 0;
  };
  const suppressed = (fields.get("suppressed") ?? "").toLowerCase();
  if (!yes.has(suppressed) && !no.has(suppressed))
    mistakes.add(
      "BAD_SUPPRESSED",
      placeOf(row, "suppressed"),
      `attendu : true ou false (oui ou non) ; reçu : « ${suppressed} ».`,
      `expected: true or false (yes or no); got: “${suppressed}”.`,
    );
  const contributors = fields.get("contributors") ?? "";
  return {
    place: placeOf(row),
    at,
    value: number(fields.get("value") ?? "", "value"),
    isSuppressed: yes.has(suppressed),
    contributors:
      contributors === "" ? [] : contributors.split("|").map((text) => number(text.trim(), "contributors")),
  };
}
