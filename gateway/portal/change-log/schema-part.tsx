import { addressOf } from "../addresses.js";
import { dayIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { coordinatesOf, publicSchema, readSchema } from "../schema-reference/public-schema.js";
import { schemaChanges } from "./schema-changes.js";
import { changeLogWords } from "./words.js";

const promised = coordinatesOf(readSchema("public.promised.graphql"));

/** What of the public schema may still change: it is not promised yet. */
export const notPromised: readonly string[] = [...coordinatesOf(publicSchema)].filter(
  (coordinate) => !promised.has(coordinate),
);

/** The changes of the public schema, and what of it is promised. */
export const SchemaPart = ({ language }: { readonly language: Language }) => {
  const say = changeLogWords(language);
  return (
    <>
      <p>
        {say("schemaLead")}{" "}
        <a href={`${addressOf(language, "developers")}#deprecations`}>{say("deprecations")}</a>
      </p>
      <p>{say(notPromised.length === 0 ? "promised" : "notPromised")}</p>
      <Coordinates of={notPromised} language={language} />
      {schemaChanges.map(({ day, told, added }) => (
        <section key={day} aria-labelledby={`schema-${day}`}>
          <h3 id={`schema-${day}`}>
            <time dateTime={day}>{dayIn(language, day)}</time>
          </h3>
          <p>{say(told)}</p>
          <p>{say("added")}</p>
          <Coordinates of={added} language={language} />
        </section>
      ))}
    </>
  );
};

const Coordinates = ({ of, language }: { readonly of: readonly string[]; readonly language: Language }) =>
  of.length === 0 ? null : (
    <ul>
      {of.map((coordinate) => (
        <li key={coordinate}>
          <a href={addressOfCoordinate(coordinate, language)}>
            <code>{coordinate}</code>
          </a>
        </li>
      ))}
    </ul>
  );

/** Where the reference tells of a coordinate: its type's page, at its field. */
export function addressOfCoordinate(coordinate: string, language: Language): string {
  const [name = "", member] = coordinate.split(/[.(]/);
  return `${addressOf(language, "schemaType", { name })}${member ? `#${member}` : ""}`;
}
