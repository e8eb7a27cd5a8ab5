import { aliases } from "../../guard/limits/aliases.js";
import { mostBodyBytes } from "../../guard/limits/body-bytes.js";
import { costBudget } from "../../guard/limits/cost.js";
import { depth } from "../../guard/limits/depth.js";
import { fields } from "../../guard/limits/fields.js";
import { mostQueryCharacters } from "../../guard/limits/query-characters.js";
import { windowSeconds } from "../../guard/rate/counter.js";
import { refusedWeight } from "../../guard/rate/rate-limits.js";
import { numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import type { ToldSettings } from "../page/told-settings.js";
import { Scroll } from "../parts/scroll.js";
import { developersWords } from "./words.js";

const retries = ["retryTooMany", "retryUnavailable", "retryWrite", "retryRefused", "retryPart"] as const;

/** What the public door takes at most, as it is set here, and what to do when it refuses. */
export const Limits = ({
  settings,
  language,
}: {
  readonly settings: ToldSettings;
  readonly language: Language;
}) => {
  const say = developersWords(language);
  const number = (value: number): string => numberIn(language, value);
  const points = settings.pointsPerAddress;
  const rows = [
    [
      say("perAddress", { seconds: windowSeconds }),
      say("perAddressMost", { points, refused: refusedWeight }),
    ],
    [say("perPrincipal"), number(settings.pointsPerPrincipal)],
    [say("cost"), number(costBudget)],
    [say("depth"), number(depth.most)],
    [say("fieldCount"), number(fields.most)],
    [say("aliases"), number(aliases.most)],
    [say("characters"), number(mostQueryCharacters)],
    [say("bytes"), number(mostBodyBytes.public)],
    [say("duration"), number(settings.operationTimeoutMs / 1_000)],
  ] as const;
  return (
    <>
      <p>{say("limitsText")}</p>
      <Scroll label={say("limitsCaption")}>
        <table>
          <caption>{say("limitsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("limit")}</th>
              <th scope="col">{say("most")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([limit, most]) => (
              <tr key={limit}>
                <th scope="row">{limit}</th>
                <td>{most}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>{say("costShown")}</p>
      <h3>{say("retry")}</h3>
      <ul>
        {retries.map((retry) => (
          <li key={retry}>{say(retry)}</li>
        ))}
      </ul>
    </>
  );
};
