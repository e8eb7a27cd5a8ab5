import { missingWords } from "../case/answer-words.js";
import type { Problem } from "../../../../figures-file/problem.js";
import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { fileWords } from "./words.js";

// A file that is wrong throughout is mended from its first rows on.
const mostShown = 200;

/** Each point of a file at its row and column, with what was expected there. */
export const FileReport = ({
  problems,
  language,
}: {
  readonly problems: readonly Problem[];
  readonly language: Language;
}) => {
  const say = fileWords(language);
  const caption = say("reportCaption", { count: problems.length });
  return (
    <>
      <Scroll label={caption}>
        <table class="figures-report">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {(["row", "column", "question", "weight", "what", "observed", "expected"] as const).map(
                (head) => (
                  <th key={head} scope="col">
                    {say(head)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, mostShown).map((problem, index) => (
              <tr key={index}>
                <td>{problem.row ?? "–"}</td>
                <td>{problem.column ? <code>{problem.column}</code> : "–"}</td>
                <td>{problem.question ?? "–"}</td>
                <td>
                  <strong>{say(`severity${problem.severity}`)}</strong>
                </td>
                <td>
                  {problem.messages[language]} <small>({problem.rule})</small>
                </td>
                <td>{problem.observed === null ? "–" : <q>{problem.observed}</q>}</td>
                <td>{problem.expected === null ? "–" : expectedIn(problem.expected, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {problems.length > mostShown && <p>{say("more", { count: mostShown })}</p>}
    </>
  );
};

// The rules name what they expect by codes; the missing ones have words.
const expectedIn = (expected: string, language: Language): string =>
  expected.replace(
    /\b(NOT_ANSWERED|DOES_NOT_KNOW|NOT_APPLICABLE)\b/g,
    (code) => `${code} (${missingWords(language)(code as "NOT_ANSWERED")})`,
  );
