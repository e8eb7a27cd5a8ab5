import {
  type ASTNode,
  type DocumentNode,
  type GraphQLOutputType,
  GraphQLList,
  isListType,
  isNonNullType,
  Kind,
  type TypeNode,
  visit,
} from "graphql";

/** A document of types in which every field of an object or interface may be null, at every level. */
export const nullableDocument = (document: DocumentNode): DocumentNode =>
  visit(document, {
    FieldDefinition: (field) => ({ ...field, type: withoutBangs(field.type) }),
  }) as ASTNode as DocumentNode;

function withoutBangs(type: TypeNode): TypeNode {
  if (type.kind === Kind.NON_NULL_TYPE) return withoutBangs(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...type, type: withoutBangs(type.type) } : type;
}

/** The same type, without its promises that something is there. */
export function nullable(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return nullable(type.ofType);
  return isListType(type) ? new GraphQLList(nullable(type.ofType)) : type;
}
