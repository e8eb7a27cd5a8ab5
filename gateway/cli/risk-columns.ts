import { UsageError } from "./exit-code.js";
import { printable } from "./problem-table.js";
import type { Separator } from "../figures-file/read-csv.js";
import type { SheetRow } from "../figures-file/sheet-row.js";

/** The columns of a file that are looked at. */
export interface RiskColumns {
  readonly keys: readonly string[];
  readonly sensitive: readonly string[];
  readonly weights: string | null;
}

/** Reads the names as they were typed; one column has one part. */
export function riskColumnsOf(typed: {
  readonly keys: string;
  readonly sensitive?: string;
  readonly weights?: string;
}): RiskColumns {
  const columns = {
    keys: namesIn(typed.keys),
    sensitive: namesIn(typed.sensitive ?? ""),
    weights: typed.weights?.trim() ?? null,
  };
  const all = namesOf(columns);
  const repeated = all.find((name, index) => all.indexOf(name) !== index);
  if (columns.keys.length === 0)
    throw new UsageError({
      fr: "--keys attend au moins une colonne.",
      en: "--keys expects at least one column.",
    });
  if (repeated !== undefined)
    throw new UsageError({
      fr: `La colonne « ${printable(repeated)} » est demandée deux fois : une colonne est une clé, ou sensible, ou un poids.`,
      en: `The column “${printable(repeated)}” is asked for twice: a column is a key, or sensitive, or a weight.`,
    });
  return columns;
}

const namesIn = (list: string): string[] =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

const namesOf = ({ keys, sensitive, weights }: RiskColumns): string[] => [
  ...keys,
  ...sensitive,
  ...(weights === null ? [] : [weights]),
];

/** Where each column stands in the rows of a file. */
export interface RiskPositions {
  readonly width: number;
  readonly keys: readonly number[];
  readonly sensitive: readonly number[];
  /** Null when records have no weight. */
  readonly weights: number | null;
}

/** Finds the columns in the header; refuses one that is not there with the list of those that are. */
export function positionsIn({ cells }: SheetRow, columns: RiskColumns): RiskPositions {
  const header = cells.map((cell) => cell.trim());
  const positionOf = (name: string): number => {
    const position = header.indexOf(name);
    const list = header.map(printable).join(", ");
    if (position < 0)
      throw new UsageError({
        fr: `Ligne 1 : la colonne « ${printable(name)} » n'existe pas. Colonnes du fichier : ${list}.`,
        en: `Row 1: there is no column “${printable(name)}”. Columns of the file: ${list}.`,
      });
    if (header.lastIndexOf(name) !== position)
      throw new UsageError({
        fr: `Ligne 1 : la colonne « ${printable(name)} » est là deux fois. Colonnes du fichier : ${list}.`,
        en: `Row 1: the column “${printable(name)}” is there twice. Columns of the file: ${list}.`,
      });
    return position;
  };
  return {
    width: header.length,
    keys: columns.keys.map(positionOf),
    sensitive: columns.sensitive.map(positionOf),
    weights: columns.weights === null ? null : positionOf(columns.weights),
  };
}

const separators = [",", ";", "\t"] as const;

/** The separator that finds the most of the asked columns in the first line, then the most columns. */
export const separatorFor =
  (columns: RiskColumns) =>
  (text: string): Separator => {
    const [header = ""] = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/, 1);
    const asked = namesOf(columns);
    const [best] = separators
      .map((separator) => {
        const names = header.split(separator).map((name) =>
          name
            .trim()
            .replace(/^"(.*)"$/, "$1")
            .trim(),
        );
        return { separator, found: asked.filter((name) => names.includes(name)).length, all: names.length };
      })
      .sort((one, other) => other.found - one.found || other.all - one.all);
    return best?.separator ?? ",";
  };
