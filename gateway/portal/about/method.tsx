import { campaignDaysIn } from "../parts/campaign-days.js";
import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import { numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { SourceLine } from "../parts/source-line.js";
import { French, Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalAboutQuery } from "./about.operation.js";
import { aboutWords } from "./words.js";

interface MethodProps {
  readonly data: PortalAboutQuery;
  readonly language: Language;
}

/** How figures are made: campaigns, bases, intervals, vintages. */
export const Method = ({ data, language }: MethodProps) => {
  const say = aboutWords(language);
  const caveat = data.qualityIndicator?.observations.find(({ interval }) => interval)?.interval?.caveat;
  return (
    <>
      <p>{say("methodLead")}</p>
      {data.campaigns.map(({ code, title, base, note, provenance, ...days }) => (
        <Fragment key={code}>
          <h3 id={`campagne-${code}`}>
            <Text of={title} language={language} />
          </h3>
          <p>
            <Text of={note} language={language} /> {campaignDaysIn(language, days)}
          </p>
          <p>
            {say("base")} {wordFor(language, "Basis", base)}.{" "}
            {provenance && (
              <>
                {say("campaignSource")}{" "}
                <SourceLine of={provenance} documents={data.sources} language={language} />.
              </>
            )}
          </p>
        </Fragment>
      ))}
      <Bases data={data} language={language} />
      <h3>{say("interval")}</h3>
      <p>
        {say("intervalLead")} {caveat && <Text of={caveat} language={language} />}
      </p>
      <h3>{say("comparisons")}</h3>
      <p>{say("comparisonsText")}</p>
      <h3>{say("vintages")}</h3>
      <p>{say("vintagesText")}</p>
      <p>
        <a href={addressOf(language, "changeLog")}>{say("vintagesLink")}</a>
      </p>
    </>
  );
};

// The two numbers of answers that the Portrait prints.
const basesOf2024 = ["2024.respondents", "2024.offices_responding"];

const Bases = ({ data, language }: MethodProps) => {
  const say = aboutWords(language);
  const rows = basesOf2024.flatMap((figure) => {
    const printed = data.publishedFigures.filter((one) => one.figure === figure);
    return printed[0]
      ? [{ ...printed[0], sections: printed.map(({ provenance }) => provenance.section) }]
      : [];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{say("bases")}</h3>
      <p>{say("basesLead")}</p>
      <Scroll label={say("basesCaption")}>
        <table>
          <caption>{say("basesCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("counted")}</th>
              <th scope="col" class="number">
                {say("number")}
              </th>
              <th scope="col">{say("printedIn")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ figure, label, value, sections }) => (
              <tr key={figure}>
                <th scope="row">
                  <Text of={label} language={language} />
                </th>
                <td class="number">
                  {value !== null && <data value={String(value)}>{numberIn(language, value)}</data>}
                </td>
                <td>
                  <French language={language}>{sections.join(" ; ")}</French>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
};
