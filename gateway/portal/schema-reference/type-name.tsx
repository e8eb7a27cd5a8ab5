import { Fragment } from "preact";
import { getNamedType, type GraphQLType, isSpecifiedScalarType } from "graphql";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";

/** A type as the schema writes it, « [Observation!]! », with a link to its page. */
export const TypeName = ({ of, language }: { readonly of: GraphQLType; readonly language: Language }) => {
  const named = getNamedType(of);
  const [before = "", after = ""] = String(of).split(named.name);
  return (
    <code>
      {before}
      {isSpecifiedScalarType(named) ? (
        <Fragment>{named.name}</Fragment>
      ) : (
        <a href={addressOf(language, "schemaType", { name: named.name })}>{named.name}</a>
      )}
      {after}
    </code>
  );
};
