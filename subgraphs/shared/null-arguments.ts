import { type GraphQLArgument, type GraphQLSchema, isIntrospectionType, isObjectType } from "graphql";

type Arguments = Record<string, unknown>;

/**
 * Makes every resolver see an argument given as null as one left out: clients write both to say « no filter ».
 * An argument with a default then has it; what stands inside an input object stays as it was given.
 */
export function leaveOutNullArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // The types of introspection are the library's: one of each, in every schema of a process.
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || field.args.length === 0) continue;
      field.resolve = (source, given: Arguments, context, query) =>
        resolve(source, withoutNulls(given, field.args), context, query);
    }
  }
}

const withoutNulls = (given: Arguments, known: readonly GraphQLArgument[]): Arguments =>
  Object.fromEntries(
    known.flatMap(({ name, defaultValue }) => {
      const value = given[name] ?? defaultValue;
      return value === undefined ? [] : [[name, value]];
    }),
  );
