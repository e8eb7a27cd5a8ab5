import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { portalFolder } from "../asking/portal-documents.js";

/** Reads the public schema, or the one that is promised, as it was committed with this version. */
export const readSchema = (file: "public.graphql" | "public.promised.graphql"): GraphQLSchema =>
  buildSchema(readFileSync(join(portalFolder, "..", "..", "schema", file), "utf8"));

/** The public schema that the pages speak of. */
export const publicSchema = readSchema("public.graphql");

/** Something of the schema whose use ends. */
export interface Deprecated {
  /** Type.field, Type.field(argument:) or Enum.VALUE. */
  readonly coordinate: string;
  readonly type: string;
  readonly reason: string;
}

/** The types of a schema that are its own, by name. */
export const typesOf = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** What is written under a type: fields, arguments and values, each with its coordinate. */
export function membersOf(type: GraphQLNamedType): readonly (Deprecated | { readonly coordinate: string })[] {
  const told = (coordinate: string, reason: string | null | undefined) =>
    reason ? { coordinate, type: type.name, reason } : { coordinate };
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name, deprecationReason }) => told(`${type.name}.${name}`, deprecationReason));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map(({ name, deprecationReason }) =>
      told(`${type.name}.${name}`, deprecationReason),
    );
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args, deprecationReason }) => [
    told(`${type.name}.${name}`, deprecationReason),
    ...args.map((argument) => told(`${type.name}.${name}(${argument.name}:)`, argument.deprecationReason)),
  ]);
}

/** Every coordinate of a schema, types included. */
export const coordinatesOf = (schema: GraphQLSchema): ReadonlySet<string> =>
  new Set(typesOf(schema).flatMap((type) => [type.name, ...membersOf(type).map((one) => one.coordinate)]));

/** What of a schema is deprecated, with what takes its place. */
export const deprecatedIn = (schema: GraphQLSchema): readonly Deprecated[] =>
  typesOf(schema).flatMap((type) =>
    membersOf(type).filter((member): member is Deprecated => "reason" in member),
  );

/** The types whose fields give a type, by name. */
export const usersOf = (schema: GraphQLSchema, name: string): readonly string[] =>
  typesOf(schema)
    .filter(
      (type) =>
        (isObjectType(type) || isInterfaceType(type)) &&
        Object.values(type.getFields()).some((field) => getNamedType(field.type).name === name),
    )
    .map((type) => type.name);
