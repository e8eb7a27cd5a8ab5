import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { paths } from "../../addresses.js";
import { type Language, languages } from "../../language.js";
import { readForm } from "../sent-form.js";
import { visitorOf } from "../visitor.js";
import type { WayIn } from "../way-in.js";
import { plainFailure } from "../workspace-failures.js";
import { formToken, isFromElsewhere, isTokenOf } from "./form-token.js";
import { signedOutPage, stillSignedInPage } from "./session-pages.js";

/** Adds the way out: by a form of the hub's own, never by an address alone. */
export function signOutRoutes(scope: FastifyInstance, way: WayIn): void {
  for (const language of languages) {
    scope.get(paths.signOut[language], (request, reply) => showSignedOut(way, language, request, reply));
    scope.post(paths.signOut[language], (request, reply) => signOut(way, language, request, reply));
  }
}

async function showSignedOut(
  way: WayIn,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visitor = await visitorOf(request, reply, way.knowing);
  if (!("session" in visitor)) return say(way, language, true, reply);
  const token = formToken(visitor.session.formSecret);
  return way.write(reply, stillSignedInPage(language, token), {
    language,
    addresses: paths.signOut,
    token,
  });
}

async function signOut(
  way: WayIn,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refuse = (token: string | null): Promise<FastifyReply> => {
    const { status, page } = plainFailure(language, "otherSite");
    return way.write(reply.code(status), page, { language, addresses: null, token });
  };
  if (isFromElsewhere(request, way.publicUrl)) return refuse(null);
  const form = await readForm(request);
  const visitor = await visitorOf(request, reply, way.knowing);
  if (way.sessions === null || !("session" in visitor)) return say(way, language, true, reply);
  const { session } = visitor;
  if (!isTokenOf(session.formSecret, form.one("anti-forgery"))) return refuse(formToken(session.formSecret));
  const { isRevoked } = await way.sessions.end(request, reply, session);
  const elsewhere = await way.issuer.signOutAddress(paths.signOut[language], language).catch(() => null);
  return elsewhere === null || !isOfTheIssuer(elsewhere, way.issuerOrigin)
    ? say(way, language, isRevoked, reply)
    : reply.redirect(elsewhere.href, 303);
}

// A browser follows a form only where the page's policy lets it.
const isOfTheIssuer = ({ origin }: URL, issuerOrigin: string): boolean => origin === issuerOrigin;

const say = (
  way: WayIn,
  language: Language,
  isConfirmed: boolean,
  reply: FastifyReply,
): Promise<FastifyReply> =>
  way.write(reply, signedOutPage(language, isConfirmed), {
    language,
    addresses: paths.signOut,
    token: null,
  });
