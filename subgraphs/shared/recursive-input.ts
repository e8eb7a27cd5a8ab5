import {
  type DocumentNode,
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  typeFromAST,
  type TypeNode,
} from "graphql";

/** True when a variable of an operation is of an input type that holds itself, however far down. */
export const takesRecursiveInput = (schema: GraphQLSchema, document: DocumentNode): boolean =>
  document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
    )
    .some(({ type }) => {
      const named = getNamedType(typeFromAST(schema, type as TypeNode & { kind: Kind.NAMED_TYPE }));
      return isInputObjectType(named) && holdsItself(named, []);
    });

function holdsItself(type: GraphQLInputObjectType, above: readonly GraphQLInputObjectType[]): boolean {
  if (above.includes(type)) return true;
  return Object.values(type.getFields())
    .map((field) => getNamedType(field.type))
    .some((held) => isInputObjectType(held) && holdsItself(held, [...above, type]));
}
