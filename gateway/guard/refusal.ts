import type { GraphQLFormattedError } from "graphql";
import { HubError, type refusals } from "../../subgraphs/index.js";

export type RefusalCode = keyof typeof refusals;

/** What a refused caller is told, and the status of the answer. */
export interface Refusal {
  readonly status: number;
  readonly error: GraphQLFormattedError;
}

const statusOf: Partial<Record<RefusalCode, number>> = {
  ONLY_QUERIES_BY_GET: 405,
  UNSUPPORTED_CONTENT: 415,
  TOO_MANY_REQUESTS: 429,
  // A part of the protocol rather than a mistake: who asks sends the document next.
  PERSISTED_QUERY_NOT_FOUND: 200,
  OPERATION_NOT_IN_MANIFEST: 403,
};

/** A refusal of the table of errors, with the status that HTTP has for it. */
export function refusalOf(error: HubError, more: Partial<GraphQLFormattedError> = {}): Refusal {
  return {
    status: statusOf[error.extensions.code as RefusalCode] ?? 400,
    error: { ...error.toJSON(), ...more },
  };
}
