import type { FastifyReply, FastifyRequest } from "fastify";
import { type Language, otherLanguageOf } from "../language.js";
import type { ShownPage } from "../page/page.js";
import { addressIn, queryOf } from "../page/serve-pages.js";
import type { FailurePage } from "./workspace-failures.js";
import type { Outcome, WorkspacePage } from "./workspace-page.js";
import type { WritePage } from "./write-page.js";

export type Params = Readonly<Record<string, string>>;
export type Asked = FastifyRequest<{ Params: Params }>;

/** The values of the parameters that a page was asked with. */
export const queryAsked = (
  page: WorkspacePage,
  language: Language,
  request: Asked,
): Record<string, readonly string[]> =>
  queryOf(page, language, request.query as Readonly<Record<string, string | string[]>>);

/** Says that there is no page, and why; with the token of the session's forms where there is a session. */
export type Fail = (failure: FailurePage, token: string | null) => Promise<FastifyReply>;

/** How a page is answered. */
export interface Answering {
  readonly addresses: Readonly<Record<Language, string>>;
  readonly send: (outcome: Outcome, token: string) => Promise<FastifyReply>;
  readonly fail: Fail;
}

/** Sends what came of a page that was asked for, or of a form of it. */
export function answering(
  write: WritePage,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Answering {
  const query = queryAsked(page, language, request);
  const other = otherLanguageOf(language);
  const addresses = {
    [language]: addressIn(page, language, request.params, query),
    [other]: addressIn(page, other, request.params, query),
  } as Record<Language, string>;
  const sendPage = (shown: ShownPage, status: number, token: string | null): Promise<FastifyReply> =>
    write(reply.code(status), shown, { language, addresses, token });
  return {
    addresses,
    fail: (failure, token) => sendPage(failure.page, failure.status, token),
    async send(outcome, token) {
      switch (outcome.kind) {
        case "page":
          // A form with a mistake is no knock at a wrong door.
          if (outcome.status !== 200) request.countedUnder = null;
          return sendPage(outcome.page, outcome.status, token);
        case "see":
          return reply.redirect(outcome.address, 303);
        case "file":
          return reply
            .type(outcome.type)
            .header("content-disposition", attachment(outcome.name))
            .send(outcome.bytes);
        case "json":
          return reply.type("application/json; charset=utf-8").send(JSON.stringify(outcome.value));
      }
    },
  };
}

// RFC 6266, s. 4.3: the name in plain letters, then as it is.
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`;
