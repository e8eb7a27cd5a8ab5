import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";

/** Says whether an object that calls itself `typename` satisfies a condition of a plan. */
export type TypeConditions = (condition: string, typename: string) => boolean;

/** The conditions of a supergraph; an interface satisfies another that it implements, as interface objects need. */
export function typeConditionsOf(supergraph: GraphQLSchema): TypeConditions {
  const kept = new Map<string, ReadonlySet<string>>();
  return (condition, typename) => {
    if (condition === typename) return true;
    let names = kept.get(condition);
    if (!names) kept.set(condition, (names = subtypesOf(supergraph, condition)));
    return names.has(typename);
  };
}

function subtypesOf(schema: GraphQLSchema, name: string): ReadonlySet<string> {
  const type = schema.getType(name);
  if (!isAbstractType(type)) return new Set();
  const names = Object.values(schema.getTypeMap())
    .filter((other) => (isObjectType(other) || isInterfaceType(other)) && schema.isSubType(type, other))
    .map((other) => other.name);
  return new Set(names);
}
