import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Language, languages, otherLanguageOf } from "../language.js";
import { failurePage } from "../page/error-pages.js";
import type { ShownPage } from "../page/page.js";
import { addressIn, type PageServing, queryOf } from "../page/serve-pages.js";
import { authenticatedClient } from "./ask-authenticated.js";
import { researchFileRoutes } from "./research/research-files.js";
import { formLimits, formTooLarge, mostFieldBytes, type ReadForm, readForm } from "./sent-form.js";
import { formToken, isFromElsewhere, isTokenOf } from "./session/form-token.js";
import { signInAddressFor, signInRoutes } from "./session/sign-in.routes.js";
import { signOutRoutes } from "./session/sign-out.routes.js";
import { type Knowing, type Visitor, visitorOf } from "./visitor.js";
import { workspacePages } from "./workspace-pages.js";
import { HubRefused, type Outcome, type WorkspaceAsked, type WorkspacePage } from "./workspace-page.js";
import {
  expiredFormPage,
  type FailurePage,
  notAllowedPage,
  plainFailure,
  refusedPage,
  staleFormPage,
} from "./workspace-failures.js";
import type { WayIn } from "./way-in.js";
import { type WritePage, writesPages } from "./write-page.js";

export type WorkspaceServing = PageServing & Omit<WayIn, "knowing" | "write">;

type Params = Readonly<Record<string, string>>;
type Asked = FastifyRequest<{ Params: Params }>;

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
      sendError(error, languageOf(request.url), request, reply, write, serving),
    );
    const door = { scope, serving, knowing, write };
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

interface Door {
  readonly scope: FastifyInstance;
  readonly serving: WorkspaceServing;
  readonly knowing: Knowing;
  readonly write: WritePage;
}

const languageOf = (url: string): Language => (/^\/en(\/|$|\?)/.test(url) ? "en" : "fr");

async function show(
  door: Door,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { addresses, send, fail } = answering(door, page, language, request, reply);
  const visitor = await visitorOf(request, reply, door.knowing);
  if (visitor.kind === "signed out")
    return reply.redirect(signInAddressFor(language, addresses[language]), 303);
  if (visitor.kind !== "signed in") return fail(unadmitted(language, visitor), tokenOf(visitor));
  const token = formToken(visitor.session.formSecret);
  if (!mayCome(page, visitor)) return fail(notAllowedPage(language), token);
  try {
    const shown = await page.show(askedOf(door, page, language, request, visitor, token));
    if (shown === null) return fail(notFound(language, request), token);
    return "kind" in shown
      ? await send(shown, token)
      : await send({ kind: "page", page: shown, status: 200 }, token);
  } catch (error) {
    return refused(error, language, addresses[language], fail, token);
  }
}

async function act(
  door: Door,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { addresses, send, fail } = answering(door, page, language, request, reply);
  const address = addresses[language];
  // Another site's form is not even read.
  if (isFromElsewhere(request, door.serving.publicUrl))
    return fail(plainFailure(language, "otherSite"), null);
  const form = await readForm(request);
  const visitor = await visitorOf(request, reply, door.knowing);
  if (visitor.kind === "signed out") return fail(expiredFormPage(language, address, form), null);
  if (visitor.kind !== "signed in") return fail(unadmitted(language, visitor), tokenOf(visitor));
  const token = formToken(visitor.session.formSecret);
  if (!isTokenOf(visitor.session.formSecret, form.one("anti-forgery")))
    return fail(staleFormPage(language, address, form, token), token);
  if (!mayCome(page, visitor)) return fail(notAllowedPage(language), token);
  try {
    const outcome = await page.act?.(
      askedOf(door, page, language, request, visitor, token),
      withoutToken(form),
    );
    return outcome ? await send(outcome, token) : await fail(notFound(language, request), token);
  } catch (error) {
    if (error instanceof HubRefused && error.code === "UNAUTHENTICATED")
      return fail(expiredFormPage(language, address, form), null);
    return refused(error, language, address, fail, token);
  }
}

type SignedIn = Extract<Visitor, { kind: "signed in" }>;

const mayCome = ({ scopes }: WorkspacePage, { account }: SignedIn): boolean =>
  scopes === null || scopes.some((scope) => account.scopes.includes(scope));

const tokenOf = (visitor: Visitor): string | null =>
  "session" in visitor ? formToken(visitor.session.formSecret) : null;

const unadmitted = (language: Language, { kind }: Visitor): FailurePage =>
  plainFailure(language, kind === "suspended" || kind === "changed" ? kind : "issuerDown");

const notFound = (language: Language, request: FastifyRequest): FailurePage => ({
  status: 404,
  page: failurePage(language, "notFound", request.id),
});

const withoutToken = (form: ReadForm): ReadForm => ({
  ...form,
  fields: form.fields.filter(([name]) => name !== "anti-forgery"),
  names: form.names.filter((name) => name !== "anti-forgery"),
});

const askedOf = (
  { scope, serving }: Door,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  { session, account }: SignedIn,
  token: string,
): WorkspaceAsked => ({
  language,
  params: request.params,
  query: queryOf(page, language, request.query as Readonly<Record<string, string | string[]>>),
  account,
  ask: authenticatedClient(scope, request, session.accessToken),
  antiForgery: token,
  publicUrl: serving.publicUrl,
});

type Fail = (failure: FailurePage, token: string | null) => Promise<FastifyReply>;

function answering(
  { write }: Door,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): {
  readonly addresses: Readonly<Record<Language, string>>;
  readonly send: (outcome: Outcome, token: string) => Promise<FastifyReply>;
  readonly fail: Fail;
} {
  const query = queryOf(page, language, request.query as Readonly<Record<string, string | string[]>>);
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

async function refused(
  error: unknown,
  language: Language,
  address: string,
  fail: Fail,
  token: string,
): Promise<FastifyReply> {
  if (!(error instanceof HubRefused)) throw error;
  return fail(refusedPage(language, error, address), token);
}

const tooLarge: ReadonlySet<string> = new Set([
  "FST_ERR_CTP_BODY_TOO_LARGE",
  "FST_REQ_FILE_TOO_LARGE",
  "FST_FILES_LIMIT",
  "FST_FIELDS_LIMIT",
  "FST_PARTS_LIMIT",
  formTooLarge,
]);

function sendError(
  error: FastifyError,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
  write: WritePage,
  { log }: WorkspaceServing,
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
