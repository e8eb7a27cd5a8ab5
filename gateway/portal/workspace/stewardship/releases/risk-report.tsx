import { numberIn } from "../../../figures/numbers.js";
import type { Language } from "../../../language.js";
import type { Release } from "./release.js";
import { releasesWords } from "./words.js";

/** The risk that was measured, in words, each number beside what the policy asks. */
export const RiskReport = ({
  report,
  language,
}: {
  readonly report: Release["report"];
  readonly language: Language;
}) => {
  const say = releasesWords(language);
  const { k, classes, averageRisk, maximumRisk, recordsIn, recordsKept, recordsSuppressed } = report;
  const { informationLoss, diversity, policy } = report;
  const share = (value: number): string => numberIn(language, 100 * value, 1);
  const leastL = Math.min(...diversity.map(({ l }) => l));
  const worstT = Math.max(...diversity.map(({ t }) => t));
  return (
    <ul>
      <li>
        <data value={k}>{say("k", { k, asked: policy.k, classes: numberIn(language, classes) })}</data>
      </li>
      {diversity.length > 0 && (
        <>
          <li>
            <data value={leastL}>{say("l", { l: leastL, asked: policy.l })}</data>
          </li>
          <li>
            <data value={worstT}>
              {say("t", { t: numberIn(language, worstT, 3), asked: numberIn(language, policy.t, 2) })}
            </data>
          </li>
        </>
      )}
      <li>
        <data value={averageRisk}>{say("averageRisk", { share: share(averageRisk) })}</data> ·{" "}
        <data value={maximumRisk}>{say("maximumRisk", { share: share(maximumRisk) })}</data>
      </li>
      <li>
        <data value={recordsKept}>
          {say("kept", {
            kept: numberIn(language, recordsKept),
            all: numberIn(language, recordsIn),
            share: share(recordsIn === 0 ? 0 : recordsKept / recordsIn),
            left: numberIn(language, recordsSuppressed),
          })}
        </data>
      </li>
      <li>
        <data value={informationLoss}>{say("loss", { share: share(informationLoss) })}</data>
      </li>
    </ul>
  );
};
