import { Fragment } from "preact";
import { dayIn, numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { SyntheticMark } from "../parts/shown-value.js";
import { SourceLine } from "../parts/source-line.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { Indicator, SectionProps } from "./shown-indicator.js";
import { indicatorWords } from "./words.js";

type Record = Indicator["coConstruction"]["records"][number];

/** What part partners took in making the indicator, or that nothing is recorded of it. */
export const CoConstruction = ({ of }: SectionProps) => {
  const { language, indicator, documents } = of;
  const say = indicatorWords(language);
  const { records, statements } = indicator.coConstruction;
  return (
    <section aria-labelledby="co-construction">
      <h2 id="co-construction">{say("coConstruction")}</h2>
      {records.length === 0 ? <p>{say("noRecord")}</p> : <Records of={records} language={language} />}
      {statements.length > 0 && (
        <Fragment>
          <p>{say("statements")}</p>
          <ul>
            {statements.map(({ text, provenance }) => (
              <li key={text.fr}>
                <Text of={text} language={language} /> (
                <SourceLine of={provenance} documents={documents} language={language} isBrief />)
              </li>
            ))}
          </ul>
        </Fragment>
      )}
    </section>
  );
};

const Records = ({ of, language }: { readonly of: readonly Record[]; readonly language: Language }) => {
  const say = indicatorWords(language);
  return (
    <Scroll label={say("recorded")}>
      <table>
        <caption>{say("recorded")}</caption>
        <thead>
          <tr>
            {(["stage", "degree", "leadership", "partners", "day", "evidence"] as const).map((head) => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map((record) => (
            <tr key={record.number}>
              <th scope="row">
                {wordFor(language, "CoConstructionStage", record.stage)}
                {record.isSynthetic && (
                  <Fragment>
                    {" "}
                    <SyntheticMark language={language} />
                  </Fragment>
                )}
              </th>
              <td>{wordFor(language, "EngagementDegree", record.degree)}</td>
              <td>{wordFor(language, "Leadership", record.leadership)}</td>
              <td>{partnersOf(record, language)}</td>
              <td>{dayIn(language, record.date)}</td>
              <td>
                <Text of={record.evidence} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

function partnersOf({ partners, partnersWithheld, profiles }: Record, language: Language): string {
  const count =
    partners !== null
      ? numberIn(language, partners)
      : partnersWithheld
        ? wordFor(language, "PartnersWithheld", partnersWithheld)
        : "";
  return [count, ...profiles.map((profile) => wordFor(language, "PartnerProfile", profile))]
    .filter((word) => word !== "")
    .join(", ");
}
