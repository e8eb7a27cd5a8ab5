import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
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

/** What a caller may see of an error: its code, place and words when they are ours; anything else only goes to the log. */
export const safeError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { code, family, messages, place, requestId } = formatted.extensions ?? {};
    const where = {
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    };
    if (typeof code === "string" && code in refusals) {
      const told = Object.fromEntries(
        Object.entries({ code, family, messages, place, requestId }).filter(
          ([, value]) => value !== undefined,
        ),
      );
      return { message: formatted.message, ...where, extensions: told };
    }
    if (typeof code === "string" && callersOwn.has(code)) {
      return { message: formatted.message, ...where, extensions: { code, family: "INVALID_INPUT" } };
    }
    log.error({ err: error }, "gateway failed");
    return { ...new HubError("INTERNAL").toJSON(), ...where };
  };
