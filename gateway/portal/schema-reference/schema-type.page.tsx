import {
  type GraphQLEnumType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { Deprecation } from "./deprecation.js";
import { Description } from "./description.js";
import { Field } from "./field.js";
import { publicSchema, usersOf } from "./public-schema.js";
import { schemaWords } from "./words.js";

/** One type of the public schema. */
export const schemaTypePage: Page = {
  name: "schema type",
  path: paths.schemaType,
  async show({ language, params }) {
    const type = publicSchema.getType(params.name ?? "");
    if (!type || type.name.startsWith("__") || isSpecifiedScalarType(type)) return null;
    const say = schemaWords(language);
    return {
      title: titleOf(type, language),
      description: say("typeDescription", { name: type.name }),
      crumbs: [
        { label: say("data"), href: addressOf(language, "developers") },
        { label: say("title"), href: addressOf(language, "schemaReference") },
      ],
      body: (
        <>
          <p>
            <Description of={type.description} language={language} />
          </p>
          {(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) && (
            <>
              <h2>{say("fields")}</h2>
              {Object.values(type.getFields()).map((field) => (
                <Field key={field.name} of={field} language={language} />
              ))}
            </>
          )}
          {isEnumType(type) && <EnumValues of={type} language={language} />}
          <Users of={type} language={language} />
        </>
      ),
    };
  },
};

function titleOf(type: GraphQLNamedType, language: Language): string {
  const say = schemaWords(language);
  const { name } = type;
  if (isEnumType(type)) return say("enumTitle", { name });
  if (isScalarType(type)) return say("scalarTitle", { name });
  return isInputObjectType(type) ? say("inputTitle", { name }) : say("typeTitle", { name });
}

const EnumValues = ({ of, language }: { readonly of: GraphQLEnumType; readonly language: Language }) => (
  <>
    <h2>{schemaWords(language)("values")}</h2>
    <dl class="schema-types">
      {of.getValues().map(({ name, description, deprecationReason }) => (
        <div key={name} id={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <Description of={description} language={language} />
            <Deprecation reason={deprecationReason} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  </>
);

const Users = ({ of, language }: { readonly of: GraphQLNamedType; readonly language: Language }) => {
  const users = usersOf(publicSchema, of.name);
  return users.length === 0 ? null : (
    <>
      <h2>{schemaWords(language)("users")}</h2>
      <ul>
        {users.map((name) => (
          <li key={name}>
            <a href={addressOf(language, "schemaType", { name })}>
              <code>{name}</code>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
