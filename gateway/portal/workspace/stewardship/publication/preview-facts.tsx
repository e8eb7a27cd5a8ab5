import type { Language } from "../../../language.js";
import { Count } from "../parts/count.js";
import { beginningIn } from "../parts/moments.js";
import type { Preview } from "./read-publication.js";
import { reasonIn } from "./reasons.js";
import { publicationWords } from "./words.js";

interface FactsProps {
  readonly preview: Preview;
  readonly language: Language;
}

/** How much would be published, and what would be held back and why. */
export const PreviewFacts = ({ preview, language }: FactsProps) => {
  const say = publicationWords(language);
  return (
    <>
      {preview.isEmbargoed && preview.embargoUntil && (
        <p class="notice caution">{say("embargoed", { day: beginningIn(language, preview.embargoUntil) })}</p>
      )}
      <dl class="steward-facts">
        {(["observations", "suppressed", "offices", "newlyApproved", "leftOut"] as const).map((fact) => (
          <div key={fact}>
            <dt>{say(fact)}</dt>
            <dd>
              <Count of={preview[fact]} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      {preview.withheld.length > 0 && (
        <>
          <h3>{say("withheld")}</h3>
          <ul>
            {preview.withheld.map(({ reason, count }) => (
              <li key={reason}>
                <Count of={count} language={language} />{" "}
                {say("becauseOf", { reason: reasonIn(language, reason) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
