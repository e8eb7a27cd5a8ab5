import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import { establishmentTypes } from "../establishments/establishment-types.js";
import { typeInWords } from "../establishments/type-name.js";
import type { Language } from "../language.js";
import { Choice } from "../parts/choice.js";
import { Text, wordsOf } from "../parts/text.js";
import type { Chosen, Mistake } from "./chosen.js";
import { comparisonWords } from "./words.js";

/** The names of what is chosen, in the address. */
export const choiceNames = {
  type: { fr: "type", en: "type" },
  establishments: { fr: "etablissement", en: "establishment" },
} as const;

interface ChoiceProps {
  readonly chosen: Chosen;
  readonly language: Language;
}

/** The mistakes of a choice, with the way to the field that mends each. */
export const Mistakes = ({ chosen, language }: ChoiceProps) => {
  const say = comparisonWords(language);
  if (chosen.mistakes.length === 0) return null;
  return (
    <section class="notice danger" id="mistakes" tabIndex={-1} autofocus aria-labelledby="mistakes-title">
      <h2 id="mistakes-title">{say("mistakes")}</h2>
      <ul>
        {chosen.mistakes.map((mistake) => (
          <li key={JSON.stringify(mistake)}>
            <a href={mistake.kind === "unknownType" || chosen.type === null ? "#choice-type" : "#places"}>
              {mistakeInWords(mistake, language)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

function mistakeInWords(mistake: Mistake, language: Language): string {
  const say = comparisonWords(language);
  switch (mistake.kind) {
    case "unknownType":
      return say("unknownType", { type: mistake.type });
    case "unknown":
      return say("unknown", { code: mistake.code });
    case "otherType":
      return say("otherType", { name: wordsOf(mistake.place.shortName, language) });
    case "tooMany":
      return say("tooMany", { count: mistake.count, excess: mistake.excess });
  }
}

/** The two steps of a choice, each sent as part of the address. */
export const ChoiceForms = ({ chosen, language }: ChoiceProps) => {
  const say = comparisonWords(language);
  const action = addressOf(language, "comparison");
  return (
    <Fragment>
      <form class="comparison-step" action={action} method="get" aria-label={say("chooseType")}>
        <h2>{say("chooseType")}</h2>
        <Choice
          name={choiceNames.type[language]}
          label={say("type")}
          options={establishmentTypes.map((type) => [type, typeInWords(language, type)] as const)}
          chosen={chosen.type ?? ""}
          none={say("noType")}
        />
        <p>
          <button type="submit" class={chosen.type === null ? undefined : "secondary"}>
            {say("showType")}
          </button>
        </p>
      </form>
      {chosen.type !== null && <PlacesForm chosen={chosen} language={language} />}
    </Fragment>
  );
};

const PlacesForm = ({ chosen, language }: ChoiceProps) => {
  const say = comparisonWords(language);
  return (
    <form action={addressOf(language, "comparison")} method="get" aria-label={say("choosePlaces")}>
      <h2>{say("choosePlaces")}</h2>
      <input type="hidden" name={choiceNames.type[language]} value={chosen.type ?? ""} />
      <fieldset
        id="places"
        tabIndex={-1}
        class="places"
        aria-describedby={chosen.mistakes.length > 0 ? "mistakes" : undefined}
      >
        <legend>{say("places")}</legend>
        {chosen.offered.map((place) => (
          <p key={place.code}>
            <input
              type="checkbox"
              id={`place-${place.code}`}
              name={choiceNames.establishments[language]}
              value={place.code}
              checked={chosen.places.includes(place)}
            />{" "}
            <label for={`place-${place.code}`}>
              <Text of={place.shortName} language={language} />
            </label>
          </p>
        ))}
      </fieldset>
      <p>
        <button type="submit">{say("compare")}</button>
      </p>
    </form>
  );
};
