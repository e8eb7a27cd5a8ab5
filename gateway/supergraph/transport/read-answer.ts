import { NoAnswer } from "./no-answer.js";
import type { SubgraphAnswer } from "./transport.js";

// GraphQL over HTTP, s. 6.4: by this type the subgraph itself speaks, whatever the status; by plain JSON it could be
// something in between, unless the status is 2xx.
const ofGraphQL = "application/graphql-response+json";
const ofJson = "application/json";

/** Reads the answer in an HTTP response; throws NoAnswer when there is none in it. */
export function readAnswer(status: number, contentType: string, text: string): SubgraphAnswer {
  const type = contentType.split(";", 1)[0]!.trim().toLowerCase();
  const isOk = status >= 200 && status < 300;
  if (type !== ofGraphQL && type !== ofJson)
    throw new NoAnswer("unreadable", `the subgraph answered ${status} with “${type}”`);
  const answer = answerIn(text);
  if (answer && (isOk || type === ofGraphQL)) return answer;
  if (answer || (status >= 400 && status < 500))
    throw new NoAnswer("turned-away", `the subgraph answered ${status}`);
  throw new NoAnswer("unreadable", `the subgraph answered ${status}, and no GraphQL`);
}

function answerIn(text: string): SubgraphAnswer | null {
  const read = parsed(text);
  if (typeof read !== "object" || read === null) return null;
  const { data, errors = null } = read as { data?: unknown; errors?: unknown };
  const hasErrors = Array.isArray(errors) && errors.length > 0;
  if (errors !== null && !Array.isArray(errors)) return null;
  if (typeof data !== "object" || Array.isArray(data))
    return data === undefined && hasErrors ? (read as SubgraphAnswer) : null;
  if (data === null && !hasErrors) return null;
  // Some servers write `errors: null` of an answer without any.
  if (!hasErrors) delete (read as { errors?: unknown }).errors;
  return read as SubgraphAnswer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
