import {
  type GraphQLFieldResolver,
  GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { mapSchema, MapperKind } from "@graphql-tools/utils";
import { Supergraph } from "@apollo/federation-internals";
import type { Federation } from "../federation/federation.js";
import { nullable } from "../federation/nullable.js";
import type { Thing } from "../world/thing.js";

/** The one schema of a whole federation, each of whose fields is answered by the resolver made for it. */
export function mergedSchema(
  { supergraphSdl }: Federation,
  isNullable: boolean,
  resolverOf: (type: string, field: string) => GraphQLFieldResolver<Thing | undefined, never>,
): GraphQLSchema {
  const read = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const schema = isNullable ? withoutPromises(read) : read;
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isAbstractType(type)) type.resolveType = (thing: Thing) => thing.typename;
    if (isObjectType(type))
      for (const field of Object.values(type.getFields()))
        field.resolve = resolverOf(type.name, field.name) as NonNullable<typeof field.resolve>;
  }
  return schema;
}

const withoutPromises = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => ({ ...field, type: nullable(field.type) }),
    [MapperKind.INTERFACE_FIELD]: (field) => ({ ...field, type: nullable(field.type) }),
  });

/** The type as a caller may ask of it. */
export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type))
    throw new Error(`${name} is ${isInterfaceType(type) ? "an interface" : "no object"}`);
  return type;
}
