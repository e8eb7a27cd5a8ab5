import type { FormQuestion, Form } from "../../subgraphs/index.js";
import type { Sheet } from "./xlsx-template.js";

/** The part of a form that a template shows. */
export type TemplateForm = Pick<Form, "questions"> & { readonly code: string };

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

/** One row a question that the form asks, ready to be filled: exactly the columns that a push takes. */
export const templateRows = (form: TemplateForm, establishment: string): string[][] => [
  [...figureColumns],
  ...form.questions
    .filter(({ asked }) => asked)
    .map(({ code }) => [form.code, establishment, "", code, "", "", ""]),
];

/** The workbook: the rows to fill, and what each question takes. */
export const templateSheets = (form: TemplateForm, establishment: string, language: Language): Sheet[] => [
  {
    name: language === "fr" ? "Réponses" : "Answers",
    rows: templateRows(form, establishment),
    widths: [12, 28, 12, 14, 32, 18, 40],
  },
  { name: "Codes", rows: codeRows(form, language), widths: [14, 70, 24, 12, 60, 28, 30] },
];

const codeHeader = {
  fr: ["question", "texte", "type", "exigée", "valeurs (code : libellé)", "bornes", "seulement si"],
  en: ["question", "text", "type", "required", "values (code: label)", "bounds", "only if"],
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
    ],
    en: [
      "missing",
      "Column “missing”: why there is no value. A blank is not a zero.",
      "code",
      "",
      "NOT_ANSWERED: not answered\nDOES_NOT_KNOW: I do not know\nNOT_APPLICABLE: not applicable",
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
        .map(({ code, label }) => `${code}${language === "fr" ? " : " : ": "}${textIn(label, language)}`)
        .join("\n"),
      boundsOf(question, language),
      question.condition ? `${question.condition.question} = ${question.condition.choice}` : "",
    ]),
    missing[language],
  ];
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
