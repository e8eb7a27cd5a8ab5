import { type CodedColumn, engagementColumns, everyCode, partnerColumns } from "../roster-codes.js";
import { identifiersIn } from "./direct-identifiers.js";
import { atPartner, type Finding } from "./issue.js";
import type { RosterRule } from "./rule.js";

type Given = string | readonly string[] | null | undefined;

/** P03: every column has a value where it must, and every code is one of the roster's, in the right column. */
export const p03KnownCodes: RosterRule = {
  id: "P03",
  severity: "E",
  check: ({ rows }) =>
    rows.flatMap((partner, row) => [
      ...(partner.localId === "" ? [missing("localId", "P-0001", row)] : []),
      ...partnerColumns.flatMap((column) => ofColumn(column, partner[column.name], row)),
      ...(["joinedYear", "trained", "coached"] as const).flatMap((name) =>
        partner[name] === null || partner[name] === undefined
          ? [missing(name, name === "joinedYear" ? "2021" : "true | false", row)]
          : [],
      ),
      ...(partner.engagements ?? []).flatMap((engagement, place) => [
        ...engagementColumns.flatMap((column) => ofColumn(column, engagement[column.name], row, place)),
        ...(engagement.fromYear === null || engagement.fromYear === undefined
          ? [missing("fromYear", "2021", row, place)]
          : []),
      ]),
    ]),
};

function ofColumn(
  { name, codes, isList }: CodedColumn<string>,
  given: Given,
  row: number,
  engagement: number | null = null,
): Finding[] {
  const expected = codes.join(", ");
  const values = typeof given === "string" ? [given] : (given ?? []);
  if (values.length === 0 || (!isList && given === ""))
    return isList ? [] : [missing(name, expected, row, engagement)];
  const unknown = values.filter((value) => !codes.includes(value) && identifiersIn(value).length === 0);
  return [
    ...unknown.map((value) =>
      atPartner(
        row,
        name,
        {
          code: "UNKNOWN_CODE",
          fr: "Ce code n'est pas de ceux de cette colonne.",
          en: "This code is not one of this column's.",
          observed: tellable(value),
          expected,
        },
        engagement,
      ),
    ),
    ...(values.includes("NONE") && values.length > 1 ? [notAlone(name, row, engagement)] : []),
  ];
}

// A code that stands elsewhere in the roster, or in small letters, says nothing of anybody; anything else may.
function tellable(value: string): string | null {
  const code = value.trim().toUpperCase();
  return everyCode.has(code) ? code : null;
}

const missing = (column: string, expected: string, row: number, engagement: number | null = null): Finding =>
  atPartner(
    row,
    column,
    {
      code: "MISSING_VALUE",
      fr: "Cette valeur manque.",
      en: "This value is missing.",
      expected,
    },
    engagement,
  );

const notAlone = (column: string, row: number, engagement: number | null): Finding =>
  atPartner(
    row,
    column,
    {
      code: "NOT_ALONE",
      fr: "« NONE » veut dire aucune : retirez-le, ou retirez les autres codes.",
      en: "“NONE” means none: take it out, or take out the other codes.",
      observed: "NONE",
    },
    engagement,
  );
