import { defaultFieldResolver, type GraphQLFieldResolver } from "graphql";
import { type AccessRule, mayRead, notAllowed } from "./access-rule.js";
import type { SubgraphContext } from "../context.js";
import type { FieldRules } from "./field-rules.js";

type Resolve = GraphQLFieldResolver<unknown, SubgraphContext>;
/** Resolvers by type, then by field; a field that is not in it is read as a plain property. */
export type ResolverMap = Record<string, Record<string, unknown>>;

/** Puts its rule in front of every field that is not public, whichever way the field is reached. */
export function guardFields(resolvers: ResolverMap, rules: FieldRules): void {
  for (const [coordinate, rule] of rules) {
    if (rule === "public") continue;
    const [type = "", field = ""] = coordinate.split(".");
    const ofType = (resolvers[type] ??= {});
    ofType[field] = guarded((ofType[field] as Resolve | undefined) ?? defaultFieldResolver, rule);
  }
}

// Synchronous: a promise for each scalar would cost more than reading it.
const guarded =
  (resolve: Resolve, rule: AccessRule): Resolve =>
  (source, values, context, query) => {
    if (!mayRead(rule, context.principal)) throw notAllowed(rule);
    return resolve(source, values, context, query);
  };
