/** One answer as it is sent and kept: exactly one of number, text, choices and missing is given. */
export interface Answer {
  readonly question: string;
  readonly number?: number | null;
  readonly text?: string | null;
  readonly choices?: readonly string[] | null;
  readonly missing?: string | null;
  readonly comment?: string | null;
}

/** Why a sender may give no value; the enum MissingCode of the schema has the same. */
export const missingCodes: readonly string[] = ["NOT_ANSWERED", "DOES_NOT_KNOW", "NOT_APPLICABLE"];

/** The kinds of value that an answer may carry. */
export const answerKinds = ["number", "text", "choices", "missing"] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** The kinds of value that an answer carries. */
export const kindsOf = (answer: Answer): AnswerKind[] =>
  answerKinds.filter((kind) => answer[kind] !== undefined && answer[kind] !== null);

/** True when an answer carries a value: a blank text and an empty list of choices say nothing. */
export const hasValue = (answer: Answer): boolean =>
  typeof answer.number === "number" || Boolean(answer.text?.trim()) || (answer.choices?.length ?? 0) > 0;

/** True when an answer says why there is no value. */
export const isMissing = (answer: Answer): boolean => answer.missing !== undefined && answer.missing !== null;

const places = new WeakMap<readonly Answer[], ReadonlyMap<string, readonly number[]>>();
const nowhere: readonly number[] = [];

/** Where the answers to a question stand in a list of answers; found once for each list. */
export function placesOf(answers: readonly Answer[], question: string): readonly number[] {
  let byQuestion = places.get(answers);
  if (!byQuestion) {
    const found = new Map<string, number[]>();
    for (const [index, answer] of answers.entries()) {
      const known = found.get(answer.question);
      if (known) known.push(index);
      else found.set(answer.question, [index]);
    }
    byQuestion = found;
    places.set(answers, byQuestion);
  }
  return byQuestion.get(question) ?? nowhere;
}

/** Where the first answer to a question stands; null when there is none. */
export const firstPlaceOf = (answers: readonly Answer[], question: string): number | null =>
  placesOf(answers, question)[0] ?? null;

/** The choices that the answers tick for a question. */
export const choicesFor = (answers: readonly Answer[], question: string): readonly string[] =>
  placesOf(answers, question).flatMap((place) => answers[place]?.choices ?? []);

/** The number that the answers give for a question, or null. */
export const numberFor = (answers: readonly Answer[], question: string): number | null =>
  answers[firstPlaceOf(answers, question) ?? -1]?.number ?? null;

/** An answer as it is kept: without the members that say nothing. */
export function keptAnswer({ question, number, text, choices, missing, comment }: Answer): Answer {
  const members = { question, number, text, choices, missing, comment };
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as unknown as Answer;
}

/** The value of the answers to one question in words: what a person compares. Null when there is none. */
export function valueInWords(answers: readonly Answer[]): string | null {
  const words = answers.flatMap(
    ({ number, text, choices, missing }) => missing ?? text ?? choices?.join(", ") ?? number ?? [],
  );
  return words.length === 0 ? null : words.join(" · ");
}
