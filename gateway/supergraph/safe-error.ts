import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { HubError, refusals } from "../../subgraphs/index.js";

// Complaints of Apollo Server and graphql-js about the caller's own document, whose words are safe; and what they are
// about, in both languages.
const callersOwn: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  GRAPHQL_PARSE_FAILED: { fr: "Le document ne se lit pas", en: "The document cannot be read" },
  GRAPHQL_VALIDATION_FAILED: {
    fr: "Le document ne suit pas le schéma",
    en: "The document does not follow the schema",
  },
  // The planner's own checks, which are stricter than graphql-js for what is newer than the planner.
  INVALID_GRAPHQL: {
    fr: "Le document ne suit pas le schéma",
    en: "The document does not follow the schema",
  },
  BAD_USER_INPUT: { fr: "Une valeur ne convient pas", en: "A value does not fit" },
  BAD_REQUEST: { fr: "La requête ne convient pas", en: "The request does not fit" },
  OPERATION_RESOLUTION_FAILURE: {
    fr: "L'opération demandée n'est pas dans le document",
    en: "The operation asked for is not in the document",
  },
  PERSISTED_QUERY_NOT_FOUND: { fr: "Document inconnu", en: "Unknown document" },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    fr: "Les documents enregistrés ne sont pas acceptés",
    en: "Persisted documents are not accepted",
  },
};

// Apollo Server has no code for a request that a browser could be made to send, only these words.
const isCrossSite = (message: string): boolean =>
  message.includes("potential Cross-Site Request Forgery") ||
  message.startsWith("GET requests may not have a content-type header");

/** What a caller may see of an error: its code, place and words when they are ours; anything else only goes to the log. */
export const safeError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { code, family, messages, place, requestId } = formatted.extensions ?? {};
    const where = {
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    };
    // With its messages it is of our table; graphql-js has codes of the same name.
    if (typeof code === "string" && Object.hasOwn(refusals, code) && messages !== undefined) {
      const told = Object.fromEntries(
        Object.entries({ code, family, messages, place, requestId }).filter(
          ([, value]) => value !== undefined,
        ),
      );
      return { message: formatted.message, ...where, extensions: told };
    }
    if (typeof code === "string" && Object.hasOwn(callersOwn, code)) {
      if (isCrossSite(formatted.message)) return new HubError("CROSS_SITE_REQUEST").toJSON();
      return { ...where, ...inBothLanguages(code, formatted.message) };
    }
    log.error({ err: error }, "gateway failed");
    return { ...new HubError("INTERNAL").toJSON(), ...where };
  };

function inBothLanguages(code: string, words: string): Pick<GraphQLFormattedError, "message" | "extensions"> {
  const about = callersOwn[code]!;
  const told = withoutSuggestion(words);
  const messages = { fr: `${about.fr} : ${told}`, en: `${about.en}: ${told}` };
  return { message: messages.fr, extensions: { code, family: "INVALID_INPUT", messages } };
}

// A suggestion would spell out names that a schema behind a token keeps to itself.
const withoutSuggestion = (words: string): string =>
  words
    .replace(/ ?Did you mean [^?]*\?/g, "")
    .replace(/\s+/g, " ")
    .trim();
