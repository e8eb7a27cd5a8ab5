import { missingCodes } from "../../../../../subgraphs/offline.js";
import { notANumber } from "../../../../figures-file/read-answers.js";
import { readNumber } from "../../../../figures-file/read-number.js";
import type { MissingCode } from "../../../asking/authenticated.types.js";
import type { SentAnswer } from "./sent-answer.js";
import { askedOf, type Form, type Question } from "./figures-case.js";
import { isAnswered, type Typed, type TypedAnswer, typedFor } from "./typed-answers.js";
import type { ToldIssue } from "./told-issue.js";

/** What was typed as answers, and what of it no program can read. */
export interface ReadTyped {
  readonly answers: readonly SentAnswer[];
  readonly unread: readonly ToldIssue[];
}

/** Turns what was typed into answers by the type of each question; what was left empty answers nothing. */
export function answersOfTyped(form: Pick<Form, "questions">, typed: Typed): ReadTyped {
  const unread: ToldIssue[] = [];
  const answers = askedOf(form).flatMap((question) =>
    answersTo(question, typedFor(typed, question.code), unread),
  );
  return { answers, unread };
}

function answersTo(question: Question, typed: TypedAnswer, unread: ToldIssue[]): SentAnswer[] {
  const comment = typed.comment.trim();
  if (!isAnswered(typed) && comment === "") return [];
  const [first = {}, ...more] = valuesOf(question, typed, unread);
  const missing = missingCodes.includes(typed.missing) ? { missing: typed.missing as MissingCode } : {};
  const { code } = question;
  return [
    { question: code, ...first, ...missing, ...(comment === "" ? {} : { comment }) },
    ...more.map((value) => ({ question: code, ...value })),
  ];
}

type Value = Pick<SentAnswer, "number" | "text" | "choices">;

function valuesOf({ code, type }: Question, { values }: TypedAnswer, unread: ToldIssue[]): Value[] {
  const given = values.filter((value) => value.trim() !== "");
  if (given.length === 0) return [];
  const [first = ""] = given;
  if (type === "CHOICE" || type === "CHOICES") return [{ choices: given }];
  if (type === "TEXT") return [{ text: first.trim() }];
  if (type === "TEXTS")
    return given
      .flatMap((text) => text.split("\n"))
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((text) => ({ text }));
  const number = readNumber(first);
  if (typeof number === "number") return [{ number }];
  const told = notANumber(number, { row: 0, question: code, value: first });
  const { severity, messages, observed, expected } = told;
  // No file here: it is the form that takes a number.
  const place = { rule: "FORM", path: "answers", row: null, column: null, question: code, isBlocking: true };
  unread.push({ severity, code: number, messages, observed, expected, ...place });
  return [];
}
