import type { FastifyReply, FastifyRequest } from "fastify";

// Written by the hub alone: within a text the quotes would be escaped.
const wrongDocument =
  /"code":"(?:GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|INVALID_GRAPHQL|BAD_USER_INPUT)"/;

const asksForPlainJson = (accept = ""): boolean =>
  /(?:^|,)\s*application\/json\s*(?:[;,]|$)/i.test(accept) && !accept.includes("graphql-response+json");

/**
 * Answers 200 to who asks for `application/json` by name with a document or variables that do not fit the schema: such
 * a client takes any other status for an answer of something between, and does not read the errors (GraphQL over HTTP,
 * « application/json »). Whoever asks otherwise learns it from the status, too.
 */
export const statusOfJson = async (
  { headers }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> => {
  if (reply.statusCode === 400 && asksForPlainJson(headers.accept) && typeof payload === "string")
    if (wrongDocument.test(payload)) reply.code(200);
  return payload;
};
