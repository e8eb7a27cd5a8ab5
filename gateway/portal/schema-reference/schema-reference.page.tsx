import { type GraphQLNamedType, isEnumType, isInputObjectType, isObjectType, isScalarType } from "graphql";
import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { Description } from "./description.js";
import { membersOf, publicSchema, typesOf } from "./public-schema.js";
import { schemaWords } from "./words.js";

const kinds = [
  ["kindObject", isObjectType],
  ["kindEnum", isEnumType],
  ["kindScalar", isScalarType],
  ["kindInput", isInputObjectType],
] as const;

/** The public schema's types, each with its page. */
export const schemaReferencePage: Page = {
  name: "schema reference",
  path: paths.schemaReference,
  async show({ language }) {
    const say = schemaWords(language);
    const types = typesOf(publicSchema);
    const members = types.reduce((count, type) => count + membersOf(type).length, 0);
    return {
      title: say("title"),
      description: say("description"),
      crumbs: [{ label: say("data"), href: addressOf(language, "developers") }],
      body: (
        <>
          <p>{say("lead")}</p>
          <p>
            {say("count", { types: types.length, members })}{" "}
            <a href={addressOf(language, "schemaType", { name: "Query" })}>{say("start")}</a> {say("file")}
          </p>
          {kinds.map(([kind, isOfKind]) => (
            <Types key={kind} kind={kind} of={types.filter((type) => isOfKind(type))} language={language} />
          ))}
        </>
      ),
    };
  },
};

const Types = ({
  kind,
  of,
  language,
}: {
  readonly kind: (typeof kinds)[number][0];
  readonly of: readonly GraphQLNamedType[];
  readonly language: Language;
}) =>
  of.length === 0 ? null : (
    <>
      <h2>{schemaWords(language)(kind)}</h2>
      <dl class="schema-types">
        {of.map(({ name, description }) => (
          <div key={name}>
            <dt>
              <a href={addressOf(language, "schemaType", { name })}>
                <code>{name}</code>
              </a>
            </dt>
            <dd>
              <Description of={description} language={language} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
