import type { GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { AskedOperation } from "../guard/guard.js";
import type { KnownChanges, Watched } from "./changes/known-changes.js";
import { readsOf } from "./reads.js";
import type { ToldFrom } from "./told-from.js";

/** What to look at for the answer to a question. */
export type WatchOf = (asked: AskedOperation, variables: Readonly<Record<string, unknown>>) => Watched;

/** Finds out what a question reads; once an operation, for as long as its document is kept. */
export function watchesOf(schema: () => GraphQLSchema, toldFrom: ToldFrom, changes: KnownChanges): WatchOf {
  const known = new WeakMap<
    OperationDefinitionNode,
    (variables: Readonly<Record<string, unknown>>) => Watched
  >();
  return ({ document, operation }, variables) => {
    let watch = known.get(operation);
    if (!watch) {
      const { needsWith, isFixed, isKnown } = readsOf(schema(), toldFrom, document, operation);
      const fixed =
        isKnown && !isFixed ? null : isKnown ? changes.watchOf(needsWith({})) : changes.watchOfAll();
      watch = (given) => fixed ?? changes.watchOf(needsWith(given));
      known.set(operation, watch);
    }
    return watch(variables);
  };
}
