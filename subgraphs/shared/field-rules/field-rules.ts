import { type GraphQLField, type GraphQLSchema, isIntrospectionType, isObjectType } from "graphql";
import type { AccessRule } from "./access-rule.js";
import { ruleOn } from "../authorized.js";

/** The rule of every field, by its coordinate `Type.field`. */
export type FieldRules = ReadonlyMap<string, AccessRule>;

/** Reads the rule of every field of every object type; throws when one has none, or two that contradict each other. */
export function fieldRulesOf(schema: GraphQLSchema): FieldRules {
  const rules = new Map<string, AccessRule>();
  const problems: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const rule = ruleOn(field.extensions) ?? ruleOn(type.extensions);
      if (isPublic(field) && rule)
        problems.push(`${coordinate}: @Public() and @Authorized(…) contradict each other; keep one`);
      else if (isPublic(field)) rules.set(coordinate, "public");
      else if (rule) rules.set(coordinate, rule);
      else
        problems.push(`${coordinate}: no rule; expected @Public(), or @Authorized(…) on it or on its type`);
    }
  }
  if (problems.length > 0) throw new Error(`fields without a rule:\n  ${problems.join("\n  ")}`);
  return rules;
}

const isPublic = ({ astNode }: GraphQLField<unknown, unknown>): boolean =>
  (astNode?.directives ?? []).some(
    (directive) =>
      directive.name.value === "tag" &&
      directive.arguments?.some(({ value }) => value.kind === "StringValue" && value.value === "public"),
  );
