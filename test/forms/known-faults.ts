import { type Draw, pick } from "./draw.js";
import { type DrawnAnswer, valuesOf } from "./random-answers.js";
import type { DrawnForm, DrawnQuestion } from "./random-form.js";

/** What is reported of a fault, and where. */
export interface Report {
  readonly rule: string;
  readonly code: string;
  /** Place in the push. */
  readonly path: string;
  readonly question: string | null;
}

/** Answers made invalid in one known way, with the one report that is due, by push and by file. */
export interface Fault {
  readonly answers: readonly DrawnAnswer[];
  readonly report: Report;
  /** The answer whose row the file's report names, and which of its rows; null when the report is in no row. */
  readonly place: { readonly answer: number; readonly choice?: number } | null;
  /** What is reported of a file where that is something else: a file has one row a choice, and only texts. */
  readonly inFile?: Partial<Pick<Report, "rule" | "code">> & { readonly column?: string };
  /** True of a fault that no file can hold. */
  readonly isOfPushOnly?: boolean;
  /** The notice that the push says it accepts, where that is the fault. */
  readonly noticeVersion?: string;
}

/** Makes a fault of answers that are valid; null where the form or the answers leave no room for it. */
export type FaultMaker = (draw: Draw, form: DrawnForm, answers: readonly DrawnAnswer[]) => Fault | null;

interface Given {
  readonly question: DrawnQuestion;
  readonly answer: DrawnAnswer;
  readonly index: number;
}

/** One answer with a value to a question like those asked for; nothing else depends on it. */
function given(
  draw: Draw,
  form: DrawnForm,
  answers: readonly DrawnAnswer[],
  suits: (question: DrawnQuestion, answer: DrawnAnswer) => boolean,
): Given | null {
  const found = answers.flatMap((answer, index) => {
    const question = form.questions.find(({ code }) => code === answer.question);
    if (!question || answer.missing !== undefined || decides(form, question) || !suits(question, answer))
      return [];
    return { question, answer, index };
  });
  return found.length > 0 ? pick(draw, found) : null;
}

const decides = (form: DrawnForm, { code }: DrawnQuestion): boolean =>
  form.questions.some(({ condition }) => condition?.question === code);

const memberOf = ({ type }: DrawnQuestion): "number" | "text" | "choices" =>
  type === "INTEGER" || type === "DECIMAL"
    ? "number"
    : type === "CHOICE" || type === "CHOICES"
      ? "choices"
      : "text";

const isNumber = (question: DrawnQuestion): boolean => memberOf(question) === "number";
const isChoice = (question: DrawnQuestion): boolean => memberOf(question) === "choices";
const isText = (question: DrawnQuestion): boolean => memberOf(question) === "text";

/** The answers with another value at one place, and what is reported there. */
const changed = (
  answers: readonly DrawnAnswer[],
  { index, question }: Given,
  value: Omit<DrawnAnswer, "question">,
  rule: string,
  code: string,
  member = memberOf(question) as string,
): Fault => ({
  answers: answers.map((answer, place) => (place === index ? { question: question.code, ...value } : answer)),
  report: { rule, code, path: `answers[${index}].${member}`, question: question.code },
  place: { answer: index },
});

/** The answers with one more, and what is reported of it. */
const added = (
  answers: readonly DrawnAnswer[],
  answer: DrawnAnswer,
  rule: string,
  code: string,
  member: string,
): Fault => ({
  answers: [...answers, answer],
  report: { rule, code, path: `answers[${answers.length}].${member}`, question: answer.question },
  place: { answer: answers.length },
});

/** The answers without those to one question. */
const without = (
  answers: readonly DrawnAnswer[],
  { code }: DrawnQuestion,
  rule: string,
  issue: string,
): Fault => ({
  answers: answers.filter(({ question }) => question !== code),
  report: { rule, code: issue, path: "answers", question: code },
  place: null,
});

const numberFault =
  (code: string, suits: (question: DrawnQuestion) => boolean, wrong: (given: Given) => number): FaultMaker =>
  (draw, form, answers) => {
    const found = given(draw, form, answers, (question) => isNumber(question) && suits(question));
    return found && changed(answers, found, { number: wrong(found) }, "V05", code);
  };

const conditionRule = (choice: string | undefined): string => (choice === "OTHER" ? "V04" : "V03");

