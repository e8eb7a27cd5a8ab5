import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../language.js";
import { failurePage } from "../page/error-pages.js";
import { type Asked, answering, type Fail, queryAsked } from "./answering.js";
import { authenticatedClient } from "./ask-authenticated.js";
import { type ReadForm, readForm } from "./sent-form.js";
import { formToken, isFromElsewhere, isTokenOf } from "./session/form-token.js";
import { signInAddressFor } from "./session/sign-in.routes.js";
import { type Knowing, type Visitor, visitorOf } from "./visitor.js";
import { HubRefused, type WorkspaceAsked, type WorkspacePage } from "./workspace-page.js";
import {
  expiredFormPage,
  type FailurePage,
  notAllowedPage,
  plainFailure,
  refusedPage,
  staleFormPage,
} from "./workspace-failures.js";
import type { WritePage } from "./write-page.js";

/** What every page of the workspace is served with. */
export interface Door {
  readonly scope: FastifyInstance;
  readonly publicUrl: string;
  readonly knowing: Knowing;
  readonly write: WritePage;
}

/** Shows a page to who may see it; who has not signed in is asked to. */
export async function show(
  door: Door,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { addresses, send, fail } = answering(door.write, page, language, request, reply);
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

/** Does what a form of a page asks, if it is the hub's own and of this session. */
export async function act(
  door: Door,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { addresses, send, fail } = answering(door.write, page, language, request, reply);
  const address = addresses[language];
  // Another site's form is not even read.
  if (isFromElsewhere(request, door.publicUrl)) return fail(plainFailure(language, "otherSite"), null);
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
  { scope, publicUrl }: Door,
  page: WorkspacePage,
  language: Language,
  request: Asked,
  { session, account }: SignedIn,
  token: string,
): WorkspaceAsked => ({
  language,
  params: request.params,
  query: queryAsked(page, language, request),
  account,
  ask: authenticatedClient(scope, request, session.accessToken),
  antiForgery: token,
  publicUrl,
});

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
