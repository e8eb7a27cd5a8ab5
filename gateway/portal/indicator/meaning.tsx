import { Fragment, type ComponentChildren } from "preact";
import { SourceLine } from "../parts/source-line.js";
import { French, Text } from "../parts/text.js";
import { figureSays, wordFor } from "../parts/words.js";
import type { SectionProps } from "./shown-indicator.js";
import { indicatorWords } from "./words.js";

/** The definition, in plain words first; what specialists want below. */
export const Meaning = ({ of }: SectionProps) => {
  const { language, indicator } = of;
  const say = indicatorWords(language);
  return (
    <section aria-labelledby="meaning">
      <h2 id="meaning">{say("meaning")}</h2>
      <p>
        <Text of={indicator.definition} language={language} />
      </p>
      {indicator.caveats.length > 0 && (
        <Fragment>
          <h3>{say("caveats")}</h3>
          <ul>
            {indicator.caveats.map((caveat) => (
              <li key={caveat.fr}>
                <Text of={caveat} language={language} />
              </li>
            ))}
          </ul>
        </Fragment>
      )}
      <Technical of={of} />
    </section>
  );
};

const Technical = ({ of: { language, indicator, documents } }: SectionProps) => {
  const say = indicatorWords(language);
  const { denominatorDefinition, provenance } = indicator;
  const levels = indicator.levels.map((level) => wordFor(language, "ObservationLevel", level)).join(", ");
  return (
    <details class="told">
      <summary>{say("technical")}</summary>
      <dl class="facts">
        <Entry term={say("rationale")}>{say("rationaleUnstated")}</Entry>
        <Entry term={say("numerator")}>
          <Text of={indicator.numeratorDefinition} language={language} />
        </Entry>
        <Entry term={say("denominator")}>
          {denominatorDefinition ? (
            <Text of={denominatorDefinition} language={language} />
          ) : (
            say("noDenominator")
          )}
        </Entry>
        <Entry term={say("basis")}>{wordFor(language, "Basis", indicator.basis)}</Entry>
        <Entry term={say("kind")}>{wordFor(language, "ValueType", indicator.valueType)}</Entry>
        <Entry term={say("sphere")}>{wordFor(language, "IndicatorSphere", indicator.sphere)}</Entry>
        <Entry term={say("frequency")}>{wordFor(language, "Frequency", indicator.frequency)}</Entry>
        <Entry term={say("polarity")}>{wordFor(language, "Polarity", indicator.polarity)}</Entry>
        {indicator.questions.length > 0 && (
          <Entry term={say("questions")}>{indicator.questions.join(", ")}</Entry>
        )}
        <Entry term={say("levels")}>{`${levels} (${say("levelsNote")})`}</Entry>
        <Entry term={say("origin")}>{wordFor(language, "IndicatorOrigin", indicator.origin)}</Entry>
        <Entry term={say("version")}>{String(indicator.version)}</Entry>
        <Entry term={say("definedIn")}>
          <SourceLine of={provenance} documents={documents} language={language} />
          {provenance.quote && (
            <blockquote>
              <French language={language}>{`« ${provenance.quote} »`}</French>
            </blockquote>
          )}
        </Entry>
        <Entry term={figureSays(language)("licence")}>
          {provenance.licence === "UNSTATED" ? figureSays(language)("licenceUnstated") : provenance.licence}
        </Entry>
      </dl>
    </details>
  );
};

const Entry = ({ term, children }: { readonly term: string; readonly children: ComponentChildren }) => (
  <Fragment>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </Fragment>
);
