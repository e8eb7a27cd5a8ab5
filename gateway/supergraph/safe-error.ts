import type { GraphQLFormattedError } from "graphql";
import { HubError, refusals } from "../../subgraphs/index.js";

// Complaints of Apollo Server and graphql-js about the caller's own document; their words are safe.
const callersOwn = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** What a caller may see of an error: its code, place and words when they are ours, else only that a part is down. */
export function safeError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { code, family, messages, place, requestId } = formatted.extensions ?? {};
  const where = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  if (typeof code === "string" && code in refusals) {
    const told = Object.fromEntries(
      Object.entries({ code, family, messages, place, requestId }).filter(([, value]) => value !== undefined),
    );
    return { message: formatted.message, ...where, extensions: told };
  }
  if (typeof code === "string" && callersOwn.has(code)) {
    return { message: formatted.message, ...where, extensions: { code, family: "INVALID_INPUT" } };
  }
  const hidden = new HubError("SUBGRAPH_UNAVAILABLE");
  return { message: hidden.message, ...where, extensions: hidden.extensions };
}
