import type { Language } from "../language.js";
import { French, Text } from "../parts/text.js";
import type { PortalAboutQuery } from "./about.operation.js";
import { aboutWords } from "./words.js";

/** The documents: edition, authors, licence and what of them may be cited. */
export const Sources = ({
  of,
  language,
}: {
  readonly of: PortalAboutQuery["sources"];
  readonly language: Language;
}) => {
  const say = aboutWords(language);
  return (
    <ul class="cards">
      {of.map(({ code, title, edition, authors, licence, licenceNote }) => (
        <li class="card" key={code} id={`source-${code}`}>
          <h3>
            <Text of={title} language={language} />
          </h3>
          <dl>
            <dt>{say("edition")}</dt>
            <dd>
              {edition === null ? say("editionUnstated") : <French language={language}>{edition}</French>}
            </dd>
            {authors.length > 0 && <dt>{say("authors")}</dt>}
            {authors.map((author) => (
              <dd key={author}>
                <French language={language}>{author}</French>
              </dd>
            ))}
            <dt>{say("licence")}</dt>
            <dd>{licence === "UNSTATED" ? say("licenceUnstated") : licence}</dd>
            <dt>{say("citable")}</dt>
            <dd>
              <Text of={licenceNote} language={language} />
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
};
