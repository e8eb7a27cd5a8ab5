import type { Language } from "../language.js";
import { SourceLine } from "../parts/source-line.js";
import { French, Text } from "../parts/text.js";
import type { PortalAboutQuery } from "./about.operation.js";
import { aboutWords } from "./words.js";

/** How many indicators were built with partners as far as is recorded, and what the sources say of it. */
export const CoConstruction = ({
  data: { qualityIndicators, sources },
  language,
}: {
  readonly data: PortalAboutQuery;
  readonly language: Language;
}) => {
  const say = aboutWords(language);
  const recorded = qualityIndicators.filter(({ coConstruction }) => coConstruction.status === "RECORDED");
  const statements = new Map(
    qualityIndicators
      .flatMap(({ coConstruction }) => coConstruction.statements)
      .map((statement) => [statement.text.fr, statement]),
  );
  return (
    <>
      <p>{say("coConstructionMeans")}</p>
      <p>{say("coConstructionCount", { count: qualityIndicators.length, recorded: recorded.length })}</p>
      {statements.size > 0 && <p>{say("coConstructionSources")}</p>}
      <ul>
        {[...statements.values()].map(({ text, provenance }) => (
          <li key={text.fr}>
            <Text of={text} language={language} />{" "}
            {provenance.quote && (
              <q lang="fr-CA">
                <French language="fr">{provenance.quote}</French>
              </q>
            )}{" "}
            (<SourceLine of={provenance} documents={sources} language={language} />)
          </li>
        ))}
      </ul>
    </>
  );
};
