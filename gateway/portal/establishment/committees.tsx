import { Fragment } from "preact";
import type { Language } from "../language.js";
import { LostPart } from "../parts/lost-part.js";
import { SyntheticMark } from "../parts/shown-value.js";
import { Text, wordsOf } from "../parts/text.js";
import { type ValueOf, wordFor } from "../parts/words.js";
import type { PortalEstablishmentPageQuery } from "./establishment-page.operation.js";
import { registerWords } from "./words.js";

type Committee = NonNullable<
  NonNullable<PortalEstablishmentPageQuery["establishment"]>["userCommittees"]
>[number];
type Collaboration = Committee["collaborations"][number];
type Posture = ValueOf<"Posture"> | null;

// Each posture by itself: none is ever added to another.
const postures = [
  ["RIGHTS_DEFENCE", "rightsDefence"],
  ["CO_CONSTRUCTION", "coConstruction"],
  ["BOTH_DECLARED", "bothDeclared"],
  [null, "notStated"],
] as const satisfies readonly (readonly [Posture, string])[];

interface PartProps {
  readonly committees: readonly Committee[];
  readonly posture: Posture;
  readonly heading: string;
  readonly language: Language;
}

/** The committees and what they do with the office, rights defence apart from co-construction. */
export const CommitteesSection = ({
  committees,
  language,
}: {
  /** Null when they could not be read. */
  readonly committees: readonly Committee[] | null;
  readonly language: Language;
}) => {
  const say = registerWords(language);
  return (
    <section aria-labelledby="committees">
      <h2 id="committees">{say("committees")}</h2>
      <p>{say("committeesLead")}</p>
      {committees === null ? (
        <LostPart language={language} />
      ) : committees.length === 0 ? (
        <p>{say("noCommittee")}</p>
      ) : (
        postures.map(([posture, key]) => (
          <PosturePart
            key={key}
            committees={committees}
            posture={posture}
            heading={say(key)}
            language={language}
          />
        ))
      )}
    </section>
  );
};

const PosturePart = ({ committees, posture, heading, language }: PartProps) => {
  const say = registerWords(language);
  const told = committees
    .map((committee) => ({
      committee,
      collaborations: committee.collaborations.filter((one) => one.posture === posture),
    }))
    .filter(({ committee, collaborations }) => committee.mandate === posture || collaborations.length > 0);
  if (told.length === 0)
    return posture === "CO_CONSTRUCTION" ? (
      <Fragment>
        <h3>{heading}</h3>
        <p>{say("noCoConstruction")}</p>
      </Fragment>
    ) : null;
  return (
    <Fragment>
      <h3>{heading}</h3>
      <ul class="cards">
        {told.map(({ committee, collaborations }) => (
          <li key={committee.id} class="card">
            <h4>
              <Text of={committee.name} language={language} />
            </h4>
            <p>
              {wordFor(language, "CommitteeKind", committee.kind)}{" "}
              {committee.origin === "SYNTHETIC" && <SyntheticMark language={language} />}
            </p>
            {collaborations.length > 0 && (
              <ul>
                {collaborations.map((collaboration) => (
                  <CollaborationLine key={collaboration.code} of={collaboration} language={language} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Fragment>
  );
};

const CollaborationLine = ({ of, language }: { readonly of: Collaboration; readonly language: Language }) => {
  const intensity = wordFor(language, "CollaborationIntensity", of.intensity);
  const label = of.type ? wordsOf(of.type.label, language) : null;
  return (
    <li>
      {label !== null && (
        <strong>{registerWords(language)("of", { collaboration: label, intensity })}</strong>
      )}{" "}
      <Text of={of.description} language={language} />{" "}
      {of.origin === "SYNTHETIC" && <SyntheticMark language={language} />}
    </li>
  );
};
