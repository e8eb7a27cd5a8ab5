import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { type Language, languages } from "../language.js";
import type { PageServing } from "../page/serve-pages.js";
import type { Params } from "./answering.js";
import { researchFileRoutes } from "./research/research-files.js";
import { sendError } from "./send-error.js";
import { formLimits, mostFieldBytes } from "./sent-form.js";
import { signInRoutes } from "./session/sign-in.routes.js";
import { signOutRoutes } from "./session/sign-out.routes.js";
import { act, type Door, show } from "./show-and-act.js";
import type { Knowing } from "./visitor.js";
import type { WayIn } from "./way-in.js";
import { workspacePages } from "./workspace-pages.js";
import { writesPages } from "./write-page.js";

export type WorkspaceServing = PageServing & Omit<WayIn, "knowing" | "write">;

/** Adds the pages for those who have signed in, and the way in and out; nothing of them is kept by anybody. */
export async function workspaceRoutes(app: FastifyInstance, serving: WorkspaceServing): Promise<void> {
  const knowing: Knowing = {
    ...serving,
    onFailure: (error, requestId) =>
      serving.log.error({ err: error, requestId }, "the issuer cannot be asked"),
  };
  await app.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(formbody, { bodyLimit: mostFieldBytes });
    await scope.register(multipart, { limits: formLimits });
    const { issuerOrigin } = serving;
    scope.addHook("onRequest", async (_request, reply) => {
      reply
        .header("content-security-policy", policyWith(reply, issuerOrigin))
        .header("cache-control", "no-store")
        .header("x-robots-tag", "noindex")
        // A form says where it comes from, to the hub alone.
        .header("referrer-policy", "same-origin");
    });
    const write = writesPages(serving);
    scope.setErrorHandler((error: FastifyError, request, reply) =>
      sendError(error, languageOf(request.url), request, reply, write, serving.log),
    );
    const door: Door = { scope, publicUrl: serving.publicUrl, knowing, write };
    for (const page of workspacePages)
      for (const language of languages) {
        scope.get<{ Params: Params }>(page.path[language], (request, reply) =>
          show(door, page, language, request, reply),
        );
        if (page.act)
          scope.post<{ Params: Params }>(page.path[language], (request, reply) =>
            act(door, page, language, request, reply),
          );
      }
    const way: WayIn = { ...serving, knowing, write };
    signInRoutes(scope, way);
    signOutRoutes(scope, way);
    researchFileRoutes(scope, way);
  });
}

// Browsers hold the redirects after a form to `form-action` too: signing out leads on to the issuer.
const policyWith = (reply: FastifyReply, issuerOrigin: string): string =>
  String(reply.getHeader("content-security-policy")).replace(
    "form-action 'self'",
    `form-action 'self' ${issuerOrigin}`,
  );

const languageOf = (url: string): Language => (/^\/en(\/|$|\?)/.test(url) ? "en" : "fr");
