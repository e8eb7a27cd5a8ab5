import { chance, type Draw, pick, several, someOf, wholeNumber } from "./draw.js";
import type { DrawnForm, DrawnQuestion, DrawnTotal } from "./random-form.js";

/** One answer, as a push carries it. */
export interface DrawnAnswer {
  readonly question: string;
  readonly number?: number;
  readonly text?: string;
  readonly choices?: readonly string[];
  readonly missing?: string;
  readonly comment?: string;
}

type Value = Omit<DrawnAnswer, "question">;

const words = ["équipe", "projet", "l'aide", "réunion;", "suivi,", '"avis"', "œuvre", "50", "et"];

/** Answers that the form allows, in its order; what is not exigible is now and then left out, or said to be missing. */
export function validAnswers(draw: Draw, form: DrawnForm): DrawnAnswer[] {
  const ticked = new Map<string, readonly string[]>();
  const counts = new Map(form.totals.flatMap((total) => countsOf(draw, form, total)));
  return form.questions.flatMap((question) => {
    const { code, condition, required, requiredWhenCondition } = question;
    const count = counts.get(code);
    if (count !== undefined) return count === null ? [] : [{ question: code, number: count }];
    if (condition && !ticked.get(condition.question)?.includes(condition.choice)) return [];
    const isExigible = required || (condition !== null && requiredWhenCondition);
    if (!isExigible && chance(draw, 25)) return [];
    const mayBeMissing = !(condition !== null && requiredWhenCondition);
    if (mayBeMissing && chance(draw, 15))
      return [{ question: code, missing: pick(draw, ["NOT_ANSWERED", "DOES_NOT_KNOW", "NOT_APPLICABLE"]) }];
    const values = valuesOf(draw, question);
    ticked.set(
      code,
      values.flatMap(({ choices }) => choices ?? []),
    );
    return values.map((value) => ({ question: code, ...value }));
  });
}

/** What may be answered to one question: several entries for several texts. */
export function valuesOf(draw: Draw, question: DrawnQuestion): Value[] {
  const { type, choices, constraints } = question;
  const codes = choices.filter(({ alone }) => !alone).map(({ code }) => code);
  const alone = choices.find((choice) => choice.alone);
  if (type === "CHOICE") return [{ choices: [pick(draw, codes)] }];
  if (type === "CHOICES")
    return [{ choices: alone && chance(draw, 20) ? [alone.code] : someOf(draw, codes) }];
  if (type === "TEXT") return [{ text: textOf(draw, constraints) }];
  if (type === "TEXTS")
    return [...new Set(several(draw, 1, 3, () => textOf(draw, constraints)))].map((text) => ({ text }));
  const scale = 10 ** (type === "INTEGER" ? 0 : (constraints.decimals ?? 2));
  const low = constraints.minimum ?? 0;
  const high = constraints.maximum ?? low + 20_000;
  return [{ number: wholeNumber(draw, low * scale, high * scale) / scale }];
}

function textOf(
  draw: Draw,
  { maximumWords = 20, maximumCharacters = 300 }: DrawnQuestion["constraints"],
): string {
  const some = several(draw, 1, Math.min(maximumWords, 20), () => pick(draw, words));
  const joined = some.join(chance(draw, 20) ? "\n" : " ");
  return joined.length <= maximumCharacters ? joined : "avis";
}

/** Numbers whose sums compare as the total says; one of them is now and then not counted. */
function countsOf(
  draw: Draw,
  form: DrawnForm,
  { kind, questions, other }: DrawnTotal,
): [string, number | null][] {
  const type = form.questions.find(({ code }) => code === other[0])?.type;
  const scale = type === "DECIMAL" ? 100 : 1;
  const parts = questions.map(() => wholeNumber(draw, 0, 500));
  const most =
    parts.reduce((sum, part) => sum + part, 0) + (kind === "AT_MOST" ? wholeNumber(draw, 0, 300) : 0);
  let rest = most;
  const wholes = other.map((_, place) => {
    const share = place === other.length - 1 ? rest : wholeNumber(draw, 0, rest);
    rest -= share;
    return share;
  });
  const numbers = [...parts, ...wholes].map((number) => number / scale);
  const uncounted = chance(draw, 20) ? wholeNumber(draw, 0, numbers.length - 1) : -1;
  return [...questions, ...other].map((code, place) => [code, place === uncounted ? null : numbers[place]!]);
}
