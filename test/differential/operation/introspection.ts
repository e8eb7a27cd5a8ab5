import { type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from "graphql";
import type { Chance } from "./chance.js";

const asked = [
  "__schema { queryType { name } mutationType { name } directives { name args { name } } }",
  "__schema { types { name kind } }",
  `__type(name: "TYPE") { kind name fields(includeDeprecated: true) { name type { kind name ofType { kind name } } args { name defaultValue } } }`,
  `__type(name: "TYPE") { name interfaces { name } possibleTypes { __typename name } enumValues { name } inputFields { name } }`,
  '__type(name: "Absent") { name }',
];

/** A question about the schema itself. */
export function introspection(chance: Chance, schema: GraphQLSchema, place: number): FieldNode {
  const types = Object.keys(schema.getTypeMap());
  const written = chance.pick(asked).replace("TYPE", chance.pick(types));
  const [operation] = parse(`{ i${place}: ${written} }`, { noLocation: true }).definitions;
  const [field] = (operation as OperationDefinitionNode).selectionSet.selections;
  if (field?.kind !== Kind.FIELD) throw new Error(`no field: ${written}`);
  return field;
}
