import { dayIn } from "../figures/numbers.js";
import { type Language, localeOf } from "../language.js";
import { LostPart } from "../parts/lost-part.js";
import { SyntheticMark } from "../parts/shown-value.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalEstablishmentPageQuery } from "./establishment-page.operation.js";
import { registerWords } from "./words.js";

type Partnership = NonNullable<
  NonNullable<PortalEstablishmentPageQuery["establishment"]>["researchPartnerships"]
>[number];

/** The research partnerships that the establishment takes part in. */
export const ResearchSection = ({
  partnerships,
  language,
}: {
  /** Null when they could not be read. */
  readonly partnerships: readonly Partnership[] | null;
  readonly language: Language;
}) => {
  const say = registerWords(language);
  return (
    <section aria-labelledby="research">
      <h2 id="research">{say("research")}</h2>
      {partnerships === null && <LostPart language={language} />}
      {partnerships?.length === 0 && <p>{say("noResearch")}</p>}
      {partnerships && partnerships.length > 0 && (
        <ul class="cards">
          {partnerships.map((partnership) => (
            <PartnershipCard key={partnership.id} of={partnership} language={language} />
          ))}
        </ul>
      )}
    </section>
  );
};

const PartnershipCard = ({ of, language }: { readonly of: Partnership; readonly language: Language }) => {
  const say = registerWords(language);
  const stages = of.stages.map((stage) => wordFor(language, "ResearchStage", stage));
  const from = dayIn(language, of.startedOn);
  return (
    <li class="card">
      <h3>
        <Text of={of.title} language={language} />
      </h3>
      {of.origin === "SYNTHETIC" && (
        <p>
          <SyntheticMark language={language} />
        </p>
      )}
      <dl class="short-facts">
        <dt>{say("researchKind")}</dt>
        <dd>{wordFor(language, "ResearchKind", of.kind)}</dd>
        <dt>{say("researchDegree")}</dt>
        <dd>{wordFor(language, "EngagementDegree", of.degree)}</dd>
        <dt>{say("researchWho")}</dt>
        <dd>{wordFor(language, "Leadership", of.leadership)}</dd>
        <dt>{say("researchStages")}</dt>
        <dd>{new Intl.ListFormat(localeOf(language)).format(stages)}</dd>
        {of.unit && <dt>{say("researchUnit")}</dt>}
        {of.unit && (
          <dd>
            <Text of={of.unit.name} language={language} />
          </dd>
        )}
        <dt>{say("researchDates")}</dt>
        <dd>
          {of.endedOn === null
            ? say("from", { from })
            : say("fromTo", { from, to: dayIn(language, of.endedOn) })}
        </dd>
      </dl>
    </li>
  );
};
