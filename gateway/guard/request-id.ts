import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * Gives every answer the number under which the log tells more: as `x-request-id`, and in each error. The number is
 * the hub's own; one that comes from outside is not believed.
 */
export function tellRequestId(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  // A refusal gets its number before it becomes text; Apollo hands over text already.
  app.addHook("preSerialization", async (request, _reply, payload) => numbered(payload, request.id));
  app.addHook("onSend", async (request: FastifyRequest, reply: FastifyReply, payload: unknown) =>
    reply.statusCode >= 400 && typeof payload === "string" && !payload.includes(request.id)
      ? textNumbered(payload, request.id)
      : payload,
  );
}

interface Told {
  readonly errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

const hasErrors = (answer: unknown): answer is Told =>
  typeof answer === "object" && answer !== null && Array.isArray((answer as Partial<Told>).errors);

const numbered = (answer: unknown, requestId: string): unknown =>
  hasErrors(answer)
    ? {
        ...answer,
        errors: answer.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId },
        })),
      }
    : answer;

const textNumbered = (payload: string, requestId: string): string =>
  payload.startsWith("{") ? JSON.stringify(numbered(JSON.parse(payload), requestId)) : payload;
