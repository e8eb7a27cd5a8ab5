import { type Answer, type FormQuestion, missingCodes } from "../../subgraphs/offline.js";
import { type FigureRow } from "./columns.js";
import { fileProblem, type Problem } from "./problem.js";
import { readNumber } from "./read-number.js";
import type { ReferenceForm } from "./reference.js";
import { saysSomething } from "./unsafe-cells.js";

/** The answers that rows give, and the rows that each of them came from. */
export interface ReadAnswers {
  readonly answers: readonly Answer[];
  /** For answers[i], its rows; one row a choice. */
  readonly rows: readonly (readonly number[])[];
  /** The row of each question that was left blank. */
  readonly blanks: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** An answer in the making. */
interface Draft {
  question: string;
  number?: number;
  text?: string;
  choices?: string[];
  missing?: string;
  comment?: string;
}

type Asked = ReadonlyMap<string, Pick<FormQuestion, "type">>;

const asked = new WeakMap<ReferenceForm, Asked>();

/** The questions that a form asks, by code; found once a form. */
function askedBy(form: ReferenceForm): Asked {
  const known = asked.get(form);
  if (known) return known;
  const questions = form.questions.filter((question) => question.asked);
  const byCode = new Map(questions.map((question) => [question.code, question]));
  asked.set(form, byCode);
  return byCode;
}

/** Turns the rows of one office into answers, each by the type of its question; several choices make one answer. */
export function readAnswers(figures: readonly FigureRow[], form: ReferenceForm): ReadAnswers {
  const questions = askedBy(form);
  const answers: Draft[] = [];
  const rows: number[][] = [];
  const severalChoices = new Map<string, number>();
  const blanks = new Map<string, number>();
  const problems: Problem[] = [];
  for (const figure of figures) {
    const question = figure.question.trim();
    if (!saysSomething(figure)) {
      if (!blanks.has(question)) blanks.set(question, figure.row);
      continue;
    }
    const type = questions.get(question)?.type;
    const answer = readAnswer(figure, question, type, problems);
    const sibling = severalChoices.get(question);
    if (sibling !== undefined) {
      join(answers[sibling]!, answer);
      rows[sibling]!.push(figure.row);
      continue;
    }
    if (type === "CHOICES") severalChoices.set(question, answers.length);
    answers.push(answer);
    rows.push([figure.row]);
  }
  return { answers, rows, blanks, problems };
}

/** Adds the next choice of a question to the ones before; a comment said twice is said once. */
function join(answer: Draft, next: Draft): void {
  if (next.choices) (answer.choices ??= []).push(...next.choices);
  if (next.missing !== undefined) answer.missing ??= next.missing;
  if (next.comment === undefined || answer.comment?.split("\n").includes(next.comment)) return;
  answer.comment = answer.comment === undefined ? next.comment : `${answer.comment}\n${next.comment}`;
}

function readAnswer(
  figure: FigureRow,
  question: string,
  type: FormQuestion["type"] | undefined,
  problems: Problem[],
): Draft {
  const { row, value } = figure;
  const answer: Draft = { question };
  readMissing(figure, answer, problems);
  const comment = figure.comment.trim();
  if (comment !== "") answer.comment = comment;
  if (value.trim() === "") return answer;
  if (type === "CHOICE" || type === "CHOICES") answer.choices = [value];
  else if (type !== "INTEGER" && type !== "DECIMAL") answer.text = value;
  else {
    const number = readNumber(value);
    if (typeof number === "number") answer.number = number;
    else problems.push(notANumber(number, { row, question, value }));
  }
  return answer;
}

function readMissing({ row, missing }: FigureRow, answer: Draft, problems: Problem[]): void {
  const code = missing.trim();
  if (missingCodes.includes(code)) answer.missing = code;
  else if (code !== "")
    problems.push(
      fileProblem(
        "UNKNOWN_MISSING_CODE",
        {
          fr: `« ${code} » n'est pas une raison connue de ne pas donner de valeur.`,
          en: `“${code}” is not a known reason for giving no value.`,
        },
        {
          row,
          column: "missing",
          question: answer.question,
          observed: missing,
          expected: missingCodes.join(" | "),
        },
      ),
    );
}

/** What is said of a text that is no number. */
export const notANumber = (
  code: "NOT_A_NUMBER" | "AMBIGUOUS_NUMBER",
  { row, question, value }: { row: number; question: string; value: string },
): Problem =>
  fileProblem(
    code,
    code === "NOT_A_NUMBER"
      ? {
          fr: `La question ${question} attend un nombre, sans signe de dollar ni unité.`,
          en: `Question ${question} takes a number, without dollar sign or unit.`,
        }
      : {
          fr: `« ${value.trim()} » se lit de deux façons. Écrivez les milliers sans séparateur et au plus deux décimales.`,
          en: `“${value.trim()}” reads in two ways. Write thousands without separator and at most two decimals.`,
        },
    { row, column: "value", question, observed: value, expected: "2,5 | 2.5 | 1200" },
  );
