import { HubError } from "../../subgraphs/index.js";

/** One question as it came in, with every part of the right kind. */
export interface Question {
  /** Null: a persisted query that is asked by its hash alone, which Apollo Server answers. */
  readonly query: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** What Fastify has read of a request. */
export interface ReadRequest {
  readonly method: string;
  readonly body: unknown;
  /** The address as it came over the wire. */
  readonly url: string;
}

/** What a request gives, by GET or POST, before any of it is judged. */
export const givenBy = ({ method, body, url }: ReadRequest): unknown =>
  method === "GET" ? parametersOf(url) : body;

/** Reads the question of a request, by GET or POST; throws the refusal of anything that is not exactly one question. */
export function readQuestion(request: ReadRequest): Question {
  const given = givenBy(request);
  if (Array.isArray(given)) throw new HubError("BATCH_REFUSED");
  if (typeof given !== "object" || given === null) throw unreadable("query");
  const { query: document, variables, operationName, extensions } = given as Record<string, unknown>;
  if (operationName !== undefined && operationName !== null && typeof operationName !== "string")
    throw unreadable("operationName");
  if (variables !== undefined && variables !== null && !isObject(variables)) throw unreadable("variables");
  if (extensions !== undefined && extensions !== null && !isObject(extensions))
    throw unreadable("extensions");
  const isPersisted = document === undefined && isObject(extensions) && "persistedQuery" in extensions;
  if (!isPersisted && (typeof document !== "string" || document === "")) throw unreadable("query");
  return {
    query: isPersisted ? null : (document as string),
    variables: (variables ?? {}) as Question["variables"],
    operationName: operationName || null,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// Read as Apollo Server reads them again: what is measured must be what is run. Fastify's own reading leaves a text
// encoded when one of its bytes is no UTF-8, and goes on after a `#`.
function parametersOf(url: string): Record<string, unknown> {
  if (!URL.canParse(url, anyHub)) throw unreadable("query");
  const { searchParams } = new URL(url, anyHub);
  const once = (name: string): string | undefined => {
    const [given, ...more] = searchParams.getAll(name);
    if (more.length > 0) throw unreadable(name);
    return given;
  };
  return {
    query: once("query"),
    operationName: once("operationName"),
    variables: jsonOf(once("variables")),
    extensions: jsonOf(once("extensions")),
  };
}

// Only what follows the path is read.
const anyHub = "http://127.0.0.1";

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const unreadable = (part: string): HubError =>
  new HubError("BAD_REQUEST", {
    reason: { fr: `« ${part} » n'a pas la forme attendue`, en: `“${part}” is not as expected` },
  });
