import type { ToldIssue } from "../case/told-issue.js";
import { typedFor } from "../case/typed-answers.js";
import type { FormView } from "./form-view.js";
import { wordCountIn } from "./question-parts.js";
import { formWords } from "./words.js";

/** What the page's script shows while somebody types; every word of it is the server's. */
export interface LiveAnswer {
  /** Said aloud when it changes. */
  readonly live: string;
  /** By question, what is to be mended or explained; of the questions that were touched. */
  readonly issues: Readonly<Record<string, readonly { severity: string; weight: string; message: string }[]>>;
  /** By question, how many words its text has. */
  readonly counts: Readonly<Record<string, string>>;
}

/** Answers the page's script: the same rules, of the questions that somebody has begun to answer. */
export function liveAnswer(
  { asked: { language }, figures, typed }: Pick<FormView, "asked" | "figures" | "typed">,
  issues: readonly ToldIssue[],
  touched: readonly string[],
): LiveAnswer {
  const say = formWords(language);
  const own = issues.filter(({ question }) => question !== null && touched.includes(question));
  const conflict = issues.find(({ rule }) => rule === "V25");
  const count = (severity: ToldIssue["severity"]): number =>
    own.filter((issue) => issue.severity === severity).length;
  return {
    live: conflict?.messages[language] ?? say("live", { errors: count("E"), warnings: count("W") }),
    issues: Object.fromEntries(
      touched.map((code) => [
        code,
        own
          .filter(({ question }) => question === code)
          .map(({ severity, messages }) => ({
            severity,
            weight: say(`severity${severity}`),
            message: messages[language],
          })),
      ]),
    ),
    counts: Object.fromEntries(
      figures.form.questions.flatMap(({ code, constraints: { maximumWords } }) =>
        typeof maximumWords === "number"
          ? [[code, wordCountIn(language, typedFor(typed, code).values[0] ?? "", maximumWords)]]
          : [],
      ),
    ),
  };
}
