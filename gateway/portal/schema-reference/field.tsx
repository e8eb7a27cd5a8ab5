import type { GraphQLArgument, GraphQLField, GraphQLInputField } from "graphql";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { Deprecation } from "./deprecation.js";
import { Description } from "./description.js";
import { TypeName } from "./type-name.js";
import { schemaWords } from "./words.js";

/** A field under its own anchor, with its type and its arguments. */
export const Field = ({
  of,
  language,
}: {
  readonly of: GraphQLField<unknown, unknown> | GraphQLInputField;
  readonly language: Language;
}) => (
  <section class="schema-field" aria-labelledby={of.name}>
    <h3 id={of.name}>
      <code>{of.name}</code>
    </h3>
    <p>
      <TypeName of={of.type} language={language} />
    </p>
    <p>
      <Description of={of.description} language={language} />
    </p>
    <Deprecation reason={of.deprecationReason} language={language} />
    {"args" in of && of.args.length > 0 && <Arguments of={of.args} field={of.name} language={language} />}
  </section>
);

const Arguments = ({
  of,
  field,
  language,
}: {
  readonly of: readonly GraphQLArgument[];
  readonly field: string;
  readonly language: Language;
}) => {
  const say = schemaWords(language);
  return (
    <Scroll label={say("arguments", { field })}>
      <table>
        <caption>{say("arguments", { field })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("argument")}</th>
            <th scope="col">{say("type")}</th>
            <th scope="col">{say("meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ name, type, description, defaultValue, deprecationReason }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <TypeName of={type} language={language} />
                {defaultValue !== undefined && (
                  <>
                    {" "}
                    ({say("byDefault")} <code>{JSON.stringify(defaultValue)}</code>)
                  </>
                )}
              </td>
              <td>
                <Description of={description} language={language} />
                <Deprecation reason={deprecationReason} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
