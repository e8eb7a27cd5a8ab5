import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * Gives every answer the number under which the log tells more: as `x-request-id`, and in each error. The number is
 * the hub's own; one that comes from outside is not believed.
 */
export function tellRequestId(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onSend", async (request: FastifyRequest, reply: FastifyReply, payload: unknown) =>
    reply.statusCode >= 400 && typeof payload === "string" ? withRequestId(payload, request.id) : payload,
  );
}

interface Told {
  errors?: { extensions?: Record<string, unknown> }[];
}

function withRequestId(payload: string, requestId: string): string {
  if (!payload.startsWith("{")) return payload;
  const answer = JSON.parse(payload) as Told;
  if (!Array.isArray(answer.errors)) return payload;
  for (const error of answer.errors) error.extensions = { ...error.extensions, requestId };
  return JSON.stringify(answer);
}
