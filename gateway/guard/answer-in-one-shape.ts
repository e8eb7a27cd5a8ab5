import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { HubError, type ToldValue } from "../../subgraphs/index.js";
import { unsupported } from "./content.js";

// Why a request could not be read, by the framework's codes; its own words stay inside.
const reasons: Readonly<Record<string, ToldValue>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { fr: "corps trop long", en: "body too long" },
  FST_ERR_CTP_EMPTY_JSON_BODY: { fr: "corps vide", en: "empty body" },
  FST_ERR_CTP_INVALID_JSON_BODY: { fr: "JSON mal formé", en: "malformed JSON" },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    fr: "longueur annoncée fausse",
    en: "wrong length announced",
  },
};
const otherwise: ToldValue = { fr: "requête mal formée", en: "malformed request" };

/** Broken JSON, a body too large, an unknown content: the same shape as every other error of the hub. */
export const answerInOneShape =
  (log: Logger) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error.statusCode ?? 500;
    const answer = (told: HubError): FastifyReply => reply.send({ errors: [told.toJSON()] });
    if (status >= 500) {
      log.error({ err: error, requestId: request.id }, "request failed");
      reply.code(500);
      return answer(new HubError("INTERNAL"));
    }
    reply.code(status);
    if (status === 415) return answer(unsupported(request.headers["content-type"] ?? "?"));
    const reason = error instanceof SyntaxError ? "FST_ERR_CTP_INVALID_JSON_BODY" : error.code;
    return answer(new HubError("BAD_REQUEST", { reason: reasons[reason] ?? otherwise }));
  };
