import type { Answer, Form, FormQuestion } from "../../subgraphs/offline.js";
import { missingCodes } from "../../subgraphs/offline.js";
import type { Sheet } from "./xlsx-template.js";

/** The part of a form that a template shows. */
export type TemplateForm = Pick<Form, "questions" | "modules" | "totals"> & { readonly code: string };

/** What a row starts with: the value of one question, or why there is none. */
export interface FilledRow {
  readonly question: string;
  readonly value: string;
  readonly missing: string;
}

type Language = "fr" | "en";

/** The columns of a file of yearly figures. */
export const figureColumns = [
  "campaign",
  "establishment",
  "office",
  "question",
  "value",
  "missing",
  "comment",
] as const;

/** Earlier answers as rows of a form: those to questions that it still asks, in the same way and with the same choices. */
export const lastYearsRows = (form: TemplateForm, answers: readonly Answer[]): FilledRow[] =>
  form.questions
    .filter(({ asked }) => asked)
    .flatMap(({ code: question, type, choices }) =>
      answers
        .filter((answer) => answer.question === question)
        .flatMap(({ number, text, choices: ticked, missing }): FilledRow[] => {
          if (missing) return [{ question, value: "", missing }];
          const values =
            type === "CHOICE" || type === "CHOICES"
              ? (ticked ?? []).filter((code) => choices.some((choice) => choice.code === code))
              : type === "INTEGER" || type === "DECIMAL"
                ? [number ?? ""]
                : [text ?? ""];
          return values.map((value) => ({ question, value: String(value), missing: "" }));
        }),
    )
    .filter(({ value, missing }) => value !== "" || missing !== "");

/** One row a question that the form asks, more where several values are filled in: exactly the columns that a push takes. */
export const templateRows = (
  form: TemplateForm,
  establishment: string,
  filled: readonly FilledRow[] = [],
): string[][] => [
  [...figureColumns],
  ...form.questions
    .filter(({ asked }) => asked)
    .flatMap(({ code }) => {
      const known = filled.filter(({ question }) => question === code);
      const rows = known.length > 0 ? known : [{ value: "", missing: "" }];
      return rows.map(({ value, missing }) => [form.code, establishment, "", code, value, missing, ""]);
    }),
];

/** The workbook: the rows to fill with their choices as lists, what each question takes, and the lists themselves. */
export function templateSheets(
  form: TemplateForm,
  establishment: string,
  filled: readonly FilledRow[],
  language: Language,
): Sheet[] {
  const rows = templateRows(form, establishment, filled);
  const asked = form.questions.filter((question) => question.asked);
  const listed = asked.filter(({ choices }) => choices.length > 0);
  const lists = [
    ["missing", ...missingCodes],
    ...listed.map(({ code, choices }) => [code, ...choices.map((choice) => choice.code)]),
  ];
  const longest = Math.max(...lists.map((list) => list.length));
  const listAt = (column: number): string => {
    const letter = columnLetters(column);
    return `${listSheet}!$${letter}$2:$${letter}$${lists[column]!.length}`;
  };
  return [
    {
      name: language === "fr" ? "Réponses" : "Answers",
      rows,
      widths: [12, 28, 12, 14, 32, 18, 40],
      choices: [
        { cells: `F2:F${rows.length + spareRows}`, list: listAt(0) },
        ...rows.flatMap(([, , , question], index) => {
          const column = listed.findIndex(({ code }) => code === question);
          return column === -1 ? [] : { cells: `E${index + 1}`, list: listAt(column + 1) };
        }),
      ],
    },
    { name: "Codes", rows: codeRows(form, language), widths: [14, 70, 24, 12, 60, 28, 30, 40] },
    {
      name: listSheet,
      rows: Array.from({ length: longest }, (_row, index) => lists.map((list) => list[index] ?? "")),
      widths: lists.map(() => 20),
    },
  ];
}

const listSheet = "Listes";
// People add rows below for questions that take several values.
const spareRows = 200;

