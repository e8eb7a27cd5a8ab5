import type { SentAnswer } from "./sent-answer.js";
import type { KeptAnswer } from "./figures-case.js";

/** Kept answers as they are sent again: only what they say. */
export const sentAgain = (answers: readonly KeptAnswer[]): readonly SentAnswer[] =>
  answers.map(({ question, number, text, choices, missing, comment }) => ({
    question,
    ...(number === null ? {} : { number }),
    ...(text === null ? {} : { text }),
    ...(choices === null ? {} : { choices }),
    ...(missing === null ? {} : { missing }),
    ...(comment === null ? {} : { comment }),
  }));

/** Answers that were read of a file as kept ones, member by member. */
export const sentAsKept = (answers: readonly SentAnswer[]): readonly Omit<KeptAnswer, "response">[] =>
  answers.map(({ question, number, text, choices, missing, comment }) => ({
    question,
    number: number ?? null,
    text: text ?? null,
    choices: choices ?? null,
    missing: missing ?? null,
    comment: comment ?? null,
  }));
