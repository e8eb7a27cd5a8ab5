import {
  engagementColumns,
  partnerColumns,
  type SentEngagement,
  type SentPartner,
} from "../../../subgraphs/offline.js";
import type { Sheet } from "../../downloads/xlsx-template.js";
import { ofEngagement, ofPartner, rosterColumns } from "./roster-columns.js";

const written = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.join(" | ") : String(value);
};

/** The rows of a roster file: the header, then each partner with its engagements, as `push-roster` reads them. */
export const rosterRows = (partners: readonly SentPartner[]): string[][] => [
  [...rosterColumns],
  ...partners.flatMap((partner) => {
    const engagements: readonly SentEngagement[] = partner.engagements?.length ? partner.engagements : [{}];
    return engagements.map((engagement, index) => [
      ...ofPartner.map((column) => (index === 0 || column === "localId" ? written(partner[column]) : "")),
      ...ofEngagement.map((column) => written(engagement[column])),
    ]);
  }),
];

const emptyRows = 500;
const coded = new Map(
  [...partnerColumns, ...engagementColumns].map((column) => [column.name as string, column]),
);

const help = {
  fr: {
    sheets: ["Registre", "Codes", "Listes"],
    heads: ["colonne", "codes", "comment"],
    one: "un code",
    several: "un ou plusieurs codes, séparés par |",
    others: {
      localId: "un numéro qui ne dit rien de la personne : P-0001",
      joinedYear: "année d'arrivée",
      trained: "oui ou non",
      coached: "oui ou non",
      fromYear: "année de début",
      toYear: "année de fin, vide si l'engagement est en cours",
    },
    rule: "Un autre engagement de la même personne : une ligne de plus, avec le même localId ; les colonnes de la personne y restent vides. Aucun nom, courriel, téléphone, code postal, date de naissance ni numéro d'assurance.",
  },
  en: {
    sheets: ["Roster", "Codes", "Lists"],
    heads: ["column", "codes", "how"],
    one: "one code",
    several: "one or more codes, separated by |",
    others: {
      localId: "a number that says nothing of the person: P-0001",
      joinedYear: "year joined",
      trained: "yes or no",
      coached: "yes or no",
      fromYear: "year from",
      toYear: "year to, empty while the engagement goes on",
    },
    rule: "Another engagement of the same person: one more row with the same localId; the columns of the person stay empty there. No name, e-mail, telephone, postal code, birth date or insurance number.",
  },
} as const;

/** The workbook: the rows to fill with their codes as lists, and what each column takes. */
export function rosterSheets(partners: readonly SentPartner[], language: "fr" | "en"): Sheet[] {
  const { sheets, heads, one, several, others, rule } = help[language];
  const rows = rosterRows(partners);
  const last = rows.length + emptyRows;
  const lists = rosterColumns.flatMap((name, index) => {
    const column = coded.get(name);
    // A cell of several codes cannot be picked from a list.
    return column && !column.isList ? [{ letter: letterOf(index), codes: column.codes }] : [];
  });
  const longest = Math.max(...lists.map(({ codes }) => codes.length));
  return [
    {
      name: sheets[0],
      rows,
      widths: rosterColumns.map((name) => Math.max(name.length + 2, 12)),
      choices: lists.map(({ letter, codes }, index) => ({
        cells: `${letter}2:${letter}${last}`,
        list: `${sheets[2]}!$${letterOf(index)}$1:$${letterOf(index)}$${codes.length}`,
      })),
    },
    {
      name: sheets[1],
      rows: [
        [...heads],
        ...rosterColumns.map((name) => {
          const column = coded.get(name);
          return [
            name,
            column?.codes.join(", ") ?? "",
            column ? (column.isList ? several : one) : ((others as Record<string, string>)[name] ?? ""),
          ];
        }),
        ["", "", rule],
      ],
      widths: [20, 60, 60],
    },
    {
      name: sheets[2],
      rows: Array.from({ length: longest }, (_, row) => lists.map(({ codes }) => codes[row] ?? "")),
      widths: lists.map(() => 20),
    },
  ];
}

const letterOf = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);
