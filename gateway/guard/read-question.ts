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
  readonly query: unknown;
}

/** Reads the question of a request, by GET or POST; throws the refusal of anything that is not exactly one question. */
export function readQuestion({ method, body, query }: ReadRequest): Question {
  const given = method === "GET" ? parametersOf(query) : body;
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

function parametersOf(parameters: unknown): Record<string, unknown> {
  const { query, operationName, variables, extensions } = parameters as Record<string, unknown>;
  return { query, operationName, variables: jsonOf(variables), extensions: jsonOf(extensions) };
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== "string" || text === "") return text === "" ? undefined : text;
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
