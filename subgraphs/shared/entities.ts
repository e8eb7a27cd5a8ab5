import type { GraphQLSchema } from "graphql";
import type { SubgraphContext } from "./context.js";

/** Finds an entity by its key for another subgraph; null when there is none. */
export type ReferenceResolver = (
  reference: Record<string, string>,
  context: SubgraphContext,
) => Promise<unknown> | unknown;

interface Typed {
  __typename?: string;
}

/**
 * Answers `_entities` by the subgraph's own references. The library's way makes a promise for every representation, also
 * where the key alone stands for the entity.
 */
export function findEntities(
  schema: GraphQLSchema,
  references: Readonly<Record<string, ReferenceResolver>>,
): void {
  const field = schema.getQueryType()?.getFields()._entities;
  if (!field) return;
  const known = new Map(Object.entries(references));
  field.resolve = (
    _source,
    { representations }: { representations: readonly Record<string, string>[] },
    context,
  ) =>
    representations.map((representation) => {
      const { __typename = "" } = representation;
      const find = known.get(__typename);
      if (!find) return new Error(`_entities: ${__typename} is no entity of this subgraph`);
      const found = find(representation, context as SubgraphContext);
      return found instanceof Promise
        ? found.then((entity) => typed(entity, __typename), asError)
        : typed(found, __typename);
    });
}

// graphql-jit puts the null of a rejected item at the end of the list; that of an item that is an error, in its place.
const asError = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error("an entity was not found", { cause: reason });

/** The entity, with the name of its type: by it `_Entity`, a union, is told apart. */
function typed(entity: unknown, name: string): unknown {
  if (typeof entity === "object" && entity !== null) (entity as Typed).__typename = name;
  return entity;
}
