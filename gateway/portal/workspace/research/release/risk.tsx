import { numberIn } from "../../../figures/numbers.js";
import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { wordsOf } from "../../../parts/text.js";
import type { Release } from "./find-release.js";
import { releaseWords } from "./words.js";

interface RiskProps {
  readonly language: Language;
  readonly release: Release;
}

/** The risk report of a release, for who is no statistician first. */
export const Risk = ({ language, release }: RiskProps) => {
  const say = releaseWords(language);
  const { report, keys } = release;
  const number = (value: number): string => numberIn(language, value);
  // One chance in so many.
  const chance = (risk: number): string => numberIn(language, risk === 0 ? 0 : 1 / risk, 0);
  return (
    <>
      <ul>
        <li>
          {say("riskKept", {
            in: number(report.recordsIn),
            kept: number(report.recordsKept),
            suppressed: number(report.recordsSuppressed),
          })}
        </li>
        <li>
          {say("riskK", {
            others: report.k - 1,
            k: report.k,
            keys: keys.map((key) => labelOf(release, key, language)).join(", "),
            classes: number(report.classes),
            policy: report.policy.k,
          })}
        </li>
        <li>
          {say("riskAverage", { average: chance(report.averageRisk), maximum: chance(report.maximumRisk) })}
        </li>
        <li>{say("riskUnique", { count: report.recordsUniqueOnAllColumns })}</li>
        <li>{say("riskLoss", { loss: numberIn(language, report.informationLoss * 100, 1) })}</li>
        <li>
          {say("riskGeneralised")}{" "}
          {report.generalisation.map(({ key, level }, place) => (
            <span key={key}>
              {place > 0 && ", "}
              {labelOf(release, key, language)} (<code>{level}</code>)
            </span>
          ))}
        </li>
      </ul>
      <Diversity language={language} release={release} />
    </>
  );
};

const Diversity = ({ language, release }: RiskProps) => {
  const say = releaseWords(language);
  return (
    <>
      <h3>{say("diversityTitle")}</h3>
      <p>{say("diversityLead")}</p>
      <Scroll label={say("diversityTitle")}>
        <table>
          <caption>{say("diversityTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("column")}</th>
              <th scope="col" class="number">
                {say("l")}
              </th>
              <th scope="col" class="number">
                {say("t")}
              </th>
            </tr>
          </thead>
          <tbody>
            {release.report.diversity.map(({ column, l, t }) => (
              <tr key={column}>
                <th scope="row">{labelOf(release, column, language)}</th>
                <td class="number">
                  <data value={String(l)}>{numberIn(language, l)}</data>
                </td>
                <td class="number">
                  <data value={String(t)}>{numberIn(language, t)}</data>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
};

/** A column's name in words. */
export const labelOf = (
  { columns }: Pick<Release, "columns">,
  column: string,
  language: Language,
): string => {
  const found = columns.find((each) => each.column === column);
  return found ? wordsOf(found.label, language) : column;
};
