import {
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { type ClassType, getMetadataStorage } from "type-graphql";
import type { SubgraphContext } from "./context.js";

type Arguments = Record<string, unknown>;
type Resolve = GraphQLFieldResolver<unknown, SubgraphContext, Arguments>;
/** What one parameter of a resolver's method takes. */
type Taken = (source: unknown, given: Arguments, context: SubgraphContext) => unknown;
type Method = (this: unknown, ...taken: unknown[]) => unknown;

const storage = getMetadataStorage();
type Handler = (typeof storage.queries)[number];
type Parameter = NonNullable<Handler["params"]>[number];

/**
 * Has the fields of the given resolver classes call their methods with what these take: the object, the context, values
 * of scalars and enums. type-graphql makes a promise for every argument and a copy of every object that is not an
 * instance of its class; the fields that take inputs, which it turns into instances, are left to it.
 */
export function callResolversDirectly(schema: GraphQLSchema, resolvers: readonly ClassType[]): void {
  const instances = new Map(resolvers.map((resolver) => [resolver, new (resolver as new () => object)()]));
  const direct = (type: GraphQLObjectType, handler: Handler): void => {
    const instance = instances.get(handler.target as ClassType);
    const field = type.getFields()[handler.schemaName];
    if (!instance || !field || handler.middlewares?.length) return;
    const parameters = [...(handler.params ?? [])].sort((one, other) => one.index - other.index);
    const taken = parameters.map((parameter) => takenBy(parameter, field.args));
    if (taken.every((take) => take !== null))
      field.resolve = calling((instance as Record<string, Method>)[handler.methodName]!, instance, taken);
  };
  for (const handler of storage.queries) direct(schema.getQueryType()!, handler);
  for (const handler of storage.mutations)
    if (schema.getMutationType()) direct(schema.getMutationType()!, handler);
  for (const handler of storage.fieldResolvers) {
    const owner = handler.kind === "external" && handler.getObjectType?.();
    const type = schema.getType(storage.objectTypes.find(({ target }) => target === owner)?.name ?? "");
    if (isObjectType(type)) direct(type, handler as never);
  }
}

function takenBy(parameter: Parameter, known: readonly GraphQLArgument[]): Taken | null {
  if (parameter.kind === "context" && !parameter.propertyName) return (_source, _given, context) => context;
  if (parameter.kind === "root" && !parameter.propertyName) return (source) => source;
  if (parameter.kind !== "arg" || isInput(parameter.getType())) return null;
  const { name } = parameter;
  const { defaultValue } = known.find((argument) => argument.name === name)!;
  return (_source, given) => given[name] ?? defaultValue;
}

const isInput = (type: unknown): boolean => storage.inputTypes.some(({ target }) => target === type);

const calling =
  (method: Method, instance: unknown, taken: readonly Taken[]): Resolve =>
  (source, given, context) =>
    method.apply(
      instance,
      taken.map((take) => take(source, given, context)),
    );
