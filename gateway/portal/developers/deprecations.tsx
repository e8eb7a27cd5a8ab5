import { addressOfCoordinate } from "../change-log/schema-part.js";
import type { Language } from "../language.js";
import { Deprecation } from "../schema-reference/deprecation.js";
import { deprecatedIn, publicSchema } from "../schema-reference/public-schema.js";
import { developersWords } from "./words.js";

const deprecated = deprecatedIn(publicSchema);

/** The promise, and what of the schema is on its way out. */
export const Deprecations = ({ language }: { readonly language: Language }) => {
  const say = developersWords(language);
  return (
    <>
      <p>{say("deprecationsText")}</p>
      <p>{say(deprecated.length === 0 ? "deprecatedNone" : "deprecatedNow")}</p>
      {deprecated.length > 0 && (
        <ul>
          {deprecated.map(({ coordinate, reason }) => (
            <li key={coordinate}>
              <a href={addressOfCoordinate(coordinate, language)}>
                <code>{coordinate}</code>
              </a>
              <Deprecation reason={reason} language={language} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
