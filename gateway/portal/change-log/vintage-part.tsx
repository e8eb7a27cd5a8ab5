import { addressOf } from "../addresses.js";
import { dayIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalVintagesQuery } from "./vintages.operation.js";
import { changeLogWords } from "./words.js";

export type Vintage = PortalVintagesQuery["campaigns"][number]["vintages"][number];
type Indicators = PortalVintagesQuery["qualityIndicators"];

interface VintageProps {
  readonly of: Vintage;
  readonly indicators: Indicators;
  readonly language: Language;
}

/** The anchor of a vintage on the page of changes. */
export const anchorOf = (code: string): string => `edition-${code.replaceAll(".", "-")}`;

/** One vintage: when, why, what changes, and whether it was withdrawn. */
export const VintagePart = ({ of, indicators, language }: VintageProps) => {
  const say = changeLogWords(language);
  return (
    <section id={anchorOf(of.code)} aria-labelledby={`${anchorOf(of.code)}-title`}>
      <h4 id={`${anchorOf(of.code)}-title`}>
        {say("vintage", { code: of.code })}{" "}
        {of.status === "WITHDRAWN" && <span class="mark caution">{say("withdrawn")}</span>}
      </h4>
      <p>
        <time dateTime={of.publishedAt}>{say("publishedOn", { day: dayIn(language, of.publishedAt) })}</time>{" "}
        {say("reason")} <Text of={of.reason} language={language} />
      </p>
      {of.withdrawnAt !== null && (
        <p class="notice caution">
          <time dateTime={of.withdrawnAt}>
            {say("withdrawnOn", { day: dayIn(language, of.withdrawnAt) })}
          </time>{" "}
          {of.withdrawnReason && (
            <>
              {say("withdrawnReason")} <Text of={of.withdrawnReason} language={language} />
            </>
          )}{" "}
          {say("withdrawnMeans")}
        </p>
      )}
      <Changes of={of} indicators={indicators} language={language} />
    </section>
  );
};

const Changes = ({ of: { code, number, changes }, indicators, language }: VintageProps) => {
  const say = changeLogWords(language);
  if (changes === null || changes.length === 0)
    return <p>{say(number === 1 ? "changesFirst" : "changesNone")}</p>;
  return (
    <details>
      <summary>{say("changesCount", { count: changes.length })}</summary>
      <Scroll label={say("changesCaption", { code })}>
        <table>
          <caption>{say("changesCaption", { code })}</caption>
          <thead>
            <tr>
              <th scope="col">{say("indicator")}</th>
              <th scope="col">{say("level")}</th>
              <th scope="col">{say("area")}</th>
              <th scope="col">{say("category")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ indicator, level, area, category }) => (
              <tr key={`${indicator} ${level} ${area} ${category}`}>
                <th scope="row">
                  <IndicatorLink code={indicator} of={indicators} language={language} />
                </th>
                <td>{wordFor(language, "ObservationLevel", level)}</td>
                <td>
                  <code>{area}</code>
                </td>
                <td>{category === null ? say("noCategory") : <code>{category}</code>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
};

const IndicatorLink = ({
  code,
  of,
  language,
}: {
  readonly code: string;
  readonly of: Indicators;
  readonly language: Language;
}) => {
  const name = of.find((indicator) => indicator.code === code)?.name;
  return (
    <a href={addressOf(language, "indicator", { code })}>
      {name ? <Text of={name} language={language} /> : code}
    </a>
  );
};
