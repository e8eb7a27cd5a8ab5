import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { type Documents, SourceLine } from "../parts/source-line.js";
import { French, Text } from "../parts/text.js";
import { type ValueOf, wordFor } from "../parts/words.js";
import type { PortalGlossaryPageQuery } from "./glossary-page.operation.js";
import { Matrix } from "./matrix.js";
import { glossaryWords } from "./words.js";

/** A word of partnership as one document uses it. */
export type Concept = PortalGlossaryPageQuery["partnerConcepts"][number];

// Roles and degrees are defined by what sets them apart, trait by trait.
const comparedKinds: readonly string[] = ["ROLE", "DEGREE"];

interface Asked {
  readonly language: Language;
  readonly concepts: readonly Concept[];
  readonly documents: Documents;
}

/** The words of the documents, a table a kind. */
export const ConceptTables = ({ language, concepts, documents }: Asked) => {
  const say = glossaryWords(language);
  const kinds = [...new Set(concepts.map(({ kind }) => kind))];
  return (
    <section aria-labelledby="concepts">
      <h2 id="concepts">{say("concepts")}</h2>
      <p>{say("conceptsLead")}</p>
      {kinds.length === 0 && <p>{say("noConcept")}</p>}
      {kinds.map((kind) => (
        <KindSection
          key={kind}
          language={language}
          kind={kind}
          concepts={concepts.filter((concept) => concept.kind === kind)}
          documents={documents}
        />
      ))}
    </section>
  );
};

const KindSection = ({
  language,
  kind,
  concepts,
  documents,
}: Asked & { readonly kind: ValueOf<"PartnerConceptKind"> }) => {
  const say = glossaryWords(language);
  const name = wordFor(language, "PartnerConceptKind", kind);
  const compared = comparedKinds.includes(kind);
  return (
    <>
      <h3 id={`concepts-${kind}`}>{name}</h3>
      {kind === "ROLE" && <p>{say("rolesLead")}</p>}
      {compared && (
        <Matrix
          language={language}
          name={name}
          things={concepts.map(({ code, label, attributes }) => ({ code, label, traits: attributes }))}
        />
      )}
      {(!compared || concepts.some(({ definition }) => definition)) && (
        <ConceptTable
          language={language}
          name={name}
          concepts={concepts}
          documents={documents}
          isCompared={compared}
        />
      )}
    </>
  );
};

const ConceptTable = ({
  language,
  name,
  concepts,
  documents,
  isCompared,
}: Asked & { readonly name: string; readonly isCompared: boolean }) => {
  const say = glossaryWords(language);
  return (
    <Scroll label={say("table", { name })}>
      <table class="concepts">
        <caption class="visually-hidden">{isCompared ? `${name} · ${say("definition")}` : name}</caption>
        <thead>
          <tr>
            <th scope="col">{say("word")}</th>
            <th scope="col">{say("definition")}</th>
            <th scope="col">{say("scheme")}</th>
          </tr>
        </thead>
        <tbody>
          {concepts.map((concept) => (
            <tr key={concept.code} id={`${concept.kind}-${concept.code.replaceAll(".", "-")}`}>
              <th scope="row">
                <Text of={concept.label} language={language} />
              </th>
              <td>
                {concept.definition ? (
                  <p>
                    <Text of={concept.definition} language={language} />
                  </p>
                ) : (
                  <p>{say("notTold")}</p>
                )}
                {!isCompared && <Traits language={language} concept={concept} />}
              </td>
              <td>
                <SourceLine of={concept.provenance} documents={documents} language={language} />
                {concept.sourceScheme !== concept.provenance.document && (
                  <>
                    {" "}
                    (<French language={language}>{concept.sourceScheme}</French>)
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const Traits = ({ language, concept }: { readonly language: Language; readonly concept: Concept }) =>
  concept.attributes.length === 0 ? null : (
    <dl class="traits">
      {concept.attributes.map(({ code, label, value }) => (
        <div key={code}>
          <dt>
            <Text of={label} language={language} />
          </dt>
          <dd>
            <Text of={value} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
