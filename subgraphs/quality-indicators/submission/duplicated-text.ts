import { similarityOf, trigramsOf } from "../../shared/text-similarity.js";
import type { Answer } from "./answer.js";

/** One free text of a submission. */
export interface SentText {
  readonly submission: string;
  readonly question: string;
  readonly text: string;
}

/** Two submissions that say nearly the same in answer to one question. */
export interface DuplicatedPair {
  readonly a: string;
  readonly b: string;
  readonly question: string;
  /** Share of trigrams in common, 0 to 1. */
  readonly similarity: number;
  /** The text of a, as it was written. */
  readonly text: string;
}

// Shorter texts are alike by chance.
const fewestCharacters = 40;
const leastSimilarity = 0.9;

/** A text without accents, capitals and punctuation. */
const normalised = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** The texts of a submission's answers. */
export const textsOf = (submission: string, answers: readonly Answer[]): SentText[] =>
  answers.flatMap(({ question, text }) => (text ? [{ submission, question, text }] : []));

/**
 * V20: texts of at least 40 characters nearly equal to another submission's answer to the same question. For the
 * stewards' eyes: a submitter is never told what somebody else wrote.
 */
export function duplicatedPairs(texts: readonly SentText[]): DuplicatedPair[] {
  const long = texts
    .map((sent) => ({ ...sent, plain: normalised(sent.text) }))
    .filter(({ plain }) => plain.length >= fewestCharacters)
    .map((sent) => ({ ...sent, trigrams: trigramsOf(sent.plain) }));
  return long.flatMap((left, index) =>
    long.slice(index + 1).flatMap((right) => {
      if (left.question !== right.question || left.submission === right.submission) return [];
      const similarity = similarityOf(left.trigrams, right.trigrams, leastSimilarity);
      const { submission: a, question, text } = left;
      return similarity >= leastSimilarity ? [{ a, b: right.submission, question, similarity, text }] : [];
    }),
  );
}
