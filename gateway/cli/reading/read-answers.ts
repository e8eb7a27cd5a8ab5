import { type Answer, type FormQuestion, MissingCode } from "../../../subgraphs/index.js";
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

interface Draft {
  answer: { -readonly [Key in keyof Answer]: Answer[Key] };
  readonly rows: number[];
}

type Asked = ReadonlyMap<string, Pick<FormQuestion, "type">>;

/** Turns the rows of one office into answers, each by the type of its question; several choices make one answer. */
export function readAnswers(figures: readonly FigureRow[], form: ReferenceForm): ReadAnswers {
  const asked: Asked = new Map(
    form.questions.filter((question) => question.asked).map((question) => [question.code, question]),
  );
  const drafts: Draft[] = [];
  const blanks = new Map<string, number>();
  const problems: Problem[] = [];
  for (const figure of figures) {
    const question = figure.question.trim();
    if (!saysSomething(figure)) {
      if (!blanks.has(question)) blanks.set(question, figure.row);
      continue;
    }
    const read = readValue(figure, asked);
    problems.push(...read.problems);
    const sibling =
      asked.get(question)?.type === "CHOICES"
        ? drafts.find(({ answer }) => answer.question === question)
        : undefined;
    if (sibling) join(sibling, read.answer, figure.row);
    else drafts.push({ answer: read.answer, rows: [figure.row] });
  }
  return {
    answers: drafts.map(({ answer }) => answer),
    rows: drafts.map(({ rows }) => rows),
    blanks,
    problems,
  };
}

function join({ answer, rows }: Draft, next: Answer, row: number): void {
  rows.push(row);
  const choices = [...(answer.choices ?? []), ...(next.choices ?? [])];
  const comments = [answer.comment, next.comment].filter(Boolean);
  if (choices.length > 0) answer.choices = choices;
  if (comments.length > 0) answer.comment = [...new Set(comments)].join("\n");
  answer.missing ??= next.missing ?? null;
  if (answer.missing === null) delete answer.missing;
}

function readValue(figure: FigureRow, asked: Asked): { answer: Answer; problems: Problem[] } {
  const { row, value } = figure;
  const question = figure.question.trim();
  const comment = figure.comment.trim();
  const { missing, problems } = readMissing(figure, question);
  const base = { question, ...missing, ...(comment === "" ? {} : { comment }) };
  if (value.trim() === "") return { answer: base, problems };
  const type = asked.get(question)?.type;
  if (type === "CHOICE" || type === "CHOICES") return { answer: { ...base, choices: [value] }, problems };
  if (type !== "INTEGER" && type !== "DECIMAL") return { answer: { ...base, text: value }, problems };
  const number = readNumber(value);
  if (typeof number === "number") return { answer: { ...base, number }, problems };
  return { answer: base, problems: [...problems, notANumber(number, { row, question, value })] };
}

const missingCodes: readonly string[] = Object.values(MissingCode);

function readMissing(
  { row, missing }: FigureRow,
  question: string,
): { missing: Pick<Answer, "missing">; problems: Problem[] } {
  const code = missing.trim();
  if (code === "") return { missing: {}, problems: [] };
  if (missingCodes.includes(code)) return { missing: { missing: code }, problems: [] };
  const problem = fileProblem(
    "UNKNOWN_MISSING_CODE",
    {
      fr: `« ${code} » n'est pas une raison connue de ne pas donner de valeur.`,
      en: `“${code}” is not a known reason for giving no value.`,
    },
    { row, column: "missing", question, observed: missing, expected: missingCodes.join(" | ") },
  );
  return { missing: {}, problems: [problem] };
}

const notANumber = (
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
