import type { Language } from "../language.js";
import { type Documents, SourceLine } from "../parts/source-line.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalPosturesQuery } from "./postures.operation.js";
import { Matrix } from "./matrix.js";
import { glossaryWords } from "./words.js";

type Posture = PortalPosturesQuery["postures"][number];
type CommitteeKind = PortalPosturesQuery["committeeKinds"][number];

const traits = ["description", "objective", "illnessExperience", "legitimacy", "knowledgeSource"] as const;

/** The postures side by side, trait by trait. */
export const Postures = ({
  language,
  postures,
}: {
  readonly language: Language;
  readonly postures: readonly Posture[];
}) => {
  const say = glossaryWords(language);
  const label = (trait: (typeof traits)[number]) => ({
    fr: glossaryWords("fr")(trait),
    en: glossaryWords("en")(trait),
  });
  return (
    <section aria-labelledby="postures">
      <h2 id="postures">{say("postures")}</h2>
      <p>{say("posturesLead")}</p>
      <Matrix
        language={language}
        name={say("postures")}
        things={postures.map((posture) => ({
          code: posture.code,
          label: posture.label,
          traits: traits.map((trait) => ({ code: trait, label: label(trait), value: posture[trait] })),
        }))}
      />
    </section>
  );
};

/** The kinds of committees, what each is and what its mandate is. */
export const CommitteeKinds = ({
  language,
  kinds,
  documents,
}: {
  readonly language: Language;
  readonly kinds: readonly CommitteeKind[];
  readonly documents: Documents;
}) => {
  const say = glossaryWords(language);
  return (
    <section aria-labelledby="committees">
      <h2 id="committees">{say("committees")}</h2>
      <dl class="terms">
        {kinds.map((kind) => (
          <div key={kind.code}>
            <dt id={`committee-${kind.code}`}>
              <Text of={kind.label} language={language} /> ({kind.code})
            </dt>
            <dd>
              <p>
                <Text of={kind.description} language={language} />{" "}
                {say("mandate", { posture: wordFor(language, "Posture", kind.mandate) })}
              </p>
              <p class="source">
                <SourceLine of={kind.provenance} documents={documents} language={language} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
