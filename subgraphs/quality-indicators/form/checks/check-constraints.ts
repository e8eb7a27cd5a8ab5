import { type OpeningIssue, openingIssue } from "../../campaign/opening-issue.js";
import { type FormConstraints, type FormQuestion, QuestionType } from "../form-question.entity.js";
import type { FormCheck } from "./form-check.js";

type Bound = keyof FormConstraints;

const numbers: ReadonlySet<QuestionType> = new Set([QuestionType.INTEGER, QuestionType.DECIMAL]);
const texts: ReadonlySet<QuestionType> = new Set([QuestionType.TEXT, QuestionType.TEXTS]);
const typesOf: Readonly<Record<Bound, ReadonlySet<QuestionType>>> = {
  minimum: numbers,
  maximum: numbers,
  decimals: numbers,
  maximumWords: texts,
  maximumCharacters: texts,
};
const bounds = Object.keys(typesOf) as Bound[];

// Three decimals read in two ways in a file: « 1,250 » is twelve hundred and fifty to one reader.
const mostDecimals = 2;
// What a push may carry at most in one text.
const mostCharacters = 20_000;

/** Bounds are those of the kind of answer, and leave room for one. */
export const checkConstraints: FormCheck = ({ questions }) =>
  questions.flatMap((question, index) => {
    const given = question.constraints;
    if (!given) return [];
    const path = `form.questions[${index}].constraints`;
    return bounds.flatMap((bound) => {
      const value = given[bound];
      if (value === undefined || value === null) return [];
      return boundIssues(question, given, bound, value).map(
        ({ code, expected, fr, en }: BoundIssue): OpeningIssue =>
          openingIssue(code, `${path}.${bound}`, { fr, en, expected, observed: value }),
      );
    });
  });

interface BoundIssue {
  readonly code: string;
  readonly expected: string;
  readonly fr: string;
  readonly en: string;
}

function boundIssues(
  { code, type }: FormQuestion,
  { minimum }: FormConstraints,
  bound: Bound,
  value: number,
): BoundIssue[] {
  const outside = (expected: string): BoundIssue[] => [
    {
      code: "BOUND_OUT_OF_RANGE",
      expected,
      fr: `Cette borne de la question ${code} ne laisse place à aucune réponse, ou n'a pas de sens.`,
      en: `This bound of question ${code} leaves room for no answer, or makes no sense.`,
    },
  ];
  if (!typesOf[bound].has(type))
    return [
      {
        code: "BOUND_OF_NO_USE",
        expected: [...typesOf[bound]].join(" | "),
        fr: `La question ${code} (${type}) n'a pas cette borne.`,
        en: `Question ${code} (${type}) has no such bound.`,
      },
    ];
  if (bound === "minimum" || bound === "maximum") {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return outside(`≤ ${Number.MAX_SAFE_INTEGER}`);
    if (type === QuestionType.INTEGER && !Number.isInteger(value)) return outside("0, 1, 2…");
    if (bound === "maximum" && value < (minimum ?? 0)) return outside(`≥ ${minimum ?? 0}`);
    return [];
  }
  if (bound === "decimals") {
    const most = type === QuestionType.INTEGER ? 0 : mostDecimals;
    return value >= 0 && value <= most ? [] : outside(`0–${most}`);
  }
  return value >= 1 && value <= mostCharacters ? [] : outside(`1–${mostCharacters}`);
}