/** Every way in which one answer can be wrong, by name. */
export const faultMakers: Readonly<Record<string, FaultMaker>> = {
  "a required question left out": (draw, form, answers) => {
    const found = given(draw, form, answers, ({ required }) => required);
    return found && without(answers, found.question, "V18", "REQUIRED");
  },
  "a required text left blank": (draw, form, answers) => {
    const found = given(draw, form, answers, ({ required, type }) => required && type === "TEXT");
    if (!found) return null;
    const fault = changed(answers, found, { text: " " }, "V18", "REQUIRED");
    return { ...fault, report: { ...fault.report, path: `answers[${found.index}]` } };
  },
  "half of a whole number": numberFault(
    "NOT_AN_INTEGER",
    ({ type }) => type === "INTEGER",
    ({ answer }) => (answer.number ?? 0) + 0.5,
  ),
  "a number below its minimum": numberFault(
    "TOO_SMALL",
    () => true,
    ({ question }) => (question.constraints.minimum ?? 0) - 1,
  ),
  "a number above its maximum": numberFault(
    "TOO_LARGE",
    ({ constraints }) => constraints.maximum !== undefined,
    ({ question }) => (question.constraints.maximum ?? 0) + 1,
  ),
  "a number of five decimals": numberFault(
    "TOO_MANY_DECIMALS",
    ({ type, constraints }) => type === "DECIMAL" && constraints.decimals !== undefined,
    ({ question }) => Number(((question.constraints.minimum ?? 0) + 0.12345).toFixed(5)),
  ),
  "an unknown choice": (draw, form, answers) => {
    const found = given(draw, form, answers, isChoice);
    return found && changed(answers, found, { choices: ["INCONNU"] }, "FORM", "UNKNOWN_CHOICE");
  },
  "a choice with a space": (draw, form, answers) => {
    const found = given(draw, form, answers, isChoice);
    return (
      found && changed(answers, found, { choices: [`${found.answer.choices?.[0]} `] }, "V05", "NOT_TRIMMED")
    );
  },
  "a choice ticked twice": (draw, form, answers) => {
    const found = given(draw, form, answers, ({ type }) => type === "CHOICES");
    const [choice = ""] = found?.answer.choices ?? [];
    return (
      found && {
        ...changed(answers, found, { choices: [choice, choice] }, "FORM", "REPEATED_CHOICE"),
        place: { answer: found.index, choice: 1 },
        inFile: { rule: "FILE", code: "REPEATED_ROW", column: "question" },
      }
    );
  },
  "two choices where one is taken": (draw, form, answers) => {
    const found = given(draw, form, answers, ({ type }) => type === "CHOICE");
    const [first, second] = found?.question.choices ?? [];
    if (!found || !first || !second) return null;
    return {
      ...changed(answers, found, { choices: [first.code, second.code] }, "FORM", "MORE_THAN_ONE_CHOICE"),
      place: { answer: found.index, choice: 1 },
      inFile: { code: "ANSWERED_TWICE", column: "question" },
    };
  },
  "a choice that excludes the others, with another": (draw, form, answers) => {
    const found = given(draw, form, answers, ({ choices }) => choices.some(({ alone }) => alone));
    const [first] = found?.question.choices ?? [];
    return found && first
      ? changed(answers, found, { choices: [first.code, "NONE"] }, "FORM", "CHOICE_NOT_ALONE")
      : null;
  },
  "words where a number is asked": (draw, form, answers) => {
    const found = given(draw, form, answers, isNumber);
    return (
      found && {
        ...changed(answers, found, { text: "beaucoup" }, "FORM", "WRONG_KIND", "text"),
        inFile: { rule: "FILE", code: "NOT_A_NUMBER" },
      }
    );
  },
  "a number where a choice is asked": (draw, form, answers) => {
    const found = given(draw, form, answers, isChoice);
    return (
      found && {
        ...changed(answers, found, { number: 42 }, "FORM", "WRONG_KIND", "number"),
        inFile: { code: "UNKNOWN_CHOICE" },
      }
    );
  },
  "an answer under a condition that is not met": (draw, form, answers) => {
    const choices = (code: string): readonly string[] =>
      answers.find(({ question }) => question === code)?.choices ?? [];
    const unmet = form.questions.filter(
      ({ condition, ...question }) =>
        condition !== null &&
        !choices(condition.question).includes(condition.choice) &&
        !decides(form, { condition, ...question }),
    );
    if (unmet.length === 0) return null;
    const question = pick(draw, unmet);
    const [value] = valuesOf(draw, question);
    const answer = { question: question.code, ...value };
    return added(
      answers,
      answer,
      conditionRule(question.condition?.choice),
      "CONDITION_NOT_MET",
      memberOf(question),
    );
  },
  "nothing where a choice asks for it": (draw, form, answers) => {
    const found = given(draw, form, answers, ({ requiredWhenCondition }) => requiredWhenCondition);
    const rule = conditionRule(found?.question.condition?.choice);
    return found && without(answers, found.question, rule, "REQUIRED_BY_CHOICE");
  },
  "one word too many": (draw, form, answers) => {
    const found = given(draw, form, answers, ({ constraints: { maximumWords, maximumCharacters = 300 } }) =>
      Boolean(maximumWords && 2 * maximumWords + 1 <= maximumCharacters),
    );
    const text = Array.from({ length: (found?.question.constraints.maximumWords ?? 0) + 1 }, () => "a").join(
      " ",
    );
    return found && changed(answers, found, { text }, "V06", "TOO_MANY_WORDS");
  },
  "one character too many": (draw, form, answers) => {
    const found = given(
      draw,
      form,
      answers,
      ({ constraints }) => constraints.maximumCharacters !== undefined,
    );
    const text = "é".repeat((found?.question.constraints.maximumCharacters ?? 0) + 1);
    return found && changed(answers, found, { text }, "V06", "TOO_MANY_CHARACTERS");
  },
  "an unknown question": (_draw, _form, answers) =>
    added(answers, { question: "ZZ9", text: "Bonjour" }, "FORM", "UNKNOWN_QUESTION", "question"),
  "a second answer": (draw, form, answers) => {
    const found = given(draw, form, answers, isNumber);
    const least = found?.question.constraints.minimum ?? 0;
    const number = found?.answer.number === least ? least + 1 : least;
    return (
      found && added(answers, { question: found.question.code, number }, "FORM", "ANSWERED_TWICE", "question")
    );
  },
  "a value and a reason for none": (draw, form, answers) => {
    const found = given(draw, form, answers, (question) => isNumber(question) || question.type === "TEXT");
    if (!found) return null;
    const { question: _, ...value } = found.answer;
    const fault = changed(answers, found, { ...value, missing: "NOT_ANSWERED" }, "FORM", "NOT_ONE_VALUE");
    return { ...fault, report: { ...fault.report, path: `answers[${found.index}]` } };
  },
  "sums that do not compare": (draw, form, answers) => {
    const numberOf = (code: string) => answers.find(({ question }) => question === code)?.number;
    const counted = form.totals.filter(({ questions, other }) =>
      [...questions, ...other].every((code) => numberOf(code) !== undefined),
    );
    if (counted.length === 0) return null;
    const { kind, questions, other } = pick(draw, counted);
    const sum = (codes: readonly string[]): number =>
      codes.reduce((total, code) => total + (numberOf(code) ?? 0), 0);
    const [code = ""] = questions;
    const index = answers.findIndex(({ question }) => question === code);
    const question = form.questions.find((asked) => asked.code === code);
    if (!question) return null;
    const number = Number(((numberOf(code) ?? 0) + sum(other) - sum(questions) + 1).toFixed(2));
    const issue = kind === "SAME_TOTAL" ? "TOTALS_DIFFER" : "TOTAL_TOO_LARGE";
    return changed(answers, { index, question, answer: answers[index]! }, { number }, "FORM", issue);
  },
  "a notice that was not accepted": (_draw, _form, answers) => ({
    answers,
    report: { rule: "V18", code: "NOTICE_NOT_ACCEPTED", path: "noticeVersion", question: null },
    place: null,
    isOfPushOnly: true,
    noticeVersion: "une autre",
  }),
  "half of a character": (draw, form, answers) => {
    const found = given(draw, form, answers, isText);
    return (
      found && {
        ...changed(answers, found, { text: "a\ud83d" }, "V05", "UNREADABLE_CHARACTER"),
        isOfPushOnly: true,
      }
    );
  },
};
