import type { Language } from "../language.js";
import { French } from "../parts/text.js";
import { recommendationPageWords } from "./words.js";
import { printsMore, type Wording } from "./wordings.js";

/** Wordings side by side, each with every place that prints it; the documents are French. */
export const WordingCards = ({
  language,
  wordings,
}: {
  readonly language: Language;
  readonly wordings: readonly Wording[];
}) => {
  const say = recommendationPageWords(language);
  return (
    <ul class="cards">
      {wordings.map(({ text, printed }) => (
        <li class="card" key={text}>
          <blockquote>
            <p>
              <French language={language}>{text}</French>
            </p>
          </blockquote>
          <ul>
            {printed.map((place) => (
              <li key={place.provenance.section}>
                <French language={language}>{place.provenance.section}</French>
                {printsMore(place.text, text) && (
                  <>
                    {" "}
                    ({say("printedAs")} <French language={language}>{`« ${place.text} »`}</French>)
                  </>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
};
