import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Language } from "../language.js";
import { failurePage } from "../page/error-pages.js";
import { formTooLarge } from "./sent-form.js";
import { plainFailure } from "./workspace-failures.js";
import type { WritePage } from "./write-page.js";

const tooLarge: ReadonlySet<string> = new Set([
  "FST_ERR_CTP_BODY_TOO_LARGE",
  "FST_REQ_FILE_TOO_LARGE",
  "FST_FILES_LIMIT",
  "FST_FIELDS_LIMIT",
  "FST_PARTS_LIMIT",
  formTooLarge,
]);

/** Says in words that what was sent cannot be taken, or that the page could not be made. */
export function sendError(
  error: FastifyError,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
  write: WritePage,
  log: Logger,
): Promise<FastifyReply> {
  const about = { language, addresses: null, token: null };
  const status = error.statusCode ?? 500;
  if (status < 500) {
    const failure = plainFailure(language, tooLarge.has(error.code) ? "tooLarge" : "unreadable");
    return write(reply.code(failure.status), failure.page, about);
  }
  log.error({ err: error, requestId: request.id }, "a page of the workspace could not be made");
  return write(reply.code(500), failurePage(language, "failed", request.id), about);
}
