import { Extensions } from "type-graphql";
import type { AccessRule, RuleWord } from "./field-rules/access-rule.js";

const ruleKey = "accessRule";

/**
 * Says who reads a field, or every field of an object type: who has one of the scopes, or any token when none is named.
 * The rule of a field stands before that of its type.
 */
export const Authorized = (...words: readonly RuleWord[]): ReturnType<typeof Extensions> =>
  Extensions({ [ruleKey]: words });

/** The rule that a field or an object type carries, if any. */
export const ruleOn = (extensions: Readonly<Record<string, unknown>>): AccessRule | undefined =>
  extensions[ruleKey] as AccessRule | undefined;
