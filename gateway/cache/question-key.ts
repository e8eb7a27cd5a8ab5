import { createHash } from "node:crypto";
import { getVariableValues, type GraphQLSchema } from "graphql";
import { canonicalJson } from "../../subgraphs/index.js";
import type { AskedOperation } from "../guard/guard.js";
import type { AnswerOf } from "./kept-answer.js";

/** The variables of an operation as it takes them: those that it declares, defaults filled in; null when one is wrong. */
export function takenVariables(
  schema: GraphQLSchema,
  { operation, variables }: AskedOperation,
): Readonly<Record<string, unknown>> | null {
  const declared = operation.variableDefinitions ?? [];
  if (declared.length === 0) return {};
  return getVariableValues(schema, declared, variables).coerced ?? null;
}

/** What a question is known by: the same for whoever asks the same, however they write their variables. */
export function answerOf(
  { query, operation }: AskedOperation,
  variables: Readonly<Record<string, unknown>>,
  accept: string,
): AnswerOf {
  const name = operation.name?.value ?? null;
  const hash = createHash("sha256")
    .update(query)
    .update("\0")
    .update(name ?? "")
    .update("\0")
    .update(canonicalJson(variables))
    .update("\0")
    .update(accept)
    .digest();
  return { key: hash.toString("base64"), count: hash.readInt32LE(0), operation: name };
}
