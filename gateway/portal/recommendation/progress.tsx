import { addressOf } from "../addresses.js";
import { dayIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import { ProgressMark } from "../recommendations/progress-mark.js";
import { recommendationWords } from "../recommendations/words.js";
import type { DeclaredFragment } from "./recommendation.operation.js";
import { recommendationPageWords } from "./words.js";

interface Asked {
  readonly language: Language;
  readonly progress: DeclaredFragment;
  readonly history: readonly DeclaredFragment[];
}

/** Where the recommendation stands now, what supports it, and all that was declared before. */
export const Progress = ({ language, progress, history }: Asked) => {
  const say = recommendationPageWords(language);
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{say("progress")}</h2>
      <ProgressMark language={language} progress={progress} />
      {progress.number === null && <p>{say("nobody")}</p>}
      {progress.actor && <p>{say("actor", { actor: progress.actor })}</p>}
      {progress.evidence && (
        <>
          <h3>{say("evidence")}</h3>
          <p>
            <Text of={progress.evidence} language={language} />
          </p>
        </>
      )}
      {progress.reason && (
        <>
          <h3>{say("reason")}</h3>
          <p>
            <Text of={progress.reason} language={language} />
          </p>
        </>
      )}
      {progress.linkedIndicators.length > 0 && (
        <>
          <h3>{say("evidenceIndicators")}</h3>
          <IndicatorLinks language={language} indicators={progress.linkedIndicators} />
        </>
      )}
      {history.length > 1 && <History language={language} history={history} />}
    </section>
  );
};

const History = ({ language, history }: Pick<Asked, "language" | "history">) => {
  const say = recommendationPageWords(language);
  const words = recommendationWords(language);
  return (
    <Scroll label={say("history")}>
      <table>
        <caption>{say("history")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("historyNumber")}</th>
            <th scope="col">{say("historyStatus")}</th>
            <th scope="col">{say("historyDate")}</th>
            <th scope="col">{say("historyActor")}</th>
            <th scope="col">{say("historyEvidence")}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((one) => (
            <tr key={one.number}>
              <th scope="row">{one.number}</th>
              <td>
                {wordFor(language, "ProgressStatus", one.status)}
                {one.isSynthetic && ` (${words("synthetic")})`}
              </td>
              <td>{one.date ? dayIn(language, one.date) : say("notStated")}</td>
              <td>{one.actor ?? say("notStated")}</td>
              <td>
                {(one.evidence ?? one.reason) ? (
                  <Text of={(one.evidence ?? one.reason)!} language={language} />
                ) : (
                  say("notStated")
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

/** Links to indicators, by code and name. */
export const IndicatorLinks = ({
  language,
  indicators,
}: {
  readonly language: Language;
  readonly indicators: DeclaredFragment["linkedIndicators"];
}) => (
  <ul>
    {indicators.map(({ code, name }) => (
      <li key={code}>
        <a href={addressOf(language, "indicator", { code })}>
          {code} · <Text of={name} language={language} />
        </a>
      </li>
    ))}
  </ul>
);