/** The letters of a column, counted from 0: A … Z, AA … */
const columnLetters = (index: number): string =>
  (index < 26 ? "" : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const codeHeader = {
  fr: ["question", "texte", "type", "exigée", "valeurs (code : libellé)", "bornes", "seulement si", "module"],
  en: ["question", "text", "type", "required", "values (code: label)", "bounds", "only if", "module"],
} as const;

function codeRows(form: TemplateForm, language: Language): string[][] {
  const asked = form.questions.filter((question) => question.asked);
  const missing = {
    fr: [
      "missing",
      "Colonne « missing » : pourquoi il n'y a pas de valeur. Un blanc n'est pas un zéro.",
      "code",
      "",
      "NOT_ANSWERED : sans réponse\nDOES_NOT_KNOW : je ne sais pas\nNOT_APPLICABLE : sans objet",
      "",
      "",
      "",
    ],
    en: [
      "missing",
      "Column “missing”: why there is no value. A blank is not a zero.",
      "code",
      "",
      "NOT_ANSWERED: not answered\nDOES_NOT_KNOW: I do not know\nNOT_APPLICABLE: not applicable",
      "",
      "",
      "",
    ],
  };
  return [
    [...codeHeader[language]],
    ...asked.map((question) => [
      question.code,
      textIn(question.text, language),
      types[question.type][language],
      question.required ? { fr: "oui", en: "yes" }[language] : "",
      question.choices
        .map(
          ({ code, label, alone }) =>
            `${code}${language === "fr" ? " : " : ": "}${textIn(label, language)}${alone ? aloneMark[language] : ""}`,
        )
        .join("\n"),
      [boundsOf(question, language), ...sumsOf(question, form, language)].filter(Boolean).join("\n"),
      question.condition ? `${question.condition.question} = ${question.condition.choice}` : "",
      moduleOf(question, form, language),
    ]),
    missing[language],
  ];
}

const aloneMark = { fr: " (exclut les autres choix)", en: " (excludes the other choices)" } as const;

/** The sums that a question counts in, told at the first question of each. */
const sumsOf = ({ code }: FormQuestion, { totals }: TemplateForm, language: Language): string[] =>
  totals
    .filter(({ questions }) => questions[0] === code)
    .map(({ kind, questions, other }) => {
      const sum = `${questions.join(" + ")} ${kind === "SAME_TOTAL" ? "=" : "≤"} ${other.join(" + ")}`;
      return `${{ fr: "somme", en: "sum" }[language]}${language === "fr" ? " : " : ": "}${sum}`;
    });

// A module of the hub's own is not the source's questionnaire: nobody has to fill it.
function moduleOf({ module }: FormQuestion, { modules }: TemplateForm, language: Language): string {
  const found = modules.find(({ code }) => code === module);
  if (!found) return "";
  const proposed = { fr: "facultatif, proposé par le carrefour", en: "optional, proposed by the hub" }[
    language
  ];
  const mark = found.origin === "PROPOSED_BY_HUB" ? ` (${proposed})` : "";
  return `${found.code} ${found.version} : ${textIn(found.title, language)}${mark}`;
}

const textIn = (text: FormQuestion["text"], language: Language): string =>
  language === "en" ? (text.en ?? text.fr) : text.fr;

const types: Record<FormQuestion["type"], Record<Language, string>> = {
  CHOICE: { fr: "un choix", en: "one choice" },
  CHOICES: { fr: "un choix par ligne, répétez la question", en: "one choice a row, repeat the question" },
  INTEGER: { fr: "nombre entier", en: "whole number" },
  DECIMAL: { fr: "nombre, 2,5 ou 2.5", en: "number, 2.5 or 2,5" },
  TEXT: { fr: "texte", en: "text" },
  TEXTS: { fr: "un texte par ligne, répétez la question", en: "one text a row, repeat the question" },
};

function boundsOf({ constraints }: FormQuestion, language: Language): string {
  const { minimum, maximum, decimals, maximumWords, maximumCharacters } = constraints;
  const said: readonly (readonly [number | null | undefined, (limit: number) => Record<Language, string>])[] =
    [
      [minimum, (limit) => ({ fr: `≥ ${limit}`, en: `≥ ${limit}` })],
      [maximum, (limit) => ({ fr: `≤ ${limit}`, en: `≤ ${limit}` })],
      [decimals, (limit) => ({ fr: `${limit} décimale(s)`, en: `${limit} decimal(s)` })],
      [maximumWords, (limit) => ({ fr: `≤ ${limit} mots`, en: `≤ ${limit} words` })],
      [maximumCharacters, (limit) => ({ fr: `≤ ${limit} caractères`, en: `≤ ${limit} characters` })],
    ];
  return said
    .flatMap(([limit, words]) => (typeof limit === "number" ? words(limit)[language] : []))
    .join(", ");
}
