import type { Answer } from "../answer.js";
import { atAnswer, type Finding } from "./issue.js";
import { askedQuestions, type Rule } from "./rule.js";

// Where the form states no limit: enough for two pages, and a bound on what is kept for ever.
const defaultCharacters = 4_000;

/** The words of a text: what stands between spaces and holds a letter or a digit (« : » is no word). */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{Letter}\p{Number}]/u.test(word)).length;

/** V06: C6 and C7 take fewer than 150 words, D and E at most 150; words are counted, not characters. */
export const v06TextLength: Rule = {
  id: "V06",
  severity: "E",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap((answer, index) => {
      const { question, text, comment } = answer;
      if (!text && !comment) return [];
      const { maximumWords, maximumCharacters } = questions.get(question)?.constraints ?? {};
      return [
        ...tooManyWords(answer, index, maximumWords),
        ...tooManyCharacters(answer, index, "text", maximumCharacters ?? defaultCharacters),
        ...tooManyCharacters(answer, index, "comment", defaultCharacters),
      ];
    });
  },
};

function tooManyWords(
  { question, text }: Answer,
  index: number,
  limit: number | null | undefined,
): Finding[] {
  // Two words take three characters at least: a short text need not be counted.
  if (!text || typeof limit !== "number" || text.length < 2 * limit) return [];
  const words = countWords(text);
  if (words <= limit) return [];
  return [
    atAnswer(index, question, "text", {
      code: "TOO_MANY_WORDS",
      fr: `Le texte de ${question} compte ${words} mots ; ${limit} au plus sont permis.`,
      en: `The text of ${question} has ${words} words; at most ${limit} are allowed.`,
      observed: words,
      expected: `≤ ${limit}`,
    }),
  ];
}

function tooManyCharacters(
  answer: Answer,
  index: number,
  member: "text" | "comment",
  limit: number,
): Finding[] {
  const text = answer[member] ?? "";
  // A character is one or two units: what has few units has few characters.
  if (text.length <= limit) return [];
  const length = [...text].length;
  if (length <= limit) return [];
  return [
    atAnswer(index, answer.question, member, {
      code: "TOO_MANY_CHARACTERS",
      fr: `Ce texte compte ${length} caractères ; ${limit} au plus sont permis.`,
      en: `This text has ${length} characters; at most ${limit} are allowed.`,
      observed: length,
      expected: `≤ ${limit}`,
    }),
  ];
}
