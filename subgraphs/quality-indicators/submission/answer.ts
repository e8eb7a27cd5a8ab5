/** One answer as it is sent and kept: exactly one of number, text, choices and missing is given. */
export interface Answer {
  readonly question: string;
  readonly number?: number | null;
  readonly text?: string | null;
  readonly choices?: readonly string[] | null;
  readonly missing?: string | null;
  readonly comment?: string | null;
}

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

/** The choices that the answers tick for a question. */
export const choicesFor = (answers: readonly Answer[], question: string): readonly string[] =>
  answers.filter((answer) => answer.question === question).flatMap((answer) => answer.choices ?? []);

/** The number that the answers give for a question, or null. */
export const numberFor = (answers: readonly Answer[], question: string): number | null =>
  answers.find((answer) => answer.question === question)?.number ?? null;

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
