import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as openid from "openid-client";
import { addressOf, paths, signInReturnPath } from "../../addresses.js";
import { isLoopback } from "../../../../subgraphs/offline.js";
import { type Language, languages, otherLanguageOf } from "../../language.js";
import { carrierOf, visitorOf } from "../visitor.js";
import type { WayIn } from "../way-in.js";
import { returnPath } from "./return-path.js";
import {
  returnParameter,
  signInFailedPage,
  type SignInFailure,
  signInOffPage,
  signInPage,
} from "./session-pages.js";

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
type Asked = FastifyRequest<{ Querystring: Query }>;

/** The sign-in page that leads back to a page. */
export const signInAddressFor = (language: Language, returnTo: string): string =>
  addressOf(language, "signIn", {}, [[returnParameter[language], returnTo]]);

/** Adds the page to sign in on, the way to the issuer, and the way back from it. */
export function signInRoutes(scope: FastifyInstance, way: WayIn): void {
  for (const language of languages) {
    scope.get<{ Querystring: Query }>(paths.signIn[language], (request, reply) =>
      showSignIn(way, language, request, reply),
    );
    scope.get<{ Querystring: Query }>(paths.signInStart[language], (request, reply) =>
      begin(way, language, request, reply),
    );
  }
  scope.get<{ Querystring: Query }>(signInReturnPath, (request, reply) => comeBack(way, request, reply));
}

const single = (value: Query[string]): string | undefined => (typeof value === "string" ? value : undefined);

const returnAsked = (request: Asked, language: Language): string =>
  returnPath(single(request.query[returnParameter[language]]), language);

async function showSignIn(
  way: WayIn,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const returnTo = returnAsked(request, language);
  const other = otherLanguageOf(language);
  const addresses = {
    [language]: signInAddressFor(language, returnTo),
    [other]: signInAddressFor(other, returnTo),
  } as Record<Language, string>;
  if (way.sessions === null) {
    const { status, page } = signInOffPage(language);
    return way.write(reply.code(status), page, { language, addresses, token: null });
  }
  const visitor = await visitorOf(request, reply, way.knowing);
  if (visitor.kind === "signed in") return reply.redirect(returnTo, 303);
  const page = signInPage(language, returnTo, way.isDevelopment);
  return way.write(reply, page, { language, addresses, token: null });
}

const fail = (
  way: WayIn,
  language: Language,
  failure: SignInFailure,
  returnTo: string,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { status, page } = signInFailedPage(language, failure, returnTo);
  return way.write(reply.code(status), page, { language, addresses: null, token: null });
};

async function begin(
  way: WayIn,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sessions, publicUrl } = way;
  if (sessions === null) return reply.redirect(addressOf(language, "signIn"), 303);
  // The way back leads to the hub's own name: what the browser keeps under another would not be there.
  const here = new URL(publicUrl);
  if (request.hostname === "localhost" && here.hostname !== "localhost" && isLoopback(here))
    return reply.redirect(`${publicUrl}${request.url}`, 303);
  const returnTo = returnAsked(request, language);
  const attempt = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
    returnTo,
    language,
  };
  try {
    return reply.redirect((await sessions.begin(reply, attempt)).href, 303);
  } catch (error) {
    way.knowing.onFailure(error, request.id);
    return fail(way, language, "issuerDown", returnTo, reply);
  }
}

async function comeBack(way: WayIn, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { sessions } = way;
  if (sessions === null) return reply.redirect(addressOf("fr", "signIn"), 303);
  const answer = new URLSearchParams(request.url.split("?")[1] ?? "");
  const attempt = await sessions.attemptOf(request, reply, single(request.query.state) ?? "");
  if (attempt === null) return fail(way, "fr", "mismatch", paths.workspace.fr, reply);
  const { language, returnTo } = attempt;
  try {
    const granted = await way.issuer.trade(attempt, answer);
    const caller = await way.identify(carrierOf(granted.accessToken));
    if (caller.kind === "unavailable") return await fail(way, language, "issuerDown", returnTo, reply);
    if (caller.kind === "refused" && !caller.reason.startsWith("credential-")) {
      way.log.warn({ requestId: request.id, reason: caller.reason }, "signed in, but no token for the hub");
      return await fail(way, language, "noRights", returnTo, reply);
    }
    await sessions.start(request, reply, granted);
    return await reply.redirect(returnTo, 303);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === "issuerDown") way.knowing.onFailure(error, request.id);
    else way.log.info({ requestId: request.id, failure, code: codeOf(error) }, "a sign-in came to nothing");
    return fail(way, language, failure, returnTo, reply);
  }
}

// The library's own code, never its message: that may repeat what the browser brought.
const codeOf = (error: unknown): string | null => {
  const { code, error: told } = Object(error) as { code?: unknown; error?: unknown };
  return [code, told].filter((word) => typeof word === "string").join(" ") || null;
};

function failureOf(error: unknown): SignInFailure {
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === "access_denied" ? "denied" : "mismatch";
  if (error instanceof openid.ResponseBodyError)
    return error.status >= 500 || error.error === "invalid_client" ? "issuerDown" : "mismatch";
  return error instanceof openid.ClientError && codeOf(error)?.startsWith("OAUTH_")
    ? "mismatch"
    : "issuerDown";
}
