import type { Language } from "../language.js";
import { Text } from "../parts/text.js";
import type { PortalRecommendationQuery } from "./recommendation.operation.js";
import { WordingCards } from "./wording-cards.js";
import { differentWordings } from "./wordings.js";
import { recommendationPageWords } from "./words.js";

type Enrichment = NonNullable<PortalRecommendationQuery["recommendation"]>["enrichments"][number];

/** What the forum added, with the sections where each addition stands and how each words it. */
export const Enrichments = ({
  language,
  enrichments,
}: {
  readonly language: Language;
  readonly enrichments: readonly Enrichment[];
}) => {
  const say = recommendationPageWords(language);
  return (
    <section aria-labelledby="enrichments">
      <h2 id="enrichments">{say("enrichments")}</h2>
      <p>{say("enrichmentsLead")}</p>
      <ol class="enrichments">
        {enrichments.map(({ code, text, sections, wordings }) => {
          const different = differentWordings(wordings);
          return (
            <li key={code} id={code.replace(".", "-")}>
              <p>
                <Text of={text} language={language} />
              </p>
              <p>
                {say("sections", {
                  sections: sections.map((section) => say(sectionWord(section))).join(", "),
                })}
              </p>
              <details class="told">
                <summary>{say("enrichmentWordings", { count: different.length })}</summary>
                <WordingCards language={language} wordings={different} />
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

// The schema says that a section is one of these three.
const sectionWord = (section: string): "E" | "6" | "A" =>
  section === "E" || section === "6" ? section : "A";
