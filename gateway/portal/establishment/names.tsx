import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import { type Language, localeOf } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import type { Documents } from "../parts/source-line.js";
import { French, Text } from "../parts/text.js";
import type { PortalEstablishmentPageQuery } from "./establishment-page.operation.js";
import { RegisterSource } from "./register-source.js";
import { Validity, validityInWords } from "./validity.js";
import { establishmentWords, registerWords } from "./words.js";

type Establishment = NonNullable<PortalEstablishmentPageQuery["establishment"]>;

interface NamesProps {
  readonly of: Establishment;
  readonly documents: Documents;
  readonly language: Language;
}

// The contradiction about how many establishments there are.
const contradictionOfUniverse = "K1";

/** The names of the establishment, what it belongs to, and where each fact comes from. */
export const NamesSection = ({ of, documents, language }: NamesProps) => {
  const say = registerWords(language);
  return (
    <section aria-labelledby="names">
      <h2 id="names">{say("names")}</h2>
      <dl>
        <dt>{say("officialName")}</dt>
        <dd>
          <French language={language}>{of.name.fr}</French>.{" "}
          <RegisterSource of={of.provenance} documents={documents} language={language} />
          {of.name.status === "PROPOSED" && (
            <Fragment>
              <br />
              {say("proposedName")} <span lang={localeOf("en")}>{of.name.en}</span>
            </Fragment>
          )}
        </dd>
        <dt>{say("parents")}</dt>
        <dd>
          <Parents of={of} documents={documents} language={language} />
        </dd>
        <dt>{say("validity")}</dt>
        <dd>{validityInWords(of, language) ?? say("validUnstated")}</dd>
        <dt>{say("option")}</dt>
        <dd>
          {of.questionnaire2024Option === null ? (
            say("noOption")
          ) : (
            <French language={language}>{`« ${of.questionnaire2024Option} »`}</French>
          )}
        </dd>
        <dt>{say("counts")}</dt>
        <dd>
          {universes(of, language)}{" "}
          <a href={`${addressOf(language, "contradictions")}#${contradictionOfUniverse}`}>
            {establishmentWords(language)("contradiction", { id: contradictionOfUniverse })}
          </a>
        </dd>
      </dl>
      {of.aliases.length > 0 && <Aliases of={of} documents={documents} language={language} />}
    </section>
  );
};

function universes({ inUniverse32, inUniverse35 }: Establishment, language: Language): string {
  const say = registerWords(language);
  const counted = [...(inUniverse32 ? [say("in32")] : []), ...(inUniverse35 ? [say("in35")] : [])];
  return counted.length === 0 ? say("inNeither") : counted.join(` ${say("and")} `);
}

const Parents = ({ of, documents, language }: NamesProps) =>
  of.parents.length === 0 ? (
    <Fragment>{registerWords(language)("noParent")}</Fragment>
  ) : (
    <Fragment>
      {of.parents.map((parent) => (
        <span key={parent.code} class="parent">
          <Text of={parent.name} language={language} /> <Validity of={parent} language={language} />.{" "}
          <RegisterSource of={parent.provenance} documents={documents} language={language} />
        </span>
      ))}
    </Fragment>
  );

const Aliases = ({ of, documents, language }: NamesProps) => {
  const say = registerWords(language);
  return (
    <Scroll label={say("aliases")}>
      <table>
        <caption>{say("aliases")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("alias")}</th>
            <th scope="col">{say("where")}</th>
          </tr>
        </thead>
        <tbody>
          {of.aliases.map(({ label, provenance }) => (
            <tr key={`${label}${provenance.section}`}>
              <th scope="row">
                <French language={language}>{label}</French>
              </th>
              <td>
                <RegisterSource
                  of={provenance}
                  documents={documents}
                  language={language}
                  isLabelled={false}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
