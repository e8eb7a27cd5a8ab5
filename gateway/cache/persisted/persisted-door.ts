import type { FastifyInstance, FastifyRequest } from "fastify";
import { HubError, isRefusal } from "../../../subgraphs/index.js";
import { givenBy } from "../../guard/read-question.js";
import { refusalOf } from "../../guard/refusal.js";
import type { GivenHash, PersistedDocuments } from "./persisted-documents.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Asked by its hash alone: what runs was known before. */
    isPersisted: boolean;
  }
}

/**
 * Puts documents in the place of their hashes, before the guard: what it measures is what is run, and nothing behind this
 * knows of hashes. In a door's scope, before its routes.
 */
export function persistedDoor(
  door: FastifyInstance,
  documents: PersistedDocuments,
  onRefusal: (code: string, requestId: string) => void,
): void {
  door.decorateRequest("isPersisted", false);
  door.addHook("preValidation", async (request, reply) => {
    try {
      replaceHash(request, documents);
      return undefined;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { status, error: told } = refusalOf(error as HubError);
      onRefusal(String(error.extensions.code), request.id);
      return reply
        .code(status)
        .header("cache-control", "no-store")
        .send({ errors: [told] });
    }
  });
}

function replaceHash(request: FastifyRequest, documents: PersistedDocuments): void {
  const { method, body, raw } = request;
  if (method !== "GET" && method !== "POST") return;
  const given = givenBy({ method, body, url: raw.url ?? "" });
  // What is no single question is the guard's to refuse.
  if (typeof given !== "object" || given === null || Array.isArray(given)) return;
  const { query, extensions, ...others } = given as Record<string, unknown>;
  const hash = hashIn(extensions);
  const isText = typeof query === "string" && query !== "";
  if (!isText && (hash === null || (query !== undefined && query !== null))) return;
  const document = documents.documentOf(isText ? query : null, hash);
  if (hash === null) return;
  request.isPersisted = !isText;
  if (method === "POST") {
    request.body = { ...others, query: document };
    return;
  }
  // A request by a hash alone runs what is known: another site gains nothing by having a browser send it.
  if (!isText) raw.headers["apollo-require-preflight"] ??= "1";
  (raw as { originalUrl?: string | undefined }).originalUrl = raw.url;
  raw.url = `${request.routeOptions.url ?? ""}?${parametersOf(document, others)}`;
}

function parametersOf(query: string, others: Record<string, unknown>): string {
  const parameters = new URLSearchParams({ query });
  for (const [name, value] of Object.entries(others))
    if (value !== undefined) parameters.set(name, typeof value === "string" ? value : JSON.stringify(value));
  return parameters.toString();
}

const isHash = (word: unknown): word is string => typeof word === "string" && /^[\da-f]{64}$/.test(word);

/** The hash that a request gives; null without one. Throws on one of another form. */
function hashIn(extensions: unknown): GivenHash | null {
  if (typeof extensions !== "object" || extensions === null) return null;
  const { persistedQuery } = extensions as { persistedQuery?: unknown };
  if (persistedQuery === undefined || persistedQuery === null) return null;
  const { version, sha256Hash } = persistedQuery as { version?: unknown; sha256Hash?: unknown };
  if ((version !== undefined && version !== 1) || !isHash(sha256Hash))
    throw new HubError("BAD_REQUEST", {
      reason: {
        fr: "« extensions.persistedQuery » n'a pas la forme attendue : version 1 et sha256Hash",
        en: "“extensions.persistedQuery” is not as expected: version 1 and sha256Hash",
      },
    });
  return { sha256Hash };
}
