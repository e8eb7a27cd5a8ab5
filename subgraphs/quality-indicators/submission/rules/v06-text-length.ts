import { atAnswer } from "./issue.js";
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
    return answers.flatMap(({ question, text, comment }, index) => {
      const { maximumWords, maximumCharacters } = questions.get(question)?.constraints ?? {};
      const words = countWords(text ?? "");
      const tooMany =
        typeof maximumWords === "number" && words > maximumWords
          ? [
              atAnswer(index, question, "text", {
                code: "TOO_MANY_WORDS",
                fr: `Le texte de ${question} compte ${words} mots ; ${maximumWords} au plus sont permis.`,
                en: `The text of ${question} has ${words} words; at most ${maximumWords} are allowed.`,
                observed: words,
                expected: `≤ ${maximumWords}`,
              }),
            ]
          : [];
      const tooLong = (["text", "comment"] as const).flatMap((member) => {
        const limit = member === "text" ? (maximumCharacters ?? defaultCharacters) : defaultCharacters;
        const length = [...((member === "text" ? text : comment) ?? "")].length;
        if (length <= limit) return [];
        return atAnswer(index, question, member, {
          code: "TOO_MANY_CHARACTERS",
          fr: `Ce texte compte ${length} caractères ; ${limit} au plus sont permis.`,
          en: `This text has ${length} characters; at most ${limit} are allowed.`,
          observed: length,
          expected: `≤ ${limit}`,
        });
      });
      return [...tooMany, ...tooLong];
    });
  },
};
